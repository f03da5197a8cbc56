import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { analyse } from '../../src/core/analyse';
import { fixAll } from '../../src/core/checks/fixAll';
import { applyEdits } from '../../src/core/text/range';
import type { SourceLanguage } from '../../src/core/text/source';

const hurried = `program: train.py
method: bayes
metric: {name: test_acc, goal: minimize}
parameters:
  lr:        {min: 0.00001, max: 0.1}
  wd:        {distribution: log_uniform, min: 1.0e-6, max: 1.0e-2}
  optimizer: {values: [adam, sgd, adam]}
  epochs:    {min: 1e1, max: 1e2}
early_terminate: {type: hyperband, max_iter: 27, s: 3, eta: 3}
`;

const findingsOf = (text: string, language: SourceLanguage = 'yaml') =>
  analyse(text, language)?.findings ?? [];

describe('analysing a sweep written in a hurry', () => {
  it('finds all there is to find, in order, each on its token', () => {
    assert.deepEqual(
      findingsOf(hurried).map(({ range }) => hurried.slice(range.start, range.end)),
      ['test_acc', 'minimize', 'lr', 'wd', 'adam', 'epochs', '1e1', '1e2'],
    );
    assert.equal(analyse(hurried, 'yaml')?.spaces[0].format, 'wandb-sweep');
  });

  it('fixes six of them at once and keeps the layout', () => {
    const text = applyEdits(hurried, fixAll(hurried, findingsOf(hurried)));
    assert.deepEqual(
      findingsOf(text).map(({ code }) => code),
      ['test-metric', 'tuned-duration'],
    );
    assert.equal(
      text,
      `program: train.py
method: bayes
metric: {name: test_acc, goal: maximize}
parameters:
  lr:        {distribution: log_uniform_values, min: 0.00001, max: 0.1}
  wd:        {distribution: log_uniform_values, min: 1.0e-6, max: 1.0e-2}
  optimizer: {values: [adam, sgd]}
  epochs:    {min: 1.0e+1, max: 1.0e+2}
early_terminate: {type: hyperband, max_iter: 27, s: 3, eta: 3}
`,
    );
  });
});

describe('analyse', () => {
  it('is undefined for what is no search space', () => {
    assert.equal(analyse('parameters:\n  a: 1\n', 'yaml'), undefined);
    assert.equal(analyse('', 'json'), undefined);
  });

  it('applies the severities of the settings, and switches checks off', () => {
    const severities = { 'linear-decades': 'hint', 'test-metric': 'off' } as const;
    const found = analyse(hurried, 'yaml', undefined, { severities })?.findings ?? [];
    assert.equal(found.find(({ code }) => code === 'linear-decades')?.severity, 'hint');
    assert.ok(!found.some(({ code }) => code === 'test-metric'));
  });

  it('applies ignore comments', () => {
    const text = hurried.replace('max: 0.1}', 'max: 0.1} # tuning-lens: ignore linear-decades');
    assert.ok(!findingsOf(text).some(({ code }) => code === 'linear-decades'));
    assert.deepEqual(findingsOf(`# tuning-lens: ignore-file\n${hurried}`), []);
  });

  it('reports one problem once, though an anchor repeats it', () => {
    const text = `method: random
parameters:
  a: &range {min: 0.5, max: 0.1}
  b: *range
`;
    assert.equal(findingsOf(text).filter(({ code }) => code === 'inverted-bounds').length, 1);
  });

  it('says what of a broken text cannot be read, beside what can', () => {
    const text = hurried.replace('0.1}', '0.1');
    const found = findingsOf(text);
    assert.ok(found.some(({ code }) => code === 'syntax'));
    assert.ok(found.some(({ code }) => code === 'test-metric'));
  });
});

const corpus = path.resolve('../shared/corpus');

describe('real files', () => {
  const files = (folder: string): string[] =>
    readdirSync(path.join(corpus, folder)).map(name => path.join(corpus, folder, name));
  const language = (file: string): SourceLanguage => (file.endsWith('.json') ? 'json' : 'yaml');

  before(function () {
    if (!existsSync(corpus)) this.skip();
  });

  it('that are no search spaces have no analysis', () => {
    for (const file of files('negative')) {
      assert.equal(analyse(readFileSync(file, 'utf8'), language(file), file), undefined, file);
    }
  });

  it('of the four kinds are recognised, and fixing all of them leaves nothing safe to fix and every comment', () => {
    for (const file of ['wandb', 'katib', 'nni', 'nni-config'].flatMap(files)) {
      const text = readFileSync(file, 'utf8');
      const again = (fixedText: string) => analyse(fixedText, language(file), file)?.findings ?? [];
      const analysis = analyse(text, language(file), file);
      assert.ok(analysis, file);
      const fixedText = applyEdits(text, fixAll(text, analysis.findings, again));
      assert.deepEqual(fixAll(fixedText, again(fixedText), again), [], file);
      const comments = (of: string) => of.match(/(?:^|\s)#.*$/gm) ?? [];
      assert.deepEqual(comments(fixedText), comments(text), file);
    }
  });

  it('that W&B’s own validator accepts have no error, and those it refuses have one', () => {
    const notes = readFileSync(path.join(corpus, 'INDEX.tsv'), 'utf8')
      .split('\n')
      .map(line => line.split('\t'))
      .filter(([file = '', , , , , note = '']) => file.startsWith('wandb/') && note.startsWith('oracle'));
    assert.ok(notes.length > 10);
    for (const [file = '', , , , , note = ''] of notes) {
      const text = readFileSync(path.join(corpus, file), 'utf8');
      const errors =
        analyse(text, 'yaml', file)?.findings.filter(({ severity }) => severity === 'error') ?? [];
      assert.equal(
        errors.length === 0,
        note.endsWith(': ok'),
        `${file}: ${errors.map(e => e.message).join()}`,
      );
    }
  });
});
