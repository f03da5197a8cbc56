import { numericDomain } from '../../space/domains';
import type { Domain } from '../../space/domain';
import type { RangeSweep } from './overrides/sweep';

/** The numbers a range lists: from `low`, `count` of them, `size` apart. */
export interface Listed {
  readonly low: number;
  readonly high: number;
  readonly size: number;
  readonly count: number;
}

/** As `range` of Python and of Hydra's grammar list them: the stop is left out. */
export function withoutStop(range: RangeSweep): Listed | undefined {
  const [start, stop, step] = [range.start.value, range.stop.value, range.step.value];
  const count = Math.ceil(Number(((stop - start) / step).toPrecision(12)));
  if (step === 0 || !(count > 0)) return undefined;
  const last = tidy(start + (count - 1) * step);
  return { low: Math.min(start, last), high: Math.max(start, last), size: Math.abs(step), count };
}

/**
 * As `_to_grid_sampler_choices` of the Optuna sweeper lists them: `(high - low) // step` values from the lower bound
 * on, which leaves the upper one out.
 */
export function gridLevels(low: number, high: number, size: number): Listed | undefined {
  // Optuna has lowered the upper bound to the last multiple by then.
  const reach = tidy(Math.floor(tidy((high - low) / size)) * size);
  const count = floorDivide(reach, size);
  return count > 0 ? { low, high: tidy(low + (count - 1) * size), size, count } : undefined;
}

export function listedDomain({ low, high, size }: Listed, type: 'integer' | 'float'): Domain | undefined {
  return numericDomain({ type, low, high, step: { size, origin: 'low', clamp: true } });
}

/** Python's `//` of floats: the quotient of what the exact remainder leaves. */
function floorDivide(a: number, b: number): number {
  return Math.round((a - (a % b)) / b);
}

function tidy(x: number): number {
  return Number(x.toPrecision(12));
}
