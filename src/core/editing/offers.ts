import { isMarker, type Place } from './place';
import type { Field, MapShape, Sample, Shape, Word } from './shape';
import { fieldOf, inside, shapeAt, type Held } from './shapeAt';
import type { Template } from './template';
import { fittingVariants, openFields, writtenKeys } from './variants';

/** Something to offer, before it is written in the syntax of the file. */
export type Offer =
  | { readonly kind: 'field'; readonly field: Field }
  | { readonly kind: 'word'; readonly word: Word }
  | { readonly kind: 'value'; readonly template: Template; readonly meaning: string }
  | { readonly kind: 'sample'; readonly sample: Sample };

/** What a vocabulary has for a place. @param parameters the names of the document's parameters, read when needed. */
export function offersAt(root: Shape, place: Place, parameters: () => readonly string[]): Offer[] {
  const held = shapeAt(root, place);
  const last = place.steps[place.steps.length - 1] ?? place.steps[0];
  if (held === undefined) return [];
  if (place.role === 'key' && last.kind === 'map') {
    if (held.shape.kind === 'map') return keyOffers(held.shape, held, last.map, place);
    return valueOffers(held.shape, parameters);
  }
  const next = inside(held.shape, last);
  if (next === undefined) return [];
  const field = held.shape.kind === 'map' ? fieldOf(held.shape, last) : undefined;
  if (field?.key !== undefined && last.kind === 'map' && held.shape.kind === 'map') {
    const words = variantOffers(held.shape, field.key, last.map);
    if (words !== undefined) return words;
  }
  return valueOffers(next.shape, parameters, field);
}

type MapAt = Parameters<typeof openFields>[1];

function keyOffers(shape: MapShape, held: Held, map: MapAt, { written }: Place): Offer[] {
  const taken = writtenKeys(map);
  const free = openFields(shape, map).filter(({ key }) => !taken.has(key));
  const samples = map.entries.every(({ key }) => isMarker(key)) ? held.samples : [];
  const members = (shape.members?.samples ?? []).filter(({ key = '' }) => !taken.has(key));
  const whole = written.keyed ? [] : [...samples, ...members];
  return [
    ...whole.map((sample): Offer => ({ kind: 'sample', sample })),
    ...free.map((field): Offer => ({ kind: 'field', field })),
  ];
}

/** The words of the key that tells variants apart: first those with a place for every key that is written. */
function variantOffers(shape: MapShape, key: string, map: MapAt): Offer[] | undefined {
  if (shape.variants?.by !== key) return undefined;
  const fitting = new Set(fittingVariants(shape, map));
  const all = shape.variants.all;
  const ordered = [
    ...all.filter(variant => fitting.has(variant)),
    ...all.filter(variant => !fitting.has(variant)),
  ];
  return ordered.flatMap(({ word }): Offer[] => (word ? [{ kind: 'word', word }] : []));
}

function valueOffers(shape: Shape, parameters: () => readonly string[], field?: Field): Offer[] {
  switch (shape.kind) {
    case 'word':
      return shape.words.map(word => ({ kind: 'word', word }));
    case 'boolean':
      return ['true', 'false'].map(word => ({ kind: 'word', word: { word, meaning: field?.meaning ?? '' } }));
    case 'parameter':
      return parameters().map(word => ({ kind: 'word', word: { word, meaning: field?.meaning ?? '' } }));
    case 'tuple':
      return [{ kind: 'value', template: shape.template, meaning: field?.meaning ?? '' }];
    case 'map':
    case 'list':
    case 'number':
    case 'text':
    case 'any':
      return [];
  }
}
