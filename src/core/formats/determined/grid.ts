import type { Domain } from '../../space/domain';
import { constantDomain, numericDomain, ordinalDomain } from '../../space/domains';
import { drawnInterval, type Interval } from './interval';

/** More values than these are not told apart from all there are between the bounds. */
const mostListed = 1000;

/** `grid` of `master/pkg/searcher/grid.go`: `count` values from end to end, or the middle alone; integers rounded. */
export function gridDomain(interval: Interval, wanted: number): Domain | undefined {
  const { type, low, high, base } = interval;
  const count = type === 'int' ? Math.min(wanted, high - low + 1) : wanted;
  if (!(count >= 1)) return undefined;
  const valueAt = (position: number): number => (type === 'log' ? base ** position : position);
  const middle = (low + high) / 2;
  if (count === 1) return constantDomain(type === 'int' ? rounded(middle) : valueAt(middle));
  const size = (high - low) / (count - 1);
  if (type === 'double' || (type === 'int' && Number.isInteger(size))) {
    const step = { size, origin: 'low', clamp: true } as const;
    return numericDomain({ type: type === 'int' ? 'integer' : 'float', low, high, step });
  }
  if (count > mostListed) return drawnInterval(interval);
  const positions = Array.from({ length: count }, (_, i) => low + i * size);
  return ordinalDomain(
    positions.map(position => ({ value: type === 'int' ? rounded(position) : valueAt(position) })),
  );
}

/** Go rounds halves away from zero. */
function rounded(x: number): number {
  return Math.sign(x) * Math.round(Math.abs(x));
}
