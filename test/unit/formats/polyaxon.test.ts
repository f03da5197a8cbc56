import assert from 'node:assert/strict';
import { polyaxonFile } from '../../../src/core/formats/polyaxon/polyaxonFile';
import { polyaxonRules } from '../../../src/core/formats/polyaxon/rules';
import { parseSource } from '../../../src/core/text/parse';
import { assertDraws, even, type Drawn } from './drawnCases';
import { afterFix, errors, findings } from './findings';
import { onlySpace } from './onlySpace';
import { holdToRules, type RuleCase } from './ruleCases';

function operation(kind: string, value: string, search = 'kind: random, numRuns: 9'): string {
  return `kind: operation\nmatrix: {${search}, params: {x: {kind: ${kind}, value: ${value}}}}\n`;
}

const readAll = (text: string) => polyaxonFile.read(parseSource(text, 'yaml'));
const read = (text: string) => onlySpace(readAll(text));

// From polyaxon/hypertune, hypertune/matrix/dist.py (`value // q` rounds down, loguniform is exp(uniform)) and
// hypertune/matrix/utils.py (NumPy's arange, linspace, logspace, geomspace and multinomial).
const drawn: readonly (readonly [string, string, string, Drawn])[] = [
  ['uniform takes values', 'uniform', '[0, 10]', { quantiles: [0.5, 5, 9.5] }],
  ['loguniform takes exponents of e', 'loguniform', '{low: -6, high: -1}', { quantiles: [Math.exp(-5.75), Math.exp(-3.5), Math.exp(-1.25)] }],
  ['numbers may stand between colons', 'uniform', "'0:10'", { quantiles: [0.5, 5, 9.5] }],
  ['quniform rounds down', 'quniform', '[0, 10, 4]', { levels: [[0, 0.4], [4, 0.4], [8, 0.2]] }],
  ['qloguniform rounds the exponential down', 'qloguniform', '[0, 2, 5]', { levels: [[0, Math.log(5) / 2], [5, 1 - Math.log(5) / 2]] }],
  ['normal takes loc and scale', 'normal', '{loc: 1, scale: 2}', { quantiles: [1 - 1.644854 * 2, 1, 1 + 1.644854 * 2] }],
  ['lognormal takes those of the logarithm', 'lognormal', '[0, 1]', { quantiles: [Math.exp(-1.644854), 1, Math.exp(1.644854)] }],
  ['range stops before its end', 'range', '[1, 7, 2]', even(1, 3, 5)],
  ['linspace holds both ends', 'linspace', '0.1:0.5:5', even(0.1, 0.2, 0.3, 0.4, 0.5)],
  ['logspace takes exponents of 10', 'logspace', '[-3, -1, 3]', even(0.001, 0.01, 0.1)],
  ['or of another base', 'logspace', '[0, 3, 4, 2]', even(1, 2, 4, 8)],
  ['geomspace takes values', 'geomspace', '[1, 100, 3]', even(1, 10, 100)],
  ['choice is even', 'choice', '[a, 2]', even('a', 2)],
  ['the last of the weighted choices takes the rest', 'pchoice', '[[a, 0.1], [b, 0.8]]', { levels: [['a', 0.1], ['b', 0.9]] }],
  ['nothing comes of a missing bound', 'uniform', '[0]', 'nothing'],
  ['nothing comes of what is filled in later', 'choice', '"{{ layers }}"', 'nothing'],
]; // prettier-ignore

describe('what Polyaxon draws', () => {
  for (const [what, kind, value, expected] of drawn) {
    it(what, () => assertDraws(read(operation(kind, value)).parameters[0]?.domain, expected));
  }
});

describe('a Polyaxon file', () => {
  it('states its method, runs, concurrency and metric', () => {
    const search =
      'kind: hyperband, concurrency: 4, maxIterations: 81, eta: 3, resource: {name: epochs, type: int}, metric: {name: loss, optimization: minimize}';
    const { method, budget, objective } = read(operation('uniform', '[0, 1]', search));
    assert.deepEqual([method?.family, budget.parallelTrials?.value], ['hyperband', 4]);
    assert.deepEqual(
      [budget.earlyStopping?.maxResource?.value, budget.earlyStopping?.reductionFactor?.value],
      [81, 3],
    );
    assert.deepEqual([objective?.metric, objective?.goal], ['loss', 'minimize']);
    assert.equal(read(operation('uniform', '[0, 1]')).budget.trials?.value, 9);
  });

  it('before version 1 keeps its matrix under hptuning, the kind as the key, and is a grid unless it says', () => {
    const text = (more: string) =>
      `hptuning:\n  concurrency: 2\n${more}  matrix:\n    x: {values: [a, b]}\n    y: {logspace: '-3:-1:3'}\n`;
    const space = read(text(''));
    assert.deepEqual(space.findings, []);
    assert.deepEqual([space.method?.family, space.budget.parallelTrials?.value], ['grid', 2]);
    assertDraws(space.parameters[0]?.domain, even('a', 'b'));
    assertDraws(space.parameters[1]?.domain, even(0.001, 0.01, 0.1));
    const { method, budget } = read(text('  random_search: {n_experiments: 7}\n'));
    assert.deepEqual([method?.family, budget.trials?.value], ['random', 7]);
  });

  it('has a space for each operation of a DAG', () => {
    const step = (name: string) =>
      `    - {name: ${name}, matrix: {kind: random, numRuns: 3, params: {x: {kind: choice, value: [a, b]}}}}\n`;
    const text = `kind: component\nrun:\n  kind: dag\n  operations:\n${step('one')}${step('two')}    - {name: three}\n`;
    assert.deepEqual(
      readAll(text).map(({ name }) => name),
      ['one', 'two'],
    );
  });

  it('is put on a log scale where it is linear over decades', () => {
    const uniform = operation('uniform', '[0.0001, 0.1]').replace('{x:', '{lr:');
    assert.ok(
      afterFix(uniform, 'linear-decades').includes('kind: loguniform, value: [-9.2103404, -2.3025851]'),
    );
    const listed = operation('linspace', '0.0001:0.1:9').replace('{x:', '{lr:');
    const after = afterFix(listed, 'linear-decades');
    assert.ok(after.includes('kind: geomspace, value: 0.0001:0.1:9'), after);
    assert.deepEqual([errors(after), findings(after, 'linear-decades')], [[], []]);
  });

  it('with values for exponents is given their logarithms, inside a text too', () => {
    const after = afterFix(operation('logspace', "'0.001:0.1:3'"), 'values-as-exponents');
    assert.ok(after.includes("value: '-3:-1:3'"), after);
    assertDraws(read(after).parameters[0]?.domain, even(0.001, 0.01, 0.1));
  });

  it('is told of numbers that PyYAML takes for text', () => {
    assert.equal(findings(operation('choice', '[1e-4, 1e-3]'), 'string-number').length, 2);
    assert.deepEqual(findings(operation('uniform', '[1e-4, 1e-3]'), 'string-number'), []);
  });
});

const uniform = operation('uniform', '[0, 1]');
const grid = 'kind: grid';
const bayes = 'kind: bayes, numInitialRuns: 4, maxIterations: 9, metric: {name: a, optimization: maximize}';

const cases: readonly RuleCase[] = [
  { code: 'unknown-word', what: 'a kind there is not', wrong: operation('log_uniform', '[0, 1]'), right: operation('loguniform', '[0, 1]'), at: 'log_uniform', fixed: 'loguniform' },
  { code: 'missing-field', what: 'random search without a number of runs', wrong: operation('uniform', '[0, 1]', 'kind: random'), right: uniform, at: 'matrix' },
  { code: 'missing-field', what: 'a bound that is missing', wrong: operation('uniform', '{low: 0}'), right: uniform, at: '{low: 0}' },
  { code: 'wrong-value', what: 'a bound that is no number', wrong: operation('uniform', '[zero, 1]'), right: uniform, at: 'zero' },
  { code: 'wrong-value', what: 'a range that ends before it starts', wrong: operation('range', '[5, 1, 3]'), right: operation('range', '[1, 5, 3]'), at: '1' },
  { code: 'wrong-value', what: 'choices that are no list', wrong: operation('choice', 'a'), right: operation('choice', '[a]'), at: 'a' },
  { code: 'unknown-field', what: 'two kinds in one parameter', wrong: 'hptuning: {matrix: {x: {values: [1, 2], linspace: "0:1:2"}}}\n', right: 'hptuning: {matrix: {x: {values: [1, 2]}}}\n', at: 'linspace' },
  { code: 'method-domain', what: 'a grid over a distribution', wrong: operation('uniform', '[0, 1]', grid), right: operation('linspace', '[0, 1, 3]', grid), at: 'uniform' },
  { code: 'method-domain', what: 'Bayesian search of a loguniform', wrong: operation('loguniform', '[-6, -1]', bayes), right: operation('uniform', '[0, 1]', bayes), at: 'loguniform' },
  { code: 'exclusive-end', what: 'a range whose end is never tried', wrong: operation('range', '[1, 10, 3]'), right: operation('range', '[1, 11, 3]'), at: '10' },
  { code: 'polyaxon-colons', what: 'a range that YAML takes for a number', wrong: operation('range', '1:10:4'), right: operation('range', "'1:10:4'"), at: '1:10:4', fixed: "'1:10:4'" },
  { code: 'polyaxon-probabilities', what: 'probabilities below 1', wrong: operation('pchoice', '[[a, 0.1], [b, 0.8]]'), right: operation('pchoice', '[[a, 0.2], [b, 0.8]]'), at: '[[a, 0.1], [b, 0.8]]' },
  { code: 'polyaxon-mapping', what: 'runs that are listed', wrong: 'matrix: {kind: mapping, values: [{x: 1}, {x: 2}]}\n', right: operation('choice', '[1, 2]'), at: 'matrix' },
  { code: 'polyaxon-dates', what: 'dates', wrong: operation('daterange', '["2019-06-22", "2019-07-25", 1]'), right: uniform, at: 'value' },
]; // prettier-ignore

describe('what Polyaxon rejects', () => {
  holdToRules(polyaxonFile, 'yaml', cases);

  it('has a case for every rule of its own', () => {
    const covered = new Set(cases.map(({ code }) => code));
    assert.deepEqual(
      polyaxonRules.filter(({ code }) => !covered.has(code)),
      [],
    );
  });
});
