import { quantile } from './cumulative';
import type { FloatDomain, IntegerDomain } from './domain';
import { levelsOf } from './levels';

/** The axis on which a numeric domain is drawn. */
export interface DisplayAxis {
  /** Finite; the quantiles at 0.1 % and 99.9 % where the prior is unbounded. */
  readonly low: number;
  readonly high: number;
  readonly log: boolean;
}

/** Spanning this ratio, a linear axis would hide the lower decades. */
const wide = 100;

/** Logarithmic when the tool draws on a log scale and when a positive range spans two decades. */
export function displayAxis(domain: FloatDomain | IntegerDomain): DisplayAxis {
  const levels = levelsOf(domain);
  const first = levels ? levels.value(levels.first) : domain.low;
  const last = levels ? levels.value(levels.last) : domain.high;
  const outermost = (bound: number, p: number): number =>
    Number.isFinite(bound) && !(bound === 0 && domain.scale === 'log' && !levels)
      ? bound
      : (quantile(domain, p) ?? bound);
  const low = outermost(first, 0.001);
  const high = outermost(last, 0.999);
  return { low, high, log: low > 0 && (domain.scale === 'log' || high / low >= wide) };
}

/** Where a value stands between the ends of an axis: 0 at the low end, 1 at the high end. */
export function axisPosition({ low, high, log }: DisplayAxis, x: number): number {
  if (log) return (Math.log(x) - Math.log(low)) / (Math.log(high) - Math.log(low));
  return (x / 2 - low / 2) / (high / 2 - low / 2);
}

/** The value at a position; the inverse of `axisPosition`. */
export function axisValue({ low, high, log }: DisplayAxis, position: number): number {
  if (log) return Math.exp(Math.log(low) * (1 - position) + Math.log(high) * position);
  return low * (1 - position) + high * position;
}
