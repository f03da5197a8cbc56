import * as l10n from '@vscode/l10n';
import { algorithms } from '../formats/katib/algorithms';
import type { DrawableParameter, SearchSpace } from '../space/searchSpace';
import { declareAll } from './candidate';
import { formatNumber } from '../text/formatNumber';
import { levelCount } from '../space/distribution';
import { loseFirstRung, reductionFactorOf } from './firstRung';
import { algorithmFor, hyperbandTrials } from './katibAlgorithm';
import { asTrialsSee, itemOf, katibCandidates, type KatibDeclaration } from './katibDeclaration';
import { trialTemplate } from './katibTemplate';
import type { Losses } from './losses';
import type { ConvertTarget } from './target';
import { drawn, loseConditions, loseEarlyStopping, loseForbidden } from './unsupported';
import { Block, block, yamlText, type BlockEntry } from './yamlText';

/** A Katib Experiment, complete but for the container of its trials. */
export const katib: ConvertTarget = {
  id: 'katib',
  get label() {
    return l10n.t('Katib Experiment');
  },
  tool: 'Katib',
  language: 'yaml',
  fileName: 'experiment.yaml',
  write,
};

const { tool } = katib;

function write(space: SearchSpace, losses: Losses): string {
  const parameters = drawn(space, losses).map(parameter => ({
    ...parameter,
    domain: asTrialsSee(parameter.domain),
  }));
  loseConditions(tool, parameters, losses);
  loseForbidden(tool, space, losses);
  const algorithm = algorithmFor(space, parameters);
  const declarations = declareAll(tool, parameters, domain => katibCandidates(domain, algorithm), losses);
  sayMethod(space, algorithm, losses);
  if (algorithm === 'hyperband') loseFirstRung(tool, space, losses);
  const resource = algorithm === 'hyperband' ? unusedName(parameters) : undefined;
  const names = [...declarations.keys()];
  const spec = new Block([
    objective(space),
    { key: 'algorithm', value: algorithmBlock(space, algorithm, resource) },
    ...earlyStopping(space, algorithm, losses),
    ...counts(space, parameters, algorithm, losses),
    {
      key: 'parameters',
      value: [
        ...[...declarations].map(([name, declaration]) => item(name, declaration, losses)),
        ...(resource === undefined ? [] : [resourceItem(space, resource)]),
      ],
    },
    {
      key: 'trialTemplate',
      comments: [
        l10n.t('Yours to fill in: the image and the command that trains once and prints the metric.'),
      ],
      value: trialTemplate(resource === undefined ? names : [...names, resource]),
    },
  ]);
  const document = block({
    apiVersion: 'kubeflow.org/v1beta1',
    kind: 'Experiment',
    metadata: block({ name: resourceName(space.name) }),
    spec,
  });
  return yamlText(document, 'goyaml', losses.general);
}

function sayMethod({ method }: SearchSpace, algorithm: string, losses: Losses): void {
  if (!method || algorithms.get(algorithm)?.family === method.family) return;
  losses.add(
    l10n.t(
      'Katib has no search like {0} that draws these parameters as they are; written with {1}.',
      method.name,
      algorithm,
    ),
  );
}

function item(name: string, declaration: KatibDeclaration, losses: Losses): Block {
  const [first, ...others] = itemOf(name, declaration).entries;
  return new Block(first ? [{ ...first, comments: losses.about(name) }, ...others] : []);
}

function objective({ objective: stated }: SearchSpace): BlockEntry {
  return {
    key: 'objective',
    comments: stated ? [] : [l10n.t('Chosen here; the space did not say what to optimise.')],
    value: block({ type: stated?.goal ?? 'minimize', objectiveMetricName: stated?.metric ?? 'loss' }),
  };
}

function algorithmBlock(space: SearchSpace, name: string, resource: string | undefined): Block {
  const settings = {
    r_l: space.budget.earlyStopping?.maxResource?.value,
    resource_name: resource,
    eta: reductionFactorOf(space),
  };
  return block({
    algorithmName: name,
    algorithmSettings: resource === undefined ? undefined : pairs(settings),
  });
}

function pairs(settings: Readonly<Record<string, string | number | undefined>>): Block[] {
  return Object.entries(settings).flatMap(([name, value]) =>
    value === undefined ? [] : [block({ name, value: String(value) })],
  );
}

function earlyStopping(space: SearchSpace, algorithm: string, losses: Losses): BlockEntry[] {
  const stopping = space.budget.earlyStopping;
  if (!stopping || algorithm === 'hyperband') return [];
  if (stopping.family !== 'medianStopping') {
    loseEarlyStopping(tool, space, losses);
    return [];
  }
  const settings = pairs({ start_step: stopping.minResource?.value });
  return [
    {
      key: 'earlyStopping',
      value: block({
        algorithmName: 'medianstop',
        algorithmSettings: settings.length === 0 ? undefined : settings,
      }),
    },
  ];
}

const fewTrials = 30;

/** Katib runs for ever without a number of trials, and takes no more at a time than there are altogether. */
function counts(
  space: SearchSpace,
  parameters: readonly DrawableParameter[],
  algorithm: string,
  losses: Losses,
): BlockEntry[] {
  const { budget } = space;
  const atOnce = algorithm === 'hyperband' ? (hyperbandTrials(space) ?? 1) : 1;
  const gridSize =
    algorithm === 'grid' ? parameters.reduce((size, { domain }) => size * levelCount(domain), 1) : Infinity;
  const wanted = budget.trials?.value ?? Math.max(fewTrials, budget.parallelTrials?.value ?? 0, atOnce);
  const trials = Math.min(wanted, gridSize);
  if (budget.trials && trials < wanted) {
    losses.add(
      l10n.t(
        'Katib takes no more trials than the grid has combinations, {0}, not {1}.',
        formatNumber(gridSize),
        formatNumber(wanted),
      ),
    );
  }
  const parallel = budget.parallelTrials?.value ?? Math.max(atOnce, 3);
  const isDefault = budget.parallelTrials === undefined && parallel === 3 && trials >= 3;
  if (budget.parallelTrials && parallel > trials) {
    losses.add(l10n.t('Katib takes no more trials at a time than there are, {0}.', formatNumber(trials)));
  }
  return [
    ...(isDefault ? [] : [{ key: 'parallelTrialCount', value: Math.min(parallel, trials) }]),
    {
      key: 'maxTrialCount',
      value: trials,
      comments: budget.trials ? [] : [l10n.t('Chosen here; the space did not say how many trials to run.')],
    },
  ];
}

function unusedName(parameters: readonly DrawableParameter[]): string {
  const taken = new Set(parameters.map(({ name }) => name));
  let name = 'resource';
  for (let count = 2; taken.has(name); count++) name = `resource-${count}`;
  return name;
}

/** Hyperband hands each trial its budget in a parameter. */
function resourceItem({ budget }: SearchSpace, name: string): Block {
  const max = String(budget.earlyStopping?.maxResource?.value ?? 1);
  return itemOf(name, { parameterType: 'int', feasibleSpace: { min: '1', max } });
}

/** Lower-case letters, digits and hyphens, at most forty characters. */
function resourceName(name = ''): string {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, 40);
  return plain.replace(/-+$/, '') || 'search';
}
