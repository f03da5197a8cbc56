import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse } from '../../../src/core/analyse';
import { formats, recognise } from '../../../src/core/formats/index';
import { mayHoldSearchSpace } from '../../../src/core/formats/tells';
import { parseSource } from '../../../src/core/text/parse';
import type { SourceDocument, SourceLanguage } from '../../../src/core/text/source';
import { onlySpace } from './onlySpace';

const corpus = '../shared/corpus';

function documents(folder: string): { name: string; document: SourceDocument }[] {
  return readdirSync(join(corpus, folder)).map(name => {
    const text = readFileSync(join(corpus, folder, name), 'utf8');
    return { name, document: parseSource(text, languageOf(name), name) };
  });
}

function languageOf(name: string): SourceLanguage {
  if (/\.(?:txt|pcs)$/.test(name)) return 'text';
  return name.endsWith('.json') ? 'json' : 'yaml';
}

describe('recognise', () => {
  it('takes the format the user names, whatever the content', () => {
    const document = parseSource('a: 1', 'yaml');
    assert.equal(recognise(document), undefined);
    for (const { id } of formats) {
      const format = recognise(document, id);
      assert.equal(format?.id, id);
      assert.equal(onlySpace(format.read(document)).format, id);
    }
  });

  it('reads what it recognises and what it is told to read without throwing, from nothing up', () => {
    for (const text of ['', '[]', 'a', '{', '- - -', 'parameters:', 'parameters: 3', 'method: [']) {
      for (const { id } of formats) assert.ok(analyse(text, 'yaml', 'x.yaml', { format: id }));
    }
  });

  for (const [folder, id] of [
    ['wandb', 'wandb-sweep'],
    ['katib', 'katib-experiment'],
    ['nni', 'nni-search-space'],
    ['nni-config', 'nni-experiment'],
    ['hydra', 'hydra-sweeper'],
    ['configspace', 'configspace'],
    ['pcs-old', 'pcs'],
    ['pcs-new', 'pcs'],
    ['azureml', 'azure-sweep'],
    ['determined', 'determined'],
    ['vertex-aiplatform', 'vertex-study'],
    ['sagemaker', 'sagemaker-tuning'],
    ['irace', 'irace'],
    ['polyaxon', 'polyaxon'],
  ] as const) {
    it(`knows every real file in ${folder}, for which its tell-tale words are enough`, function () {
      if (!existsSync(corpus)) this.skip();
      for (const { name, document } of documents(folder)) {
        assert.equal(recognise(document)?.id, id, name);
        assert.ok(mayHoldSearchSpace(document.text), name);
      }
    });
  }

  for (const folder of ['negative', 'borderline']) {
    it(`recognises nothing in ${folder}`, function () {
      if (!existsSync(corpus)) this.skip();
      for (const { name, document } of documents(folder)) assert.equal(recognise(document), undefined, name);
    });
  }
});

describe('mayHoldSearchSpace', () => {
  it('lets most files that hold none go by without a parser', function () {
    if (!existsSync(corpus)) this.skip();
    const negatives = documents('negative');
    const worthALook = negatives.filter(({ document }) => mayHoldSearchSpace(document.text));
    assert.ok(worthALook.length < negatives.length / 2, `${worthALook.length} of ${negatives.length}`);
  });
});
