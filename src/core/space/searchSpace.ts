import type { Finding } from '../finding';
import type { TextRange } from '../text/range';
import type { Dialect, Value } from '../text/scalars';
import type { Declared, Domain } from './domain';

/** What every format is read into. */
export interface SearchSpace {
  readonly format: FormatId;
  /** Unique in its document; absent where a document holds one space only: a function, a job, a resource. */
  readonly name?: string | undefined;
  readonly dialect: Dialect;
  /** In the order of the file. */
  readonly parameters: readonly Parameter[];
  /** Combinations that are never drawn. */
  readonly forbidden: readonly Condition[];
  readonly objective?: Objective | undefined;
  readonly method?: Method | undefined;
  readonly budget: Budget;
  /** The key or token that opens the block of parameters: where a lens stands. */
  readonly range: TextRange;
  /** What the reader could not understand or the vendor would reject. */
  readonly findings: readonly Finding[];
}

export type FormatId =
  | 'wandb-sweep'
  | 'katib-experiment'
  | 'nni-search-space'
  | 'nni-experiment'
  | 'hydra-sweeper'
  | 'configspace'
  | 'pcs'
  | 'azure-sweep'
  | 'optuna-python'
  | 'ray-python'
  | 'hyperopt-python'
  | 'keras-tuner-python'
  | 'ax-python'
  | 'wandb-python'
  | 'determined'
  | 'vertex-study'
  | 'sagemaker-tuning'
  | 'irace'
  | 'polyaxon';

export interface Parameter {
  /** Unique in its space. Nested names are joined as their tool joins them. */
  readonly name: string;
  readonly declared: Declared;
  /** Absent when nothing can be drawn from the declaration; a finding says why. */
  readonly domain?: Domain | undefined;
  /** The value the file says to start from or to fall back on. */
  readonly default?: Value | undefined;
  /** Absent when the parameter is always active. */
  readonly condition?: Condition | undefined;
  readonly tokens: ParameterTokens;
}

/** A parameter that can be drawn. */
export type DrawableParameter = Parameter & { readonly domain: Domain };

export function drawableParameters(space: SearchSpace): DrawableParameter[] {
  return space.parameters.filter(
    (parameter): parameter is DrawableParameter => parameter.domain !== undefined,
  );
}

/** Where each part of a declaration stands. */
export interface ParameterTokens {
  readonly name: TextRange;
  /** The whole declaration, name included. */
  readonly declaration: TextRange;
  /** The distribution or type keyword. */
  readonly notation?: TextRange | undefined;
  readonly low?: TextRange | undefined;
  readonly high?: TextRange | undefined;
  readonly step?: TextRange | undefined;
  /** The list of choices, brackets included. */
  readonly choices?: TextRange | undefined;
  readonly default?: TextRange | undefined;
  /** What says when it is active, where that stands in one place. */
  readonly condition?: TextRange | undefined;
}

/** When a parameter is active, in terms of other parameters' values. */
export type Condition =
  | { readonly kind: 'in'; readonly parent: string; readonly values: readonly Value[] }
  | { readonly kind: 'notIn'; readonly parent: string; readonly values: readonly Value[] }
  | { readonly kind: 'below'; readonly parent: string; readonly bound: number; readonly inclusive: boolean }
  | { readonly kind: 'above'; readonly parent: string; readonly bound: number; readonly inclusive: boolean }
  | {
      readonly kind: 'relation';
      readonly left: string;
      readonly operator: RelationOperator;
      readonly right: string;
    }
  | { readonly kind: 'all'; readonly of: readonly Condition[] }
  | { readonly kind: 'any'; readonly of: readonly Condition[] };

/** How the value of one parameter stands to that of another. */
export type RelationOperator = '<' | '<=' | '=' | '>=' | '>';

/** One value per *active* parameter; an inactive one is absent, never a placeholder. */
export type Configuration = ReadonlyMap<string, Value>;

export interface Objective {
  readonly metric: string;
  readonly goal: Goal;
  readonly metricRange: TextRange;
  /** Absent when the goal is the tool's default. */
  readonly goalRange?: TextRange | undefined;
}

export type Goal = 'minimize' | 'maximize';

export interface Method {
  /** The vendor's own name: `bayes`, `TPE`, `bayesianoptimization`. */
  readonly name: string;
  readonly family: MethodFamily;
  readonly range: TextRange;
}

export type MethodFamily =
  | 'grid'
  | 'random'
  | 'quasiRandom'
  | 'bayesian'
  | 'parzen'
  | 'evolution'
  | 'hyperband'
  | 'population'
  | 'other';

/** A number together with the place that states it. */
export interface Stated {
  readonly value: number;
  readonly range: TextRange;
}

export interface Budget {
  readonly trials?: Stated | undefined;
  readonly parallelTrials?: Stated | undefined;
  readonly earlyStopping?: EarlyStopping | undefined;
  readonly population?: Population | undefined;
}

/** What the file says about training a population that copies and changes on the way (PBT, PB2). */
export interface Population {
  /** The vendor's own name: `pbt`, `PopulationBasedTraining`, `PBTTuner`. */
  readonly name: string;
  readonly size?: Stated | undefined;
  /** What every member is trained for in all, in the units of its tool. */
  readonly maxResource?: Stated | undefined;
  /** How many units lie between two comparisons. */
  readonly interval?: Stated | undefined;
  /** The share that takes over from as many at the top. */
  readonly quantile?: Stated | undefined;
  readonly resampleProbability?: Stated | undefined;
  /** What a number is multiplied by, one above 1 and one below. */
  readonly factors?: readonly [up: number, down: number] | undefined;
  /** Whether members wait for each other before they are compared. */
  readonly isSynchronous: boolean;
  /** The parameters that change on the way; all of them where absent. */
  readonly changes?: readonly string[] | undefined;
  readonly range: TextRange;
}

/** What the file says about stopping trials early, in the resource units of its tool (epochs, logged values, …). */
export interface EarlyStopping {
  /** The vendor's own name: `hyperband`, `medianstop`, `Medianstop`. */
  readonly name: string;
  readonly family:
    'hyperband' | 'medianStopping' | 'bandit' | 'truncation' | 'percentile' | 'patience' | 'other';
  readonly minResource?: Stated | undefined;
  readonly maxResource?: Stated | undefined;
  readonly reductionFactor?: Stated | undefined;
  /** How often the most resource is divided, where the tool counts that: W&B's `s`, Determined's rungs but the last. */
  readonly rungsBelow?: Stated | undefined;
  /** Which brackets Determined runs: all, those in the upper half, the one that stops most. */
  readonly mode?: 'conservative' | 'standard' | 'aggressive' | undefined;
  /** What a bandit policy forgives: a share of the best value, or an amount. */
  readonly slackFactor?: Stated | undefined;
  readonly slackAmount?: Stated | undefined;
  /** How many in a hundred a truncation policy stops, or a percentile rule lets go on. */
  readonly percentage?: Stated | undefined;
  /** How many trials must have ended before anybody is stopped. */
  readonly startupTrials?: Stated | undefined;
  /** How many reports without a gain a rule forgives, and how small a gain is none. */
  readonly patience?: Stated | undefined;
  readonly tolerance?: Stated | undefined;
  /** The rule that is asked once patience is over; nobody is spared then where there is none. */
  readonly wrapped?: EarlyStopping | undefined;
  /** How many units lie between two decisions of a policy. */
  readonly interval?: Stated | undefined;
  /** False where the code is seen to report nothing while a trial runs; absent where that cannot be seen. */
  readonly isReported?: false | undefined;
  readonly range: TextRange;
}
