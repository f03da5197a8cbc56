import type { Stated } from '../../space/searchSpace';
import { scalarValue } from '../../text/scalars';
import type { MapEntry, SourceNode } from '../../text/source';

/** NNI takes its keys in camel or snake case: `maxTrialNumber`, `max_trial_number` (`config/utils`). */
export function field(node: SourceNode | undefined, ...names: readonly string[]): MapEntry | undefined {
  if (node?.kind !== 'map') return undefined;
  const wanted = new Set(names.map(plainKey));
  return node.entries.findLast(({ key }) => wanted.has(plainKey(key.text)));
}

export function plainKey(key: string): string {
  return key.toLowerCase().replaceAll('_', '');
}

/** The text of a scalar that is not null. */
export function fieldText(entry: MapEntry | undefined): string | undefined {
  if (entry?.value.kind !== 'scalar' || scalarValue(entry.value, 'pyyaml') === null) return undefined;
  return entry.value.text;
}

export function fieldNumber(entry: MapEntry | undefined): Stated | undefined {
  if (entry?.value.kind !== 'scalar') return undefined;
  const value = scalarValue(entry.value, 'pyyaml');
  return typeof value === 'number' ? { value, range: entry.value.range } : undefined;
}
