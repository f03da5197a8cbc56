import { pythonFloat } from '../../text/pythonNumber';
import { scalarValue, type Dialect } from '../../text/scalars';
import type { SourceNode } from '../../text/source';
import type { Variable } from './variable';

/** The numbers of `_value`, through Python's `float` as `formatting.py` takes them; undefined for what it refuses. */
export function numbersOf({ value }: Variable, dialect: Dialect): (number | undefined)[] {
  return value?.kind === 'list' ? value.items.map(item => asNumber(item, dialect)) : [];
}

function asNumber(node: SourceNode, dialect: Dialect): number | undefined {
  if (node.kind !== 'scalar') return undefined;
  const value = scalarValue(node, dialect);
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  return typeof value === 'string' ? pythonFloat(value) : undefined;
}

export function isNumber(node: SourceNode, dialect: Dialect): boolean {
  return node.kind === 'scalar' && typeof scalarValue(node, dialect) === 'number';
}
