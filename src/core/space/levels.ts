import type { FloatDomain, IntegerDomain } from './domain';

/** The grid of a quantised domain. Level k stands at `value(k)`; `first` and `last` are infinite where the prior is unbounded. */
export interface Levels {
  readonly first: number;
  readonly last: number;
  readonly count: number;
  value(k: number): number;
  /** The level whose cell holds x. */
  nearest(x: number): number;
  /** Where the cell of level k begins, on the continuous axis that is rounded; -∞ for the first. */
  edgeBelow(k: number): number;
}

/**
 * The levels of a quantised domain, undefined for a continuous one and for one whose step is below the resolution of
 * its largest draws.
 */
export function levelsOf(domain: FloatDomain | IntegerDomain): Levels | undefined {
  const { low, high, step } = domain;
  if (!step || (domain.kind === 'float' && step.size < Number.EPSILON * largestDraw(domain))) {
    return undefined;
  }
  const { size, origin, clamp } = step;
  // How far below a level its cell begins, in cells.
  const reach = step.rounding === undefined || step.rounding === 'nearest' ? 0.5 : slack;
  const anchor = origin === 'low' && Number.isFinite(low) ? low : 0;
  const [first, last] =
    origin === 'low'
      ? [Math.ceil((low - anchor) / size - slack), Math.floor((high - anchor) / size + slack)]
      : [Math.floor(low / size + reach + slack), Math.ceil(high / size + reach - 1 - slack)];
  const count = last - first + 1;
  const cell = step.rounding === 'equal' && count > 1 ? (size * (count - 1)) / count : size;
  const within = clamp || origin === 'low';
  const value = (k: number): number => {
    const onGrid = anchor + k * size;
    return within ? Math.min(high, Math.max(low, onGrid)) : onGrid;
  };
  return {
    first,
    last,
    count,
    value,
    nearest: x => Math.min(last, Math.max(first, Math.floor((x - anchor) / cell + reach))),
    edgeBelow: k => (k <= first ? -Infinity : k > last ? Infinity : anchor + (k - reach) * cell),
  };
}

// Quotients such as 0.3 / 0.1 miss the whole number they stand for by a few units in the last place.
const slack = 1e-9;

function largestDraw({ low, high, scale, prior }: FloatDomain): number {
  if (Number.isFinite(low) && Number.isFinite(high)) return Math.max(Math.abs(low), Math.abs(high));
  if (prior.kind !== 'normal') return Infinity;
  const reach = Math.abs(prior.mean) + 9 * prior.standardDeviation;
  return scale === 'log' ? Math.exp(reach) : reach;
}
