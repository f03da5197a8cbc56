import type { Domain, Prior, Scale, Step } from '../../space/domain';
import { numericDomain } from '../../space/domains';

/** The numbers of a hyperparameter as its file states them. */
export interface Numbers {
  readonly type: 'float' | 'integer';
  readonly lower: number;
  readonly upper: number;
  readonly log: boolean;
  readonly mu?: number | undefined;
  readonly sigma?: number | undefined;
  readonly alpha?: number | undefined;
  readonly beta?: number | undefined;
}

/** ConfigSpace rounds the numbers of a float to this many places (`hp_components.py`). */
export const places = 13;

export function rounded(x: number): number {
  return Math.abs(x) < 1e8 ? Number(x.toFixed(places)) : x;
}

/** Integers are the equal cells of the range. */
const cells: Step = { size: 1, origin: 'low', clamp: true, rounding: 'equal' };

/**
 * What ConfigSpace 1.2 draws a number from (`ConfigSpace/hyperparameters`). Its bounds must differ. A normal one is
 * cut at its bounds; on a log scale its deviation is ln(lower + sigma), and a beta one has its shape along the scale.
 * For an integer that is normal or beta on a log scale ConfigSpace leaves some integers out; here each has its cell.
 */
export function drawnNumber(numbers: Numbers): Domain | undefined {
  const { type, log } = numbers;
  const whole = type === 'integer';
  const [low, high] = whole
    ? [Math.round(numbers.lower), Math.round(numbers.upper)]
    : [rounded(numbers.lower), rounded(numbers.upper)];
  const prior = priorOf(numbers, low);
  if (!(low < high) || prior === undefined || (log && low <= 0)) return undefined;
  const scale: Scale = log ? 'log' : 'linear';
  return numericDomain({ type, low, high, scale, prior, step: whole ? cells : undefined });
}

function priorOf({ mu, sigma, alpha, beta, log }: Numbers, low: number): Prior | undefined {
  if (mu !== undefined && sigma !== undefined) {
    if (!log) return { kind: 'normal', mean: mu, standardDeviation: sigma };
    return mu > 0
      ? { kind: 'normal', mean: Math.log(mu), standardDeviation: Math.abs(Math.log(low + sigma)) }
      : undefined;
  }
  if (alpha !== undefined && beta !== undefined) return { kind: 'beta', alpha, beta };
  return { kind: 'uniform' };
}
