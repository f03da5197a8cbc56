import type { Value } from '../text/scalars';
import type { Choice, Domain, FloatDomain, IntegerDomain } from './domain';
import { lawOf } from './law';
import { levelsOf, type Levels } from './levels';
import { sameValue } from './values';

export { cumulative, cumulativeBelow, quantile } from './cumulative';
export { decadeShares } from './decades';

/** The value at position u ∈ [0, 1] of the cumulative distribution: a draw, when u is uniform. */
export function fromUnit(domain: Domain, u: number): Value {
  switch (domain.kind) {
    case 'constant':
      return domain.value;
    case 'categorical':
    case 'ordinal':
      return choiceAt(domain.choices, u).value;
    case 'float':
    case 'integer':
      return numberMapping(domain)(u);
  }
}

/** `fromUnit` of a numeric domain, for many draws from it. */
export function numberMapping(domain: FloatDomain | IntegerDomain): (u: number) => number {
  const { quantile } = lawOf(domain);
  const levels = levelsOf(domain);
  // An unbounded prior has no value at 0 and 1: the outermost draws stand at half a unit in the last place of a
  // 53-bit uniform.
  const [least, most] = domain.prior.kind === 'normal' ? [2 ** -54, 1 - 2 ** -53] : [-Infinity, Infinity];
  const excluded = domain.kind === 'float' && domain.highExclusive === true && !levels;
  const bounded = Number.isFinite(domain.low) && Number.isFinite(domain.high);
  if (bounded && domain.prior.kind !== 'normal' && !excluded) {
    return levels ? u => levels.value(levels.nearest(quantile(u))) : quantile;
  }
  return u => {
    const x = finite(quantile(Math.min(most, Math.max(least, u))));
    const value = levels ? finite(levels.value(levels.nearest(x))) : x;
    return excluded && value >= domain.high ? justBelow(domain.high) : value;
  };
}

/**
 * The cumulative probability of a value, and for a level or a choice the middle of its mass, so that `fromUnit`
 * leads back. NaN for what the domain cannot hold.
 */
export function toUnit(domain: Domain, value: Value): number {
  switch (domain.kind) {
    case 'constant':
      return sameValue(domain.value, value) ? 0.5 : NaN;
    case 'categorical':
    case 'ordinal': {
      const index = domain.choices.findIndex(choice => sameValue(choice.value, value));
      const below = domain.choices.slice(0, Math.max(0, index)).reduce((sum, { weight }) => sum + weight, 0);
      return below + (domain.choices[index]?.weight ?? NaN) / 2;
    }
    case 'float':
    case 'integer': {
      if (typeof value !== 'number') return NaN;
      const { cumulative } = lawOf(domain);
      const levels = levelsOf(domain);
      if (!levels) return cumulative(value);
      const k = levels.nearest(value);
      return (cumulative(levels.edgeBelow(k)) + cumulative(levels.edgeBelow(k + 1))) / 2;
    }
  }
}

/** The probability density of a continuous domain at a value, the probability of a level, choice or constant. */
export function density(domain: Domain, value: Value): number {
  switch (domain.kind) {
    case 'constant':
      return sameValue(domain.value, value) ? 1 : 0;
    case 'categorical':
    case 'ordinal':
      return domain.choices.find(choice => sameValue(choice.value, value))?.weight ?? 0;
    case 'float':
    case 'integer': {
      if (typeof value !== 'number' || !canDraw(domain, value)) return 0;
      const levels = levelsOf(domain);
      return levels ? levelMass(domain, levels, levels.nearest(value)) : lawOf(domain).density(value);
    }
  }
}

/** Whether a value is one of those a domain holds, however seldom it is drawn. */
export function canDraw(domain: Domain, value: Value): boolean {
  switch (domain.kind) {
    case 'constant':
      return sameValue(domain.value, value);
    case 'categorical':
    case 'ordinal':
      return domain.choices.some(choice => sameValue(choice.value, value));
    case 'float':
    case 'integer': {
      if (typeof value !== 'number') return false;
      const levels = levelsOf(domain);
      if (!levels) return value >= domain.low && value <= domain.high;
      return Math.abs(levels.value(levels.nearest(value)) - value) <= 1e-9 * Math.abs(value);
    }
  }
}

/** Whether any number between the bounds can be drawn, rather than levels or choices. */
export function isContinuous(domain: Domain): boolean {
  return domain.kind === 'float' && levelsOf(domain) === undefined;
}

/** How many different values can be drawn: Infinity when continuous or unbounded. */
export function levelCount(domain: Domain): number {
  switch (domain.kind) {
    case 'constant':
      return 1;
    case 'categorical':
    case 'ordinal':
      return domain.choices.length;
    case 'float':
    case 'integer':
      return levelsOf(domain)?.count ?? Infinity;
  }
}

/** The first `limit` values that can be drawn, ascending or in declared order; none when continuous or without a first. */
export function levelValues(domain: Domain, limit: number): Value[] {
  switch (domain.kind) {
    case 'constant':
      return [domain.value].slice(0, limit);
    case 'categorical':
    case 'ordinal':
      return domain.choices.slice(0, limit).map(({ value }) => value);
    case 'float':
    case 'integer': {
      const levels = levelsOf(domain);
      if (!levels || !Number.isFinite(levels.first)) return [];
      return Array.from({ length: Math.min(limit, levels.count) }, (_, i) => levels.value(levels.first + i));
    }
  }
}

function choiceAt(choices: readonly Choice[], u: number): Choice {
  let reached = 0;
  for (const choice of choices) {
    reached += choice.weight;
    if (u < reached) return choice;
  }
  return choices[choices.length - 1] as Choice;
}

function finite(x: number): number {
  return Math.min(Number.MAX_VALUE, Math.max(-Number.MAX_VALUE, x));
}

function justBelow(x: number): number {
  return x - Math.max(Math.abs(x) * Number.EPSILON, Number.MIN_VALUE);
}

function levelMass(domain: FloatDomain | IntegerDomain, levels: Levels, k: number): number {
  const { cumulative } = lawOf(domain);
  return cumulative(levels.edgeBelow(k + 1)) - cumulative(levels.edgeBelow(k));
}
