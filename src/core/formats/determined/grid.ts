import type { Domain } from '../../space/domain';
import { ordinalDomain } from '../../space/domains';
import type { Interval } from './hyperparameter';

/** Beyond this no grid is run, and its values need not be listed. */
const mostValues = 10_000;

/** `grid` of `master/pkg/searcher/grid.go`: `count` values from end to end, or the middle alone; integers rounded. */
export function gridDomain({
  type,
  low,
  high,
  base,
  count: wanted,
}: Interval & { readonly count: number }): Domain | undefined {
  const possible = type === 'int' ? Math.min(wanted, high - low + 1) : wanted;
  const count = Math.min(possible, mostValues);
  if (!(count >= 1)) return undefined;
  const positions = Array.from({ length: count }, (_, i) =>
    count === 1 ? (low + high) / 2 : low + (i * (high - low)) / (count - 1),
  );
  return ordinalDomain(positions.map(position => ({ value: valueAt(type, position, base) })));
}

function valueAt(type: Interval['type'], position: number, base: number): number {
  if (type === 'log') return base ** position;
  return type === 'int' ? Math.round(position) : position;
}
