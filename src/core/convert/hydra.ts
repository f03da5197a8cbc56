import * as l10n from '@vscode/l10n';
import { levelCount } from '../space/distribution';
import type { MethodFamily, SearchSpace } from '../space/searchSpace';
import { declareAll } from './candidate';
import { hydraSweeps } from './hydraSweep';
import type { Losses } from './losses';
import type { ConvertTarget } from './target';
import { drawn, loseConditions, loseEarlyStopping, loseForbidden, otherMethod } from './unsupported';
import { Block, block, yamlText } from './yamlText';

/** The configuration of Hydra's Optuna sweeper, as a file among a program's configurations. */
export const hydra: ConvertTarget = {
  id: 'hydra',
  get label() {
    return l10n.t('Hydra (Optuna sweeper)');
  },
  tool: 'Hydra',
  language: 'yaml',
  fileName: 'hparams_search.yaml',
  write,
};

const { tool } = hydra;

function write(space: SearchSpace, losses: Losses): string {
  const parameters = drawn(space, losses);
  loseConditions(tool, parameters, losses);
  loseForbidden(tool, space, losses);
  loseEarlyStopping(tool, space, losses);
  const isListed = parameters.every(({ domain }) => levelCount(domain) <= 64);
  const sampler = samplerFor(space, isListed, losses);
  const declarations = declareAll(
    tool,
    parameters,
    domain => hydraSweeps(domain, sampler === 'grid'),
    losses,
  );
  const params = parameters.flatMap(({ name }) => {
    const value = declarations.get(name);
    return value === undefined ? [] : [{ key: name, value, comments: losses.about(name) }];
  });
  const { objective, budget } = space;
  const document = new Block([
    {
      key: 'defaults',
      value: [
        block({ 'override /hydra/sweeper': 'optuna' }),
        block({ 'override /hydra/sweeper/sampler': sampler }),
      ],
    },
    ...(objective === undefined
      ? []
      : [
          {
            key: 'optimized_metric',
            value: objective.metric,
            comments: [l10n.t('What your program returns: the sweeper sees no other name for it.')],
          },
        ]),
    {
      key: 'hydra',
      value: block({
        mode: 'MULTIRUN',
        sweeper: block({
          _target_: 'hydra_plugins.hydra_optuna_sweeper.optuna_sweeper.OptunaSweeper',
          direction: objective?.goal,
          n_trials: budget.trials?.value,
          n_jobs: budget.parallelTrials?.value,
          params: new Block(params),
        }),
      }),
    },
  ]);
  return `# @package _global_\n${yamlText(document, 'pyyaml', losses.general)}`;
}

const samplers: Readonly<Record<MethodFamily, string>> = {
  grid: 'grid',
  random: 'random',
  quasiRandom: 'qmc',
  bayesian: 'gp',
  parzen: 'tpe',
  evolution: 'cmaes',
  hyperband: 'random',
  population: 'tpe',
  other: 'tpe',
};

function samplerFor(space: SearchSpace, isListed: boolean, losses: Losses): string {
  const family = space.method?.family ?? 'parzen';
  const sampler = family === 'grid' && !isListed ? 'random' : samplers[family];
  if (sampler !== samplers[family] || ['hyperband', 'population', 'other'].includes(family)) {
    otherMethod(tool, space, sampler, losses);
  }
  return sampler;
}
