import type { Environment } from '../../python/environment';
import { qualifiedName } from '../../python/qualifiedName';
import { resolve } from '../../python/resolve';
import { definitionOf } from '../python/definitionOf';
import type { Routine } from '../../python/routines';
import type { CallExpression } from '../../python/syntax';
import type { Budget, Goal, Method, MethodFamily } from '../../space/searchSpace';
import type { TextRange } from '../../text/range';
import { Call } from '../python/call';
import { earlyStoppingOf, type EarlyStoppingNames } from '../python/earlyStopping';
import { notationRange } from '../python/numericParameter';
import type { Reading } from '../python/reading';

/** A call and the environment it stands in. */
export interface PlacedCall {
  readonly call: CallExpression;
  readonly environment: Environment;
}

/** What a module says of a study: how it was made and what it optimises. */
export interface Study {
  readonly create?: PlacedCall | undefined;
  readonly optimize?: PlacedCall | undefined;
}

/** Every `….optimize(objective, …)` with the `create_study` behind it, and a `create_study` that is on its own. */
export function studiesOf(routines: readonly Routine[]): Study[] {
  const calls = routines.flatMap(({ calls, environment }) => calls.map(call => ({ call, environment })));
  const creations = calls.filter(({ call, environment }) =>
    /^optuna\.(?:study\.)?(?:create_study|load_study)$/.test(qualifiedName(call.callee, environment) ?? ''),
  );
  const runs = calls.filter(
    ({ call }) => call.callee.kind === 'attribute' && call.callee.name === 'optimize',
  );
  const studies = runs.flatMap((optimize): Study[] => {
    const { callee } = optimize.call;
    const object = callee.kind === 'attribute' ? callee.object : callee;
    const made = resolve({ expression: object, environment: optimize.environment });
    const create = creations.find(({ call }) => call === made.expression);
    const takesObjective = optimize.call.arguments.length > 0;
    return takesObjective && (create || creations.length < 2)
      ? [{ create: create ?? creations[0], optimize }]
      : [];
  });
  return studies.length > 0 ? studies : creations.map(create => ({ create }));
}

/** The function or lambda that a study optimises. */
export function objectiveOf({ optimize }: Study): object | undefined {
  const [first] = optimize?.call.arguments ?? [];
  return first && optimize && definitionOf(first.value, optimize.environment, '__call__');
}

const createParameters = 'storage sampler pruner study_name direction load_if_exists directions'.split(' ');
const optimizeParameters =
  'func n_trials timeout n_jobs catch callbacks gc_after_trial show_progress_bar'.split(' ');

const samplers: ReadonlyMap<string, MethodFamily> = new Map([
  ['TPESampler', 'parzen'],
  ['RandomSampler', 'random'],
  ['GridSampler', 'grid'],
  ['BruteForceSampler', 'grid'],
  ['QMCSampler', 'quasiRandom'],
  ['CmaEsSampler', 'evolution'],
  ['NSGAIISampler', 'evolution'],
  ['NSGAIIISampler', 'evolution'],
  ['GPSampler', 'bayesian'],
  ['BoTorchSampler', 'bayesian'],
]);

const pruners: ReadonlyMap<string, EarlyStoppingNames & { readonly parameters: readonly string[] }> = new Map(
  [
    [
      'HyperbandPruner',
      {
        family: 'hyperband' as const,
        parameters: ['min_resource', 'max_resource', 'reduction_factor', 'bootstrap_count'],
        min: 'min_resource',
        max: 'max_resource',
        factor: 'reduction_factor',
      },
    ],
    [
      'SuccessiveHalvingPruner',
      {
        family: 'hyperband' as const,
        parameters: ['min_resource', 'reduction_factor', 'min_early_stopping_rate', 'bootstrap_count'],
        min: 'min_resource',
        factor: 'reduction_factor',
      },
    ],
    [
      'MedianPruner',
      {
        family: 'medianStopping' as const,
        parameters: ['n_startup_trials', 'n_warmup_steps', 'interval_steps'],
        startupTrials: 'n_startup_trials',
        min: 'n_warmup_steps',
        interval: 'interval_steps',
      },
    ],
    [
      'PercentilePruner',
      {
        family: 'percentile' as const,
        parameters: ['percentile', 'n_startup_trials', 'n_warmup_steps', 'interval_steps'],
        percentage: 'percentile',
        startupTrials: 'n_startup_trials',
        min: 'n_warmup_steps',
        interval: 'interval_steps',
      },
    ],
    [
      'PatientPruner',
      {
        family: 'patience' as const,
        parameters: ['wrapped_pruner', 'patience', 'min_delta'],
        patience: 'patience',
        tolerance: 'min_delta',
      },
    ],
    ['ThresholdPruner', { family: 'other' as const, parameters: [] }],
    ['WilcoxonPruner', { family: 'other' as const, parameters: [] }],
  ],
);

/** What `create_study` and `optimize` say beside the space itself. */
export interface StudySettings {
  /** Unknown for a study that is loaded. */
  readonly goal: Goal | undefined;
  readonly goalRange: TextRange | undefined;
  readonly method: Method | undefined;
  readonly budget: Budget;
  /** The sampler as it is constructed. */
  readonly sampler: PlacedCall | undefined;
}

export function settingsOf(reading: Reading, { create, optimize }: Study): StudySettings {
  const made = create && asCall(reading, create, 'create_study', createParameters);
  const run = optimize && asCall(reading, optimize, 'optimize', optimizeParameters);
  const direction = made?.has('direction')
    ? made.text('direction')
    : isLoaded(create)
      ? undefined
      : 'minimize';
  const sampler = made && constructed(made, 'sampler');
  const pruner = made && constructed(made, 'pruner');
  return {
    goal: direction === 'maximize' || direction === 'minimize' ? direction : undefined,
    goalRange: made?.range('direction') ?? made?.range('directions'),
    method: methodOf(made, sampler),
    budget: {
      trials: run?.number('n_trials'),
      parallelTrials: run?.number('n_jobs'),
      earlyStopping: prunerOf(reading, pruner),
    },
    sampler,
  };
}

function isLoaded(create: PlacedCall | undefined): boolean {
  return !create || className(create) !== 'create_study';
}

function asCall(
  reading: Reading,
  { call, environment }: PlacedCall,
  name: string,
  parameters: readonly string[],
): Call {
  return new Call(reading, call, environment, { name, parameters, required: [] });
}

/** The call an argument stands for: `TPESampler(…)`, in place or by name. */
function constructed(call: Call, argument: string): PlacedCall | undefined {
  const thunk = call.thunk(argument);
  if (!thunk) return undefined;
  const { expression, environment } = resolve(thunk);
  return expression.kind === 'call' ? { call: expression, environment } : undefined;
}

function className({ call, environment }: PlacedCall): string {
  return qualifiedName(call.callee, environment)?.split('.').at(-1) ?? '';
}

/** Without a sampler Optuna uses its TPE, or NSGA-II where there is more than one direction. */
function methodOf(made: Call | undefined, sampler: PlacedCall | undefined): Method | undefined {
  if (!made) return undefined;
  if (!made.has('sampler')) {
    const name = made.has('directions') ? 'NSGAIISampler' : 'TPESampler';
    return { name, family: samplers.get(name) ?? 'other', range: notationRange(made.expression.callee) };
  }
  if (!sampler) return undefined;
  const name = className(sampler);
  return name === ''
    ? undefined
    : { name, family: samplers.get(name) ?? 'other', range: notationRange(sampler.call.callee) };
}

function prunerOf(reading: Reading, pruner: PlacedCall | undefined): Budget['earlyStopping'] {
  const name = pruner && className(pruner);
  const names = name === undefined ? undefined : pruners.get(name);
  if (!pruner || name === undefined || !names) return undefined;
  const call = asCall(reading, pruner, name, names.parameters);
  const wrapped = call.has('wrapped_pruner') ? constructed(call, 'wrapped_pruner') : undefined;
  return { ...earlyStoppingOf(call, names), wrapped: prunerOf(reading, wrapped) };
}
