import type { Value } from '../text/scalars';
import type { TextRange } from '../text/range';

/**
 * What a parameter may be and how often: the distribution its tool draws from, in value space.
 * Built only by the constructors in `domains.ts`, so every `Domain` can be sampled.
 */
export type Domain = FloatDomain | IntegerDomain | CategoricalDomain | OrdinalDomain | ConstantDomain;

export type Scale = 'linear' | 'log' | 'reverseLog';

/**
 * The shape of the density along the scale: `normal` with scale `log` is a log-normal, whose mean and standard
 * deviation are those of the logarithm.
 */
export type Prior =
  | { readonly kind: 'uniform' }
  | { readonly kind: 'normal'; readonly mean: number; readonly standardDeviation: number }
  | { readonly kind: 'beta'; readonly alpha: number; readonly beta: number };

/**
 * Quantisation. `low`: values are low, low + size, … up to high, all equally likely under a uniform prior.
 * `zero`: a continuous draw is rounded to the nearest multiple of `size`, so the two end levels carry less mass,
 * and, unless `clamp`, may lie outside the bounds.
 */
export interface Step {
  readonly size: number;
  readonly origin: 'low' | 'zero';
  readonly clamp: boolean;
  /**
   * Which draws a level takes. `down`: those from itself up to the next one. `equal`: the range is cut into as many
   * cells of equal width as there are levels from `low` on. `nearest` where absent.
   */
  readonly rounding?: 'nearest' | 'down' | 'equal' | undefined;
}

interface NumericDomain {
  /** Both inclusive, in value space; infinite where the prior is unbounded. */
  readonly low: number;
  readonly high: number;
  readonly scale: Scale;
  /** Where a reversed logarithm is infinite: the density is 1 / (mirror − x). `low + high` where absent. */
  readonly mirror?: number | undefined;
  readonly prior: Prior;
}

export interface FloatDomain extends NumericDomain {
  readonly kind: 'float';
  readonly step?: Step | undefined;
  /** True where the tool draws from `[low, high)`. */
  readonly highExclusive?: boolean | undefined;
}

export interface IntegerDomain extends NumericDomain {
  readonly kind: 'integer';
  readonly step: Step;
}

export interface Choice {
  readonly value: Value;
  /** How the choice is shown: strings bare, everything else as JSON. */
  readonly label: string;
  /** Probability; the weights of a domain sum to one. */
  readonly weight: number;
}

/** Alternatives without an order. */
export interface CategoricalDomain {
  readonly kind: 'categorical';
  readonly choices: readonly Choice[];
}

/** Alternatives in a declared order. */
export interface OrdinalDomain {
  readonly kind: 'ordinal';
  readonly choices: readonly Choice[];
}

export interface ConstantDomain {
  readonly kind: 'constant';
  readonly value: Value;
}

/** The bounds, step and choices as the file writes them, before any tool's interpretation. */
export interface Declared {
  /** The vendor's own word for the kind, such as `log_uniform_values` or `randint`; empty when it was inferred. */
  readonly notation: string;
  readonly type: 'float' | 'integer' | 'categorical' | 'ordinal' | 'constant';
  readonly scale: Scale;
  /** What `low` and `high` stand for. */
  readonly bounds: 'values' | 'exponents';
  /** Of the exponents; e where absent. */
  readonly base?: number | undefined;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly step?: number | undefined;
  readonly mean?: number | undefined;
  readonly standardDeviation?: number | undefined;
  readonly choices?: readonly DeclaredChoice[] | undefined;
}

export interface DeclaredChoice {
  readonly value: Value;
  readonly weight?: number | undefined;
  readonly range: TextRange;
}
