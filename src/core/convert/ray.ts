import * as l10n from '@vscode/l10n';
import { levelCount } from '../space/distribution';
import type { MethodFamily, SearchSpace } from '../space/searchSpace';
import { declareAll } from './candidate';
import { firstRung, reductionFactorOf } from './firstRung';
import type { Losses } from './losses';
import { literal, pythonComments } from './pythonText';
import { rayDistributions, type RaySearch } from './rayDistributions';
import type { ConvertTarget } from './target';
import { drawn, loseConditions, loseEarlyStopping, loseForbidden, otherMethod } from './unsupported';

/** A Ray Tune run in Python: the parameter space, the search, the scheduler and the budget. */
export const ray: ConvertTarget = {
  id: 'ray',
  get label() {
    return l10n.t('Ray Tune (Python)');
  },
  tool: 'Ray Tune',
  language: 'python',
  fileName: 'tune_run.py',
  write,
};

const { tool } = ray;

function write(space: SearchSpace, losses: Losses): string {
  const parameters = drawn(space, losses);
  loseConditions(tool, parameters, losses);
  loseForbidden(tool, space, losses);
  const isGrid =
    space.method?.family === 'grid' && parameters.every(({ domain }) => levelCount(domain) <= 64);
  const searcher = isGrid ? undefined : searcherFor(space, losses);
  const search: RaySearch = isGrid
    ? 'grid'
    : searcher === undefined || searcher === sampling
      ? 'sampled'
      : 'modelled';
  const declarations = declareAll(tool, parameters, domain => rayDistributions(domain, search), losses);
  const scheduler = schedulerFor(space, losses);
  if (isGrid && space.budget.trials) {
    losses.add(l10n.t('Ray Tune runs a grid as a whole, not up to a number of trials.'));
  }
  const { objective, budget } = space;
  const metric = literal(objective?.metric ?? 'objective');
  const settings: readonly (readonly [string, string | undefined])[] = [
    ['metric', metric],
    ['mode', objective?.goal === 'maximize' ? '"max"' : '"min"'],
    ['num_samples', isGrid ? '1' : literal(budget.trials?.value ?? 100)],
    ['max_concurrent_trials', budget.parallelTrials && literal(budget.parallelTrials.value)],
    ['search_alg', searcher?.expression],
    ['scheduler', scheduler?.expression],
  ];
  const imports = [searcher?.import, scheduler?.import].filter(line => line !== undefined);
  const isModelled = searcher?.expression.includes('optuna.') === true;
  return [
    ...pythonComments(losses.general),
    ...(losses.general.length === 0 ? [] : ['']),
    ...(isModelled ? ['import optuna'] : []),
    'from ray import tune',
    ...imports,
    '',
    '',
    'def train(config: dict) -> None:',
    ...pythonComments(
      [
        l10n.t(
          'Yours to fill in: train with these values and report what was measured, after each step if it may be stopped:',
        ),
        `    tune.report({${metric}: value})`,
      ],
      '    ',
    ),
    '    raise NotImplementedError("train with config and call tune.report")',
    '',
    '',
    'param_space = {',
    ...parameters.flatMap(({ name }) => {
      const declaration = declarations.get(name);
      if (declaration === undefined) return [];
      return [...pythonComments(losses.about(name), '    '), `    ${literal(name)}: ${declaration},`];
    }),
    '}',
    '',
    '',
    'if __name__ == "__main__":',
    '    tuner = tune.Tuner(',
    '        train,',
    '        param_space=param_space,',
    '        tune_config=tune.TuneConfig(',
    ...chosenHere(space, isGrid),
    ...settings.flatMap(([name, value]) => (value === undefined ? [] : [`            ${name}=${value},`])),
    '        ),',
    '    )',
    '    print(tuner.fit().get_best_result().config)',
    '',
  ].join('\n');
}

function chosenHere({ objective, budget }: SearchSpace, isGrid: boolean): string[] {
  const said = [
    ...(objective ? [] : [l10n.t('Chosen here; the space did not say what to optimise.')]),
    ...(budget.trials || isGrid
      ? []
      : [l10n.t('Chosen here; the space did not say how many trials to run.')]),
  ];
  return pythonComments(said, '            ');
}

/** An object and the line that imports its class. */
interface Made {
  readonly import: string | undefined;
  readonly expression: string;
}

const sampling: Made = {
  import: 'from ray.tune.search.basic_variant import BasicVariantGenerator',
  expression: 'BasicVariantGenerator()',
};

function byOptuna(sampler: string): Made {
  const inner = sampler === '' ? '' : `sampler=optuna.samplers.${sampler}()`;
  return { import: 'from ray.tune.search.optuna import OptunaSearch', expression: `OptunaSearch(${inner})` };
}

function searcherFor(space: SearchSpace, losses: Losses): Made | undefined {
  const made = space.method && searchers[space.method.family];
  if (space.method?.family === 'other' || space.method?.family === 'grid') {
    otherMethod(tool, space, 'BasicVariantGenerator', losses);
  }
  return made;
}

/** https://docs.ray.io/en/latest/tune/api/suggestion.html */
const searchers: Readonly<Record<MethodFamily, Made | undefined>> = {
  grid: sampling,
  random: sampling,
  quasiRandom: byOptuna('QMCSampler'),
  bayesian: { import: 'from ray.tune.search.ax import AxSearch', expression: 'AxSearch()' },
  parzen: byOptuna(''),
  evolution: byOptuna('CmaEsSampler'),
  hyperband: sampling,
  population: undefined,
  other: sampling,
};

function schedulerFor(space: SearchSpace, losses: Losses): Made | undefined {
  const stopping = space.budget.earlyStopping;
  if (space.method?.family === 'population') {
    loseEarlyStopping(tool, space, losses);
    return scheduler('PopulationBasedTraining', { hyperparam_mutations: 'param_space' });
  }
  switch (stopping?.family) {
    case undefined:
      return space.method?.family === 'hyperband' ? scheduler('ASHAScheduler', {}) : undefined;
    case 'hyperband':
      return scheduler('ASHAScheduler', {
        max_t: numeral(stopping.maxResource?.value),
        grace_period: numeral(firstRung(stopping, reductionFactorOf(space))),
        reduction_factor: literal(reductionFactorOf(space)),
      });
    case 'medianStopping':
      return scheduler('MedianStoppingRule', { grace_period: numeral(stopping.minResource?.value) });
    case 'bandit':
    case 'truncation':
    case 'percentile':
    case 'patience':
    case 'other':
      loseEarlyStopping(tool, space, losses);
      return undefined;
  }
}

function numeral(value: number | undefined): string | undefined {
  return value === undefined ? undefined : literal(value);
}

function scheduler(name: string, settings: Readonly<Record<string, string | undefined>>): Made {
  const written = Object.entries(settings).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${value}`],
  );
  return { import: `from ray.tune.schedulers import ${name}`, expression: `${name}(${written.join(', ')})` };
}
