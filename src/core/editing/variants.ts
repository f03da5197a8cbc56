import { entry, type MapNode } from '../text/source';
import { marker } from './probe';
import type { Field, MapShape, Variant } from './shape';

/** The keys that are written in a mapping, the one at the caret aside. */
export function writtenKeys({ entries }: MapNode): Set<string> {
  return new Set(entries.map(({ key }) => key.text).filter(key => !key.includes(marker)));
}

/** The variants a mapping may still become: the one it names, or those that have a place for every key written. */
export function openVariants({ variants }: MapShape, map: MapNode): readonly Variant[] {
  if (variants === undefined) return [];
  const word = entry(map, variants.by)?.value;
  const named = variants.all.find(variant => word?.kind === 'scalar' && variant.word?.word === word.text);
  return named ? [named] : fittingVariants({ variants }, map);
}

/** Those that have a place for every key written that any variant has a place for. */
export function fittingVariants({ variants }: Pick<MapShape, 'variants'>, map: MapNode): readonly Variant[] {
  if (variants === undefined) return [];
  const known = new Set(variants.all.flatMap(({ fields }) => fields.map(({ key }) => key)));
  const keys = [...writtenKeys(map)].filter(key => known.has(key));
  return variants.all.filter(({ fields }) => keys.every(key => fields.some(field => field.key === key)));
}

/** Every field the mapping may have, each once, in the order of the tables. */
export function openFields(shape: MapShape, map: MapNode): Field[] {
  const variants = openVariants(shape, map);
  const isNamed = variants.some(({ word }) => word !== undefined);
  const common = shape.fields.filter(({ key }) => key !== shape.variants?.by || isNamed);
  const byKey = new Map<string, Field>();
  for (const field of [...common, ...variants.flatMap(({ fields }) => fields)]) {
    if (!byKey.has(field.key)) byKey.set(field.key, field);
  }
  return [...byKey.values()];
}
