import * as l10n from '@vscode/l10n';
import type { Thunk } from '../../python/environment';
import { qualifiedName } from '../../python/qualifiedName';
import { resolve } from '../../python/resolve';
import type { Routine } from '../../python/routines';
import type { Expression, FunctionStatement, LambdaExpression } from '../../python/syntax';
import type { Budget, EarlyStopping, Method, MethodFamily, Objective } from '../../space/searchSpace';
import { nearestWord } from '../../text/nearestWord';
import { Call } from '../python/call';
import { definitionOf } from '../python/definitionOf';
import { earlyStoppingOf, type EarlyStoppingNames } from '../python/earlyStopping';
import { notationRange } from '../python/numericParameter';
import { replacement, type Reading } from '../python/reading';
import { unknownWord } from '../rules';
import { mutationsOf, populationOf, type Mutations } from './population';

const tunerParameters = ['trainable', 'param_space', 'tune_config', 'run_config'];
const configParameters = [
  'mode',
  'metric',
  'search_alg',
  'scheduler',
  'num_samples',
  'max_concurrent_trials',
  'time_budget_s',
];
const runParameters = ['run_or_experiment', 'name', 'metric', 'mode', 'stop', 'time_budget_s', 'config'];

/** A run of Ray Tune: where its space is and where its settings are. */
export interface Run {
  readonly space: Thunk | undefined;
  /** `TuneConfig(…)`, or `tune.run(…)` itself. */
  readonly settings: Thunk | undefined;
  /** What ends a trial: `{"training_iteration": 100}`. */
  readonly stop: Thunk | undefined;
  /** The parameters that a population changes on the way, with what they are drawn from then. */
  readonly mutations: Mutations | undefined;
  /** What trains, where it is a function of the module. */
  readonly trains: FunctionStatement | LambdaExpression | undefined;
}

/** Every `Tuner(…)` and `tune.run(…)` of a module. */
export function runsOf(reading: Reading, routines: readonly Routine[]): Run[] {
  return routines.flatMap(({ calls, environment }) =>
    calls.flatMap((expression): Run[] => {
      const name = qualifiedName(expression.callee, environment) ?? '';
      const isTuner = /^ray\.tune\.(?:tuner\.)?Tuner$/.test(name);
      if (!isTuner && !/^ray\.tune\.(?:tune\.)?run$/.test(name)) return [];
      const parameters = isTuner ? tunerParameters : runParameters;
      const call = new Call(reading, expression, environment, { name, parameters, required: [] });
      const space = call.thunk(isTuner ? 'param_space' : 'config');
      const trainable = call.thunk(isTuner ? 'trainable' : 'run_or_experiment');
      const settings = isTuner ? call.thunk('tune_config') : { expression, environment };
      const scheduler = schedulerOf(configurationOf(reading, settings));
      return [
        {
          space,
          settings,
          mutations: scheduler && isPopulation(scheduler.name) ? mutationsOf(scheduler.call) : undefined,
          stop: isTuner ? stopIn(reading, call.thunk('run_config')) : call.thunk('stop'),
          trains: trainable && definitionOf(trainable.expression, trainable.environment, 'step'),
        },
      ];
    }),
  );
}

function stopIn(reading: Reading, configuration: Thunk | undefined): Thunk | undefined {
  const made = configuration && resolve(configuration);
  if (made?.expression.kind !== 'call') return undefined;
  const signature = { name: 'RunConfig', parameters: ['name', 'storage_path'], required: [] };
  return new Call(reading, made.expression, made.environment, signature).thunk('stop');
}

/** What a run says beside its space. */
export interface RunSettings {
  readonly objective: Objective | undefined;
  readonly method: Method | undefined;
  readonly budget: Budget;
}

const searchers: ReadonlyMap<string, MethodFamily> = new Map([
  ['BasicVariantGenerator', 'random'],
  ['OptunaSearch', 'parzen'],
  ['HyperOptSearch', 'parzen'],
  ['TuneBOHB', 'parzen'],
  ['BayesOptSearch', 'bayesian'],
  ['AxSearch', 'bayesian'],
  ['HEBOSearch', 'bayesian'],
]);

interface Scheduler extends EarlyStoppingNames {
  readonly parameters: readonly string[];
}

const asha: Scheduler = {
  family: 'hyperband',
  parameters: ['time_attr', 'metric', 'mode', 'max_t', 'grace_period', 'reduction_factor', 'brackets'],
  min: 'grace_period',
  max: 'max_t',
  factor: 'reduction_factor',
};

const hyperband: Scheduler = {
  family: 'hyperband',
  parameters: ['time_attr', 'metric', 'mode', 'max_t', 'reduction_factor'],
  max: 'max_t',
  factor: 'reduction_factor',
};

const populationParameters =
  'time_attr metric mode perturbation_interval burn_in_period hyperparam_mutations quantile_fraction resample_probability perturbation_factors'.split(
    ' ',
  );
const bandit = 'time_attr metric mode perturbation_interval hyperparam_bounds quantile_fraction'.split(' ');

/** `ray/tune/schedulers`. */
const schedulers: ReadonlyMap<string, Scheduler> = new Map([
  ['ASHAScheduler', asha],
  ['AsyncHyperBandScheduler', asha],
  ['HyperBandScheduler', hyperband],
  ['HyperBandForBOHB', hyperband],
  [
    'MedianStoppingRule',
    {
      family: 'medianStopping',
      parameters: ['time_attr', 'metric', 'mode', 'grace_period', 'min_samples_required'],
      min: 'grace_period',
      startupTrials: 'min_samples_required',
    },
  ],
  ['PopulationBasedTraining', { family: 'other', parameters: populationParameters }],
  ['PB2', { family: 'other', parameters: bandit }],
]);

/** @param gridSize combinations of the lists under `grid_search`, each of which `num_samples` repeats. */
export function settingsOf(reading: Reading, { settings, stop }: Run, gridSize: number): RunSettings {
  const call = configurationOf(reading, settings);
  if (!call) return { objective: undefined, method: undefined, budget: {} };
  const scheduler = schedulerOf(call);
  const samples = call.number('num_samples');
  const trials = samples && samples.value > 0 ? { ...samples, value: samples.value * gridSize } : undefined;
  const trains = scheduler && isPopulation(scheduler.name) ? scheduler.call : undefined;
  return {
    objective: objectiveOf(reading, [call, ...(scheduler ? [scheduler.call] : [])]),
    method: methodOf(call, scheduler?.name),
    budget: {
      trials,
      parallelTrials: call.number('max_concurrent_trials'),
      earlyStopping: scheduler?.early,
      population: trains && populationOf(trains, trials, stop),
    },
  };
}

function configurationOf(reading: Reading, settings: Thunk | undefined): Call | undefined {
  const thunk = settings && resolve(settings);
  if (thunk?.expression.kind !== 'call') return undefined;
  const { expression, environment } = thunk;
  const name = expression.callee.kind === 'attribute' ? expression.callee.name : 'TuneConfig';
  const parameters = name === 'run' ? [...runParameters, ...configParameters] : configParameters;
  return new Call(reading, expression, environment, { name, parameters, required: [] });
}

function schedulerOf(
  configuration: Call | undefined,
): { name: string; call: Call; early: EarlyStopping | undefined } | undefined {
  const made = configuration && constructedBy(configuration, 'scheduler');
  const name = made && lastName(made);
  const known = name === undefined ? undefined : schedulers.get(name);
  if (!configuration || !made || name === undefined || !known) return undefined;
  const signature = { name, parameters: known.parameters, required: [] };
  const call = new Call(configuration.reading, made.expression, made.environment, signature);
  return { name, call, early: earlyStoppingOf(call, known) };
}

function isPopulation(name: string | undefined): name is string {
  return name === 'PopulationBasedTraining' || name === 'PB2';
}

interface Made {
  readonly expression: Extract<Expression, { kind: 'call' }>;
  readonly environment: Thunk['environment'];
}

function constructedBy(call: Call, argument: string): Made | undefined {
  const thunk = call.thunk(argument);
  const made = thunk && resolve(thunk);
  return made?.expression.kind === 'call'
    ? { expression: made.expression, environment: made.environment }
    : undefined;
}

function lastName({ expression: { callee }, environment }: Made): string | undefined {
  return qualifiedName(callee, environment)?.split('.').at(-1);
}

function methodOf(call: Call, scheduler: string | undefined): Method | undefined {
  const made = constructedBy(call, 'search_alg');
  if (!made) {
    if (!isPopulation(scheduler)) return undefined;
    return { name: scheduler, family: 'population', range: call.range('scheduler') ?? call.expression.range };
  }
  const name = lastName(made);
  const [inner] = made.expression.arguments;
  const wraps = name === 'ConcurrencyLimiter' || name === 'Repeater';
  const within =
    wraps && inner ? resolve({ expression: inner.value, environment: made.environment }) : undefined;
  if (within?.expression.kind === 'call') {
    return searcher({ expression: within.expression, environment: within.environment });
  }
  return searcher(made);
}

function searcher(made: Made): Method | undefined {
  const name = lastName(made);
  if (name === undefined) return undefined;
  return { name, family: searchers.get(name) ?? 'other', range: notationRange(made.expression.callee) };
}

/** The metric and mode of the configuration, or of the scheduler where only that has them. */
function objectiveOf(reading: Reading, calls: readonly Call[]): Objective | undefined {
  const call = calls.find(candidate => candidate.has('metric'));
  const metric = call?.text('metric');
  const metricRange = call?.range('metric');
  if (!call || metric === undefined || !metricRange) return undefined;
  const mode = call.text('mode');
  const goalRange = call.range('mode');
  if (mode !== undefined && goalRange && mode !== 'min' && mode !== 'max') {
    const meant = /^max/i.test(mode) ? 'max' : /^min/i.test(mode) ? 'min' : nearestWord(mode, ['min', 'max']);
    const message = l10n.t('Ray Tune’s `mode` is "min" or "max", not "{0}".', mode);
    const fix = meant && replacement(l10n.t('Write {0}', meant), goalRange, `"${meant}"`, true);
    reading.report(unknownWord, goalRange, message, { fixes: fix ? [fix] : [] });
  }
  if (mode !== 'min' && mode !== 'max') return undefined;
  return { metric, goal: mode === 'max' ? 'maximize' : 'minimize', metricRange, goalRange };
}
