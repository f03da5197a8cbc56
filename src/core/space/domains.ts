import type { Value } from '../text/scalars';
import { lawOf } from './law';
import { levelsOf } from './levels';
import type {
  CategoricalDomain,
  Choice,
  ConstantDomain,
  Domain,
  FloatDomain,
  IntegerDomain,
  OrdinalDomain,
  Prior,
  Scale,
  Step,
} from './domain';
import { choiceLabel, valueKey } from './values';

export { choiceLabel } from './values';

export interface NumericDomainSpecification {
  readonly type: 'float' | 'integer';
  /** Value space, both inclusive; infinite where the prior is unbounded. */
  readonly low: number;
  readonly high: number;
  readonly scale?: Scale | undefined;
  readonly mirror?: number | undefined;
  readonly prior?: Prior | undefined;
  /** An integer without one has `{ size: 1, origin: 'low', clamp: false }`. */
  readonly step?: Step | undefined;
  readonly highExclusive?: boolean | undefined;
}

export interface ChoiceSpecification {
  readonly value: Value;
  /** Relative; 1 where absent. */
  readonly weight?: number | undefined;
}

/**
 * The domain of a number, a constant where only one value is possible, and undefined where nothing can be drawn:
 * bounds out of order, unbounded without a prior that is, a log scale that reaches zero, a step that is not positive,
 * or that rounds a bound beyond the largest number.
 */
export function numericDomain(specification: NumericDomainSpecification): Domain | undefined {
  const { scale = 'linear', prior = { kind: 'uniform' }, type } = specification;
  const bounds = boundsOf(specification);
  const step = stepOf(specification);
  if (!bounds || step === 'none possible' || !isDrawable(prior, scale)) return undefined;
  const { mirror } = specification;
  const { low, high } = bounds;
  const plain: FloatDomain | IntegerDomain =
    type === 'integer'
      ? { kind: 'integer', low, high, scale, prior, step: step ?? unitStep }
      : {
          kind: 'float',
          low,
          high,
          scale,
          prior,
          step,
          highExclusive: specification.highExclusive || undefined,
        };
  const domain = scale === 'reverseLog' && mirror !== undefined ? { ...plain, mirror } : plain;
  const levels = levelsOf(domain);
  if (
    levels &&
    [levels.first, levels.last].some(k => Number.isFinite(k) && !Number.isFinite(levels.value(k)))
  ) {
    return undefined;
  }

  const only = onlyValue(domain);
  if (only !== undefined) return constantDomain(levels ? levels.value(levels.nearest(only)) : only);
  if (prior.kind === 'normal' && !(lawOf(domain).cumulative(Infinity) > 0)) return undefined;
  return levels?.count === 1 ? constantDomain(levels.value(levels.first)) : domain;
}

/**
 * Alternatives without an order. Repeated values are one choice with their weights added, and a choice of weight
 * zero is left out, because it is never drawn. Undefined when no choice has weight or a weight is not a number ≥ 0.
 */
export function categoricalDomain(
  choices: readonly ChoiceSpecification[],
): CategoricalDomain | ConstantDomain | undefined {
  return choiceDomain('categorical', choices);
}

/** Alternatives in the order given; otherwise as `categoricalDomain`. */
export function ordinalDomain(
  choices: readonly ChoiceSpecification[],
): OrdinalDomain | ConstantDomain | undefined {
  return choiceDomain('ordinal', choices);
}

export function constantDomain(value: Value): ConstantDomain {
  return { kind: 'constant', value };
}

function choiceDomain<Kind extends 'categorical' | 'ordinal'>(
  kind: Kind,
  choices: readonly ChoiceSpecification[],
): { kind: Kind; choices: Choice[] } | ConstantDomain | undefined {
  const merged = new Map<string, { value: Value; weight: number }>();
  for (const { value, weight = 1 } of choices) {
    if (!(weight >= 0 && Number.isFinite(weight))) return undefined;
    if (weight === 0) continue;
    const key = valueKey(value);
    merged.set(key, { value, weight: weight + (merged.get(key)?.weight ?? 0) });
  }
  const drawable = [...merged.values()];
  const total = drawable.reduce((sum, { weight }) => sum + weight, 0);
  const [first] = drawable;
  if (!first || !Number.isFinite(total)) return undefined;
  if (drawable.length === 1) return constantDomain(first.value);
  return {
    kind,
    choices: drawable.map(({ value, weight }) => ({
      value,
      label: choiceLabel(value),
      weight: weight / total,
    })),
  };
}

const unitStep: Step = { size: 1, origin: 'low', clamp: false };

function boundsOf(specification: NumericDomainSpecification): { low: number; high: number } | undefined {
  const { type, scale = 'linear', prior, mirror } = specification;
  const bounded = prior?.kind !== 'normal';
  const whole = type === 'integer';
  // Adding zero turns -0, which no user means, into 0.
  let low = (whole ? Math.ceil(specification.low) : specification.low) + 0;
  const high = (whole ? Math.floor(specification.high) : specification.high) + 0;
  if (scale === 'log' && !bounded) low = Math.max(low, 0);
  if (!(low <= high) || low === Infinity || high === -Infinity) return undefined;
  if (bounded && !(Number.isFinite(low) && Number.isFinite(high))) return undefined;
  if (scale === 'reverseLog' && mirror !== undefined) return high < mirror ? { low, high } : undefined;
  if (bounded && scale !== 'linear' && low <= 0) return undefined;
  if (scale === 'reverseLog' && !Number.isFinite(low + high)) return undefined;
  return { low, high };
}

function stepOf({ type, step }: NumericDomainSpecification): Step | undefined | 'none possible' {
  if (!step) return undefined;
  if (!(step.size > 0 && Number.isFinite(step.size))) return 'none possible';
  return type === 'integer' ? { ...step, size: Math.max(1, Math.round(step.size)) } : step;
}

/** The value before rounding where bounds or deviation leave only one. */
function onlyValue({ low, high, scale, prior }: FloatDomain | IntegerDomain): number | undefined {
  if (low === high) return low;
  if (prior.kind !== 'normal' || prior.standardDeviation > 0) return undefined;
  const centre = scale === 'log' ? Math.exp(prior.mean) : prior.mean;
  return Math.min(high, Math.max(low, Math.min(Number.MAX_VALUE, centre)));
}

function isDrawable(prior: Prior, scale: Scale): boolean {
  switch (prior.kind) {
    case 'uniform':
      return true;
    case 'normal': {
      const { mean, standardDeviation } = prior;
      const finite = Number.isFinite(mean) && Number.isFinite(standardDeviation);
      return finite && standardDeviation >= 0 && scale !== 'reverseLog';
    }
    case 'beta':
      return isBetaShape(prior.alpha) && isBetaShape(prior.beta);
  }
}

/** Outside this range the quantiles of a beta distribution leave double precision. */
function isBetaShape(parameter: number): boolean {
  return parameter >= 1e-3 && parameter <= 1e6;
}
