import type { Field, MapShape, Shape, Word } from './shape';

/** JSON Schema, draft 7, as far as it is used here. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
}

/**
 * A schema that explains a format: what every key and word means, and which values are mappings and lists. It names
 * no required keys and no allowed words, for the checks report those with a fix, and nobody wants to read it twice;
 * for the same reason editors are asked not to suggest its keys beside the completions.
 */
export function jsonSchema(root: Shape, title: string): JsonSchema {
  const writer = new SchemaWriter();
  const schema = writer.schema(root);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title,
    ...schema,
    ...(writer.definitions.size > 0 ? { definitions: Object.fromEntries(writer.definitions) } : {}),
  };
}

class SchemaWriter {
  /** Mappings that contain themselves. */
  readonly definitions = new Map<string, JsonSchema>();
  private readonly open: MapShape[] = [];
  private readonly names = new Map<MapShape, string>();

  schema(shape: Shape): JsonSchema {
    switch (shape.kind) {
      case 'map':
        return this.map(shape);
      case 'list':
        return { ...(shape.open ? {} : { type: 'array' }), items: this.schema(shape.item) };
      case 'tuple':
        return { type: 'array' };
      case 'word':
      case 'number':
      case 'text':
      case 'boolean':
      case 'parameter':
      case 'any':
        return {};
    }
  }

  private map(shape: MapShape): JsonSchema {
    if (this.open.includes(shape)) return { $ref: `#/definitions/${this.nameOf(shape)}` };
    this.open.push(shape);
    const schema = {
      ...(shape.open ? {} : { type: 'object' }),
      ...this.properties(shape),
      ...this.members(shape),
    };
    this.open.pop();
    const name = this.names.get(shape);
    if (name === undefined) return schema;
    this.definitions.set(name, schema);
    return { $ref: `#/definitions/${name}` };
  }

  private nameOf(shape: MapShape): string {
    const name = this.names.get(shape) ?? `nested${this.names.size + 1}`;
    this.names.set(shape, name);
    return name;
  }

  private properties(shape: MapShape): JsonSchema {
    const byKey = new Map<string, { readonly field: Field; readonly meanings: Map<string, Word[]> }>();
    const add = (field: Field, word: Word | undefined): void => {
      const known = byKey.get(field.key) ?? { field, meanings: new Map<string, Word[]>() };
      known.meanings.set(field.meaning, [
        ...(known.meanings.get(field.meaning) ?? []),
        ...(word ? [word] : []),
      ]);
      byKey.set(field.key, known);
    };
    for (const field of shape.fields) add(field, undefined);
    for (const { word, fields } of shape.variants?.all ?? []) for (const field of fields) add(field, word);
    if (byKey.size === 0) return {};
    const entries = [...byKey].map(([key, { field, meanings }]) => [key, this.property(field, meanings)]);
    return { properties: Object.fromEntries(entries) as JsonSchema };
  }

  private property(field: Field, meanings: ReadonlyMap<string, readonly Word[]>): JsonSchema {
    const { shape } = field;
    const description =
      meanings.size === 1
        ? field.meaning
        : [...meanings]
            .map(([meaning, words]) => `${words.map(({ word }) => word).join(', ')}: ${meaning}`)
            .join('\n');
    const explained =
      shape.kind === 'word' ? { markdownDescription: withWords(description, shape.words) } : {};
    return { description, ...explained, doNotSuggest: true, ...this.inner(shape) };
  }

  /** Beside a reference draft 7 reads nothing else. */
  private inner(shape: Shape): JsonSchema {
    const schema = this.schema(shape);
    return '$ref' in schema ? { allOf: [schema] } : schema;
  }

  private members({ members }: MapShape): JsonSchema {
    if (members === undefined) return {};
    // Without a description: the hover of a parameter is ours.
    return { additionalProperties: this.schema(members.shape) };
  }
}

function withWords(description: string, words: readonly Word[]): string {
  const lines = words.map(({ word, meaning }) => `- \`${word}\`${meaning === '' ? '' : `: ${meaning}`}`);
  return [description, '', ...lines].join('\n');
}
