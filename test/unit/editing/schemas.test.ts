import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import Ajv, { type ValidateFunction } from 'ajv';
import { recognise } from '../../../src/core/formats/index';
import type { FormatId } from '../../../src/core/space/searchSpace';
import { parseSource } from '../../../src/core/text/parse';
import { nodeValue, type Value } from '../../../src/core/text/scalars';
import { seeds } from '../../bench/seeds';
import { schemaFiles, type SchemaFile } from '../../docs/schemas';

interface Contribution {
  readonly fileMatch: readonly string[];
  readonly url: string;
}

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema;
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly description?: string;
}

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly contributes: {
    readonly jsonValidation: readonly Contribution[];
    readonly yamlValidation: readonly Contribution[];
  };
};

describe('the JSON schemas', () => {
  let files: readonly SchemaFile[];
  let validators: ReadonlyMap<FormatId, ValidateFunction>;
  before(async () => {
    files = await schemaFiles();
    const ajv = new Ajv({ allErrors: true });
    validators = new Map(
      files.map(({ path, text }) => [
        path.replace(/^.*\/|\.json$/g, '') as FormatId,
        ajv.compile(JSON.parse(text) as object),
      ]),
    );
  });

  const errorsOf = (id: FormatId, value: Value): string[] => {
    const validate = validators.get(id) ?? assert.fail(id);
    void validate(value);
    return (validate.errors ?? []).map(({ dataPath, message }) => `${dataPath} ${message}`);
  };

  it('are what the vocabularies make of them', () => {
    for (const { path, text } of files) {
      assert.equal(existsSync(path) && readFileSync(path, 'utf8'), text, 'run "npm run docs"');
    }
  });

  it('are contributed for the names that can be nothing else, and for no others', () => {
    const contributed = [...contributes.jsonValidation, ...contributes.yamlValidation];
    assert.deepEqual(
      contributed.map(({ url, fileMatch }) => [url, fileMatch]).sort(),
      files.map(({ path, fileMatch }) => [`./${path}`, fileMatch]).sort(),
    );
    for (const name of contributed.flatMap(({ fileMatch }) => fileMatch)) {
      assert.match(
        name,
        /^(?:wandb[-_]sweep|katib[-_]experiment|nni[-_]config|search_space)\.(?:ya?ml|json)$/,
      );
    }
  });

  it('describe every key', () => {
    const check = (schema: Schema, path: string): void => {
      for (const [key, property] of Object.entries(schema.properties ?? {})) {
        assert.match(property.description ?? '', /\.$/, `${path}.${key}`);
        check(property, `${path}.${key}`);
      }
      for (const [name, definition] of Object.entries(schema.definitions ?? {})) check(definition, name);
      if (schema.items) check(schema.items, `${path}[]`);
      if (schema.additionalProperties) check(schema.additionalProperties, `${path}.*`);
    };
    for (const { path, text } of files) check(JSON.parse(text) as Schema, path);
  });

  it('accept every real file, every sample, and what the checks report better, so that nothing is said twice', () => {
    let read = 0;
    for (const { name, text, language } of seeds()) {
      const document = parseSource(text, language, name);
      const format = recognise(document);
      if (format === undefined || !validators.has(format.id)) continue;
      for (const root of document.roots) {
        assert.deepEqual(errorsOf(format.id, nodeValue(root, 'yaml12')), [], name);
        read++;
      }
    }
    assert.ok(read > 60);
  });

  it('say what is no mapping or list where one belongs', () => {
    assert.deepEqual(errorsOf('katib-experiment', { spec: { parameters: { lr: 1 } } }), [
      '.spec.parameters should be array',
    ]);
    assert.deepEqual(errorsOf('wandb-sweep', { parameters: ['lr'] }), ['.parameters should be object']);
    assert.deepEqual(errorsOf('nni-search-space', ['lr']), [' should be object']);
    assert.deepEqual(errorsOf('nni-experiment', { tuner: 'TPE' }), ['.tuner should be object']);
  });
});
