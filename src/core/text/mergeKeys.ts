import type { MapEntry, ScalarNode, SourceNode } from './source';

/** A node that is not there. */
export function emptyScalar(at: number): ScalarNode {
  return { kind: 'scalar', text: '', style: 'plain', range: { start: at, end: at } };
}

/** `<<` of https://yaml.org/type/merge.html, which the loaders of YAML 1.1 follow. */
export function isMergeKey(key: ScalarNode): boolean {
  return key.style === 'plain' && key.text === '<<';
}

/** The entries a merge value brings in: of several mappings the earlier wins. Undefined when it is no mapping. */
export function mergedEntries(value: SourceNode): MapEntry[] | undefined {
  if (value.kind === 'map') return [...value.entries];
  if (value.kind === 'scalar') return undefined;
  const byKey = new Map<string, MapEntry>();
  for (const item of value.items) {
    if (item.kind !== 'map') return undefined;
    for (const entry of item.entries) if (!byKey.has(entry.key.text)) byKey.set(entry.key.text, entry);
  }
  return [...byKey.values()];
}
