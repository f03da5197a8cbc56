import { format, resolveConfig } from 'prettier';
import { unmistakableNames } from '../../src/core/editing/fileNames';
import { jsonSchema } from '../../src/core/editing/jsonSchema';
import { vocabularies } from '../../src/core/editing/vocabulary/index';
import { formats } from '../../src/core/formats/index';

/** A schema as it stands in `media/schemas`. */
export interface SchemaFile {
  readonly path: string;
  readonly text: string;
  /** Names of the files it is for. */
  readonly fileMatch: readonly string[];
}

/** The schema of every format that has a file name of its own. */
export async function schemaFiles(): Promise<SchemaFile[]> {
  const options = { ...(await resolveConfig('package.json')), parser: 'json' } as const;
  return Promise.all(
    [...unmistakableNames].map(async ([id, fileMatch]) => {
      const vocabulary = vocabularies.get(id);
      const label = formats.find(candidate => candidate.id === id)?.label;
      if (vocabulary === undefined || label === undefined) throw new Error(`${id} has no vocabulary.`);
      const schema = jsonSchema(vocabulary.root(), label);
      const text = await format(JSON.stringify(schema), options);
      return { path: `media/schemas/${id}.json`, text, fileMatch };
    }),
  );
}
