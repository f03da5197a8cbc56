import assert from 'node:assert/strict';
import { nniRules } from '../../../src/core/formats/nni/rules';
import type { SearchSpace } from '../../../src/core/space/searchSpace';
import { applyEdits } from '../../../src/core/text/range';
import { configuration, inline, readConfiguration, readSpaceFile, tuner, variable } from './nniText';

interface Case {
  readonly code: string;
  readonly what: string;
  readonly wrong: string;
  readonly right: string;
  /** The text the finding stands on. */
  readonly at: string;
  /** What that becomes when the first fix is applied. */
  readonly fixed?: string;
}

const good = variable('uniform', '[0, 1]');

const inFiles: readonly Case[] = [
  { code: 'nni-entry', what: 'an entry without a type', wrong: '{"x": {"_value": [0, 1]}}', right: good, at: '"x"' },
  { code: 'nni-entry', what: 'an entry without a value', wrong: '{"x": {"_type": "uniform"}}', right: good, at: '"x"' },
  { code: 'nni-entry', what: 'an entry that is a number', wrong: '{"x": 3}', right: good, at: '"x"' },
  { code: 'nni-type', what: 'a misspelt type', wrong: variable('unifrom', '[0, 1]'), right: good, at: '"unifrom"', fixed: '"uniform"' },
  { code: 'nni-type', what: 'a type of W&B', wrong: variable('log_uniform', '[0.1, 1]'), right: variable('loguniform', '[0.1, 1]'), at: '"log_uniform"', fixed: '"loguniform"' },
  { code: 'nni-legacy-type', what: 'a layer choice', wrong: variable('layer_choice', '["a", "b"]'), right: variable('choice', '["a", "b"]'), at: '"layer_choice"' },
  { code: 'nni-value', what: 'a quniform without q', wrong: variable('quniform', '[0, 1]'), right: variable('quniform', '[0, 1, 0.1]'), at: '[0, 1]' },
  { code: 'nni-value', what: 'a value that is no list', wrong: variable('choice', '"relu"'), right: variable('choice', '["relu"]'), at: '"relu"' },
  { code: 'nni-value', what: 'a bound in quotes', wrong: variable('uniform', '["0.5", 1]'), right: variable('uniform', '[0.5, 1]'), at: '"0.5"', fixed: '0.5' },
  { code: 'nni-value', what: 'a bound that is a word', wrong: variable('uniform', '["a", 1]'), right: good, at: '"a"' },
  { code: 'nni-value', what: 'a sigma of zero', wrong: variable('normal', '[1, 0]'), right: variable('normal', '[0, 1]'), at: '0' },
  { code: 'nni-value', what: 'a q of zero', wrong: variable('qnormal', '[1, 2, 0]'), right: variable('qnormal', '[1, 2, 3]'), at: '0' },
  { code: 'nni-empty-range', what: 'an integer range without an integer', wrong: variable('randint', '[4, 4]'), right: variable('randint', '[4, 5]'), at: '4', fixed: '5' },
  { code: 'nni-exclusive-end', what: 'a count that ends at ten', wrong: variable('randint', '[1, 10]'), right: variable('randint', '[1, 11]'), at: '10', fixed: '11' },
  { code: 'nni-exclusive-end', what: 'a count that ends at a power of two', wrong: variable('randint', '[16, 128]'), right: variable('randint', '[0, 100]'), at: '128', fixed: '129' },
  {
    code: 'nni-nested',
    what: 'a nested choice without a name among others',
    wrong: variable('choice', '[{"_name": "a"}, {"y": {"_type": "uniform", "_value": [0, 1]}}]'),
    right: variable('choice', '[{"_name": "a"}, {"_name": "b", "y": {"_type": "uniform", "_value": [0, 1]}}]'),
    at: '{"y": {"_type": "uniform", "_value": [0, 1]}}',
  },
]; // prettier-ignore

const inConfigurations: readonly Case[] = [
  {
    code: 'string-number',
    what: 'a bound PyYAML takes for text',
    wrong: configuration({ space: inline('loguniform', '[1e-5, 0.1]') }),
    right: configuration({ space: inline('loguniform', '[1.0e-5, 0.1]') }),
    at: '1e-5',
    fixed: '1.0e-5',
  },
  {
    code: 'string-number',
    what: 'a choice PyYAML takes for text',
    wrong: configuration({ space: inline('choice', '[1e-5, 0.1]') }),
    right: configuration({ space: inline('choice', '["1e-5", 0.1]') }),
    at: '1e-5',
    fixed: '1.0e-5',
  },
  {
    code: 'nni-tuner',
    what: 'Metis with a log-uniform',
    wrong: configuration({ tuner: tuner('Metis'), space: inline('loguniform', '[0.1, 1]') }),
    right: configuration({ tuner: tuner('Metis') }),
    at: 'loguniform',
  },
  {
    code: 'nni-tuner',
    what: 'GP with words to choose from',
    wrong: configuration({ tuner: tuner('GPTuner'), space: inline('choice', '[1, relu]') }),
    right: configuration({ tuner: tuner('GPTuner'), space: inline('choice', '[1, "2"]') }),
    at: 'relu',
  },
  {
    code: 'nni-tuner',
    what: 'BatchTuner with two variables',
    wrong: configuration({
      tuner: tuner('BatchTuner', ''),
      space: 'searchSpace: {a: {_type: choice, _value: [1, 2]}, b: {_type: choice, _value: [1, 2]}}',
    }),
    right: configuration({
      tuner: tuner('BatchTuner', ''),
      space: 'searchSpace: {combine_params: {_type: choice, _value: [{a: 1}, {a: 2}]}}',
    }),
    at: 'BatchTuner',
  },
  {
    code: 'nni-tuner',
    what: 'SMAC with a nested choice',
    wrong: configuration({ tuner: tuner('SMAC'), space: inline('choice', '[{_name: a}, {_name: b}]') }),
    right: configuration({ tuner: tuner('Evolution'), space: inline('choice', '[{_name: a}, {_name: b}]') }),
    at: 'choice',
  },
  {
    code: 'nni-tuner-name',
    what: 'a misspelt tuner',
    wrong: configuration({ tuner: tuner('GridSerach', '') }),
    right: configuration({ tuner: tuner('OurOwnAlgorithm', '') }),
    at: 'GridSerach',
    fixed: 'GridSearch',
  },
  {
    code: 'nni-grid',
    what: 'a grid search over a continuous variable',
    wrong: configuration({ tuner: tuner('GridSearch', '') }),
    right: configuration({ tuner: tuner('GridSearch', ''), space: inline('quniform', '[0, 1, 0.1]') }),
    at: 'uniform',
  },
  {
    code: 'nni-class-args',
    what: 'a mode cut short',
    wrong: configuration({ tuner: tuner('TPE', 'optimize_mode: max') }),
    right: configuration(),
    at: 'max',
    fixed: 'maximize',
  },
  {
    code: 'nni-class-args',
    what: 'an eta of one',
    wrong: configuration({ tuner: tuner('Hyperband', 'optimize_mode: maximize, R: 27, eta: 1') }),
    right: configuration({ tuner: tuner('Hyperband', 'optimize_mode: maximize, R: 27, eta: 3') }),
    at: '1',
  },
  {
    code: 'nni-field',
    what: 'a field of an earlier version',
    wrong: configuration({ more: 'logDir: logs' }),
    right: configuration({ more: 'log_level: info' }),
    at: 'logDir',
  },
  {
    code: 'nni-field',
    what: 'a misspelt field',
    wrong: configuration({ more: 'maxTrialsNumber: 20' }),
    right: configuration({ more: 'maxTrialNumber: 20' }),
    at: 'maxTrialsNumber',
    fixed: 'maxTrialNumber',
  },
  {
    code: 'nni-missing',
    what: 'no concurrency',
    wrong: configuration({ concurrency: '' }),
    right: configuration(),
    at: 'searchSpace',
  },
];

function checkCase({ code, wrong, right, at, fixed }: Case, read: (text: string) => SearchSpace): void {
  const found = read(wrong).findings.filter(finding => finding.code === code);
  const [first] = found.filter(({ range }) => wrong.slice(range.start, range.end) === at);
  assert.ok(first, `stands on ${found.map(({ range }) => wrong.slice(range.start, range.end)).join()}`);
  assert.deepEqual(
    read(right).findings.filter(finding => finding.code === code),
    [],
  );
  if (fixed === undefined) return;
  const expected = wrong.slice(0, first.range.start) + fixed + wrong.slice(first.range.end);
  assert.equal(applyEdits(wrong, first.fixes[0]?.edits ?? []), expected);
}

describe('what NNI rejects', () => {
  it('is nothing in what it accepts', () => {
    assert.deepEqual(readSpaceFile(good).findings, []);
    assert.deepEqual(readConfiguration(configuration()).findings, []);
  });

  for (const one of inFiles) it(`${one.code}: ${one.what}`, () => checkCase(one, readSpaceFile));
  for (const one of inConfigurations) it(`${one.code}: ${one.what}`, () => checkCase(one, readConfiguration));

  it('has a case for every rule', () => {
    const covered = new Set([...inFiles, ...inConfigurations].map(({ code }) => code));
    assert.deepEqual(
      nniRules.map(({ code }) => code).filter(code => !covered.has(code)),
      [],
    );
  });
});
