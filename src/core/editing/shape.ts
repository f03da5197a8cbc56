import type { Template } from './template';

/**
 * What may stand at a place of a declarative file, and what it means. Completions and JSON schemas are both made
 * from it; its words come from the tables of the format's reader.
 */
export type Shape = MapShape | ListShape | TupleShape | WordShape | ScalarShape;

export interface MapShape {
  readonly kind: 'map';
  readonly fields: readonly Field[];
  readonly variants?: Variants | undefined;
  readonly members?: Members | undefined;
  /** What else may stand there is right, or a check reports it. */
  readonly open?: boolean | undefined;
}

/** A key the tool knows. */
export interface Field {
  readonly key: string;
  /** One sentence. */
  readonly meaning: string;
  readonly shape: Shape;
  /** What to write after the key, where that is not plain from the shape. */
  readonly template?: Template | undefined;
}

/** Alternatives of a mapping: further keys that go together. */
export interface Variants {
  /** The key whose word says which one it is; where it is not written, the keys that are leave some of them. */
  readonly by: string;
  readonly all: readonly Variant[];
}

export interface Variant {
  /** Absent for an alternative that needs no word. */
  readonly word?: Word | undefined;
  readonly fields: readonly Field[];
}

/** Keys that a person makes up: the names of parameters. */
export interface Members {
  readonly shape: Shape;
  readonly samples: readonly Sample[];
}

/** A whole declaration to start from. */
export interface Sample {
  readonly label: string;
  /** The key to write it under; absent where it is an item of a list. */
  readonly key?: string | undefined;
  readonly template: Template;
}

export interface ListShape {
  readonly kind: 'list';
  readonly item: Shape;
  readonly samples?: readonly Sample[] | undefined;
  /** What else may stand there is right, or a check reports it. */
  readonly open?: boolean | undefined;
}

/** A list in which every place has its own meaning. */
export interface TupleShape {
  readonly kind: 'tuple';
  readonly template: Template;
}

export interface WordShape {
  readonly kind: 'word';
  readonly words: readonly Word[];
}

export interface Word {
  readonly word: string;
  readonly meaning: string;
}

export interface ScalarShape {
  readonly kind: 'number' | 'text' | 'boolean' | 'parameter' | 'any';
}

export const number: ScalarShape = { kind: 'number' };
export const text: ScalarShape = { kind: 'text' };
export const boolean: ScalarShape = { kind: 'boolean' };
/** The name of one of the document's parameters. */
export const parameter: ScalarShape = { kind: 'parameter' };
export const any: ScalarShape = { kind: 'any' };

export function map(
  fields: readonly Field[],
  more: Pick<MapShape, 'variants' | 'members' | 'open'> = {},
): MapShape {
  return { kind: 'map', fields, ...more };
}

export function list(item: Shape, more: Pick<ListShape, 'samples' | 'open'> = {}): ListShape {
  return { kind: 'list', item, ...more };
}

export function word(words: readonly Word[]): WordShape {
  return { kind: 'word', words };
}

/** Words in the order of a table, each with its meaning where there is one. */
export function words(table: Iterable<string>, meanings: Readonly<Record<string, string>>): Word[] {
  return [...table].map(name => ({ word: name, meaning: meanings[name] ?? '' }));
}

/** The fields of a reader's table, described, in the order of the descriptions: the usual ones first. */
export function fields(
  table: Iterable<string>,
  about: Readonly<Record<string, Omit<Field, 'key'>>>,
): Field[] {
  const known = new Set(table);
  return Object.entries(about).flatMap(([key, described]) =>
    known.has(key) ? [withKey(key, described)] : [],
  );
}

/** A shape may refer to itself, so it is passed on unread. */
function withKey(key: string, described: Omit<Field, 'key'>): Field {
  return {
    key,
    meaning: described.meaning,
    template: described.template,
    get shape() {
      return described.shape;
    },
  };
}

/** The words of the key that tells the variants apart. */
export function variantWords({ all }: Variants): Word[] {
  return all.flatMap(variant => variant.word ?? []);
}
