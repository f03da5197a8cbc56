import type { Domain, FloatDomain, IntegerDomain } from './domain';
import { lawOf } from './law';
import { levelsOf } from './levels';

/** The smallest value whose cumulative probability reaches p; undefined for a domain without an order of numbers. */
export function quantile(domain: Domain, p: number): number | undefined {
  if (!isNumeric(domain)) return undefined;
  const x = lawOf(domain).quantile(p);
  const levels = levelsOf(domain);
  return levels ? levels.value(levels.nearest(x)) : x;
}

/** P(X ≤ x); of alternatives only those that are numbers count. */
export function cumulative(domain: Domain, x: number): number {
  return massUpTo(domain, x, true);
}

/** P(X < x); of alternatives only those that are numbers count. */
export function cumulativeBelow(domain: Domain, x: number): number {
  return massUpTo(domain, x, false);
}

export function isNumeric(domain: Domain): domain is FloatDomain | IntegerDomain {
  return domain.kind === 'float' || domain.kind === 'integer';
}

function massUpTo(domain: Domain, x: number, inclusive: boolean): number {
  switch (domain.kind) {
    case 'constant':
      return typeof domain.value === 'number' && reaches(domain.value, x, inclusive) ? 1 : 0;
    case 'categorical':
    case 'ordinal':
      return domain.choices.reduce(
        (sum, { value, weight }) =>
          typeof value === 'number' && reaches(value, x, inclusive) ? sum + weight : sum,
        0,
      );
    case 'float':
    case 'integer': {
      const law = lawOf(domain);
      const levels = levelsOf(domain);
      if (!levels) return law.cumulative(x);
      const k = levels.nearest(x);
      return law.cumulative(levels.edgeBelow(reaches(levels.value(k), x, inclusive) ? k + 1 : k));
    }
  }
}

function reaches(value: number, x: number, inclusive: boolean): boolean {
  return inclusive ? value <= x : value < x;
}
