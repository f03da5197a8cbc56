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
 * bounds out of order, unbounded without a prior that is, a log scale that reaches zero, a step that is not positive.
 */
export function numericDomain(specification: NumericDomainSpecification): Domain | undefined {
  const { type, scale = 'linear', prior = { kind: 'uniform' } } = specification;
  const step = specification.step ?? (type === 'integer' ? unitStep : undefined);
  if (step && !(step.size > 0 && Number.isFinite(step.size))) return undefined;
  if (!isDrawablePrior(prior)) return undefined;

  let { low, high } = specification;
  if (type === 'integer') [low, high] = [Math.ceil(low), Math.floor(high)];
  if (scale !== 'linear' && prior.kind === 'normal') low = Math.max(low, 0);
  if (!(low <= high)) return undefined;
  if (prior.kind !== 'normal') {
    if (!Number.isFinite(low) || !Number.isFinite(high)) return undefined;
    if (scale !== 'linear' && low <= 0) return undefined;
  }

  const wholeStep = step && type === 'integer' ? { ...step, size: Math.max(1, Math.round(step.size)) } : step;
  const highExclusive = type === 'float' && specification.highExclusive ? true : undefined;
  const shape = { low, high, scale, prior };
  const domain: FloatDomain | IntegerDomain =
    type === 'integer'
      ? { kind: 'integer', ...shape, step: wholeStep ?? unitStep }
      : { kind: 'float', ...shape, step, highExclusive };

  const { cumulative, quantile } = lawOf(domain);
  const only =
    prior.kind === 'normal' && prior.standardDeviation === 0 ? quantile(0.5) : low === high ? low : undefined;
  const levels = levelsOf(domain);
  if (only !== undefined) {
    if (!Number.isFinite(only)) return undefined;
    return constantDomain(levels ? levels.value(levels.nearest(only)) : only);
  }
  if (!(cumulative(high) > 0)) return undefined;
  if (levels && levels.count === 1) return constantDomain(levels.value(levels.first));
  return domain;
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

function isDrawablePrior(prior: Prior): boolean {
  switch (prior.kind) {
    case 'uniform':
      return true;
    case 'normal':
      return (
        Number.isFinite(prior.mean) &&
        prior.standardDeviation >= 0 &&
        Number.isFinite(prior.standardDeviation)
      );
    case 'beta':
      return prior.alpha > 0 && prior.beta > 0 && Number.isFinite(prior.alpha) && Number.isFinite(prior.beta);
  }
}
