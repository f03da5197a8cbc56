import * as l10n from '@vscode/l10n';
import { knownTuner } from '../formats/nni/tuners';
import type { MethodFamily, SearchSpace } from '../space/searchSpace';
import { loseFirstRung, reductionFactorOf } from './firstRung';
import { jsonText } from './jsonText';
import type { Losses } from './losses';
import { nniSpace, tunerTakes } from './nniSpace';
import type { ConvertTarget } from './target';
import { drawn, loseEarlyStopping, loseForbidden, loseSearch, otherMethod } from './unsupported';
import { Block, block, yamlData, yamlText, type BlockEntry, type Data } from './yamlText';

/** An NNI experiment configuration (version 2 and later) with its search space inside. */
export const nniExperiment: ConvertTarget = {
  id: 'nni',
  get label() {
    return l10n.t('NNI experiment');
  },
  tool: 'NNI',
  language: 'yaml',
  fileName: 'config.yml',
  write: writeExperiment,
};

/** An NNI search space alone. */
export const nniSearchSpace: ConvertTarget = {
  id: 'nni-space',
  get label() {
    return l10n.t('NNI search space');
  },
  tool: 'NNI',
  language: 'json',
  fileName: 'search_space.json',
  write(space, losses) {
    const parameters = drawn(space, losses);
    const written = nniSpace(parameters, losses);
    loseForbidden(tool, space, losses);
    loseSearch(tool, space, losses);
    return jsonText(written);
  },
};

const tool = 'NNI';

function writeExperiment(space: SearchSpace, losses: Losses): string {
  const variables = nniSpace(drawn(space, losses), losses);
  loseForbidden(tool, space, losses);
  const tuner = tunerFor(space, variables, losses);
  const document = new Block([
    {
      key: 'trialCommand',
      value: 'python train.py',
      comments: [l10n.t('Yours to fill in: the program that trains once and reports its result.')],
    },
    { key: 'trialCodeDirectory', value: '.' },
    { key: 'trialConcurrency', value: space.budget.parallelTrials?.value ?? 1 },
    ...(space.budget.trials ? [{ key: 'maxTrialNumber', value: space.budget.trials.value }] : []),
    {
      key: 'searchSpace',
      value: new Block(
        Object.entries(variables).map(([key, value]) => ({
          key,
          value: yamlData(value),
          comments: losses.about(key),
        })),
      ),
    },
    { key: 'tuner', value: tunerBlock(space, tuner, losses) },
    ...assessor(space, tuner, losses),
    { key: 'trainingService', value: block({ platform: 'local' }) },
  ]);
  const top = new Set(Object.keys(variables));
  const deeper = losses.all.filter(({ parameter }) => parameter !== undefined && !top.has(parameter));
  const comments = deeper.map(({ parameter, message }) => `${parameter ?? ''}: ${message}`);
  return yamlText(document, 'pyyaml', [...losses.general, ...comments]);
}

const families: Readonly<Record<MethodFamily, readonly string[]>> = {
  grid: ['GridSearch'],
  random: ['Random'],
  quasiRandom: ['Random'],
  bayesian: ['SMAC', 'GPTuner', 'TPE'],
  parzen: ['TPE'],
  evolution: ['Evolution'],
  hyperband: ['Hyperband', 'Random'],
  population: ['PBTTuner', 'TPE'],
  other: ['TPE'],
};

/** The built-in algorithm that searches as it was asked for and takes every variable. */
function tunerFor(space: SearchSpace, variables: Readonly<Record<string, Data>>, losses: Losses): string {
  const { method } = space;
  const own = knownTuner(method?.name ?? '')?.name;
  const names = [...(own === undefined ? [] : [own]), ...families[method?.family ?? 'random']];
  const written = names.find(name => tunerTakes(name, variables)) ?? 'TPE';
  if (method && knownTuner(written)?.family !== method.family) otherMethod(tool, space, written, losses);
  return written;
}

/** Those that search without looking at results take no goal. */
const aimless: readonly string[] = ['Random', 'GridSearch', 'BatchTuner'];

function tunerBlock(space: SearchSpace, name: string, losses: Losses): Block {
  const { objective, budget } = space;
  const stopping = budget.earlyStopping;
  if (objective && objective.metric !== 'default') {
    losses.add(
      l10n.t('NNI has no name for the objective: report {0} with nni.report_final_result.', objective.metric),
    );
  }
  if (objective && aimless.includes(name)) {
    losses.add(l10n.t('NNI takes no goal for {0}; sort its results yourself.', name));
  }
  if (name === 'Hyperband') loseFirstRung(tool, space, losses);
  const classArgs = block({
    optimize_mode: aimless.includes(name) ? undefined : objective?.goal,
    ...(name === 'Hyperband' && {
      R: stopping?.maxResource?.value,
      eta: stopping && reductionFactorOf(space),
    }),
    ...(name === 'BOHB' && {
      min_budget: stopping?.minResource?.value,
      max_budget: stopping?.maxResource?.value,
      eta: stopping && reductionFactorOf(space),
    }),
  });
  return block({ name, classArgs: classArgs.entries.length === 0 ? undefined : classArgs });
}

function assessor(space: SearchSpace, tuner: string, losses: Losses): BlockEntry[] {
  const stopping = space.budget.earlyStopping;
  if (!stopping || (stopping.family === 'hyperband' && knownTuner(tuner)?.family === 'hyperband')) return [];
  if (stopping.family !== 'medianStopping') {
    loseEarlyStopping(tool, space, losses);
    return [];
  }
  const classArgs = block({
    optimize_mode: space.objective?.goal,
    start_step: stopping.minResource?.value,
  });
  return [
    {
      key: 'assessor',
      value: block({ name: 'Medianstop', classArgs: classArgs.entries.length === 0 ? undefined : classArgs }),
    },
  ];
}
