import type { MapEntry, MapNode } from '../../text/source';

/** Past this many, one more does not tell a person more. */
const mostUnknown = 20;

/** The entries whose keys are not among those known here, repeats left out, as many as are worth reporting. */
export function unknownEntries(map: MapNode, known: Iterable<string>): MapEntry[] {
  const names = new Set(known);
  return effectiveEntries(map)
    .filter(({ key }) => !names.has(key.text))
    .slice(0, mostUnknown);
}

/** The entries that count: of those with the same key the last. */
export function effectiveEntries({ entries }: MapNode): MapEntry[] {
  const last = new Set(new Map(entries.map(entry => [entry.key.text, entry])).values());
  return entries.filter(entry => last.has(entry));
}
