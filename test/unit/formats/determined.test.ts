import assert from 'node:assert/strict';
import { determinedExperiment } from '../../../src/core/formats/determined/determinedExperiment';
import { determinedRules } from '../../../src/core/formats/determined/rules';
import { parseSource } from '../../../src/core/text/parse';
import { assertDraws, even, type Drawn } from './drawnCases';
import { afterFix, errors, findings } from './findings';
import { onlySpace } from './onlySpace';
import { holdToRules, type RuleCase } from './ruleCases';

const random = 'name: random, metric: loss, max_trials: 9';
const grid = 'name: grid, metric: loss';

function experiment(hyperparameter: string, searcher = random): string {
  return `hyperparameters: {x: ${hyperparameter}}\nsearcher: {${searcher}}\n`;
}

const read = (text: string) => onlySpace(determinedExperiment.read(parseSource(text, 'yaml')));

// From determined-ai/determined, master/pkg/searcher/hyperparameters.go (`sampleOne`) and grid.go (`grid`).
const drawn: readonly (readonly [string, string, string, Drawn])[] = [
  ['double takes values', '{type: double, minval: 0, maxval: 10}', random, { quantiles: [0.5, 5, 9.5] }],
  ['log takes exponents of its base', '{type: log, minval: -5, maxval: -1, base: 10}', random, { quantiles: [10 ** -4.8, 1e-3, 10 ** -1.2] }],
  ['log to base 2', '{type: log, minval: 0, maxval: 10, base: 2}', random, { quantiles: [2 ** 0.5, 32, 2 ** 9.5] }],
  ['a base below 1 turns the bounds around', '{type: log, minval: 0, maxval: 10, base: 0.5}', random, { quantiles: [2 ** -9.5, 1 / 32, 2 ** -0.5] }],
  ['int holds both ends', '{type: int, minval: 1, maxval: 3}', random, even(1, 2, 3)],
  ['categorical is even', '{type: categorical, vals: [a, true, 1e-4]}', random, even('a', true, 1e-4)],
  ['const is what it says', '{type: const, val: [1, 2]}', random, even([1, 2])],
  ['a bare value is a constant', '64', random, even(64)],
  ['a grid tries count values from end to end', '{type: double, minval: 2, maxval: 6, count: 3}', grid, even(2, 4, 6)],
  ['a grid of one value tries the middle', '{type: double, minval: 2, maxval: 6, count: 1}', grid, even(4)],
  ['a grid of integers has no more than there are', '{type: int, minval: 1, maxval: 3, count: 9}', grid, even(1, 2, 3)],
  ['a grid of integers rounds', '{type: int, minval: 1, maxval: 4, count: 3}', grid, even(1, 3, 4)],
  ['a grid of exponents', '{type: log, minval: -2, maxval: 0, base: 10, count: 3}', grid, even(0.01, 0.1, 1)],
  ['nothing comes of a grid without count', '{type: double, minval: 2, maxval: 6}', grid, 'nothing'],
  ['nothing comes of bounds out of order', '{type: double, minval: 2, maxval: 1}', random, 'nothing'],
  ['nothing comes of bounds that are text', '{type: double, minval: a, maxval: 1}', random, 'nothing'],
]; // prettier-ignore

describe('what Determined draws', () => {
  for (const [what, hyperparameter, searcher, expected] of drawn) {
    it(what, () => assertDraws(read(experiment(hyperparameter, searcher)).parameters[0]?.domain, expected));
  }
});

describe('a Determined experiment', () => {
  it('joins the names of nested hyperparameters by dots', () => {
    const nested =
      '{a: {type: int, minval: 1, maxval: 3}, b: {c: 3}, d: [1, {type: int, minval: 1, maxval: 2}]}';
    assert.deepEqual(
      read(experiment(nested)).parameters.map(({ name, declared }) => [name, declared.type]),
      [
        ['x.a', 'integer'],
        ['x.b.c', 'constant'],
        ['x.d.0', 'constant'],
        ['x.d.1', 'integer'],
      ],
    );
  });

  it('minimises unless it says that smaller is worse', () => {
    assert.equal(read(experiment('1')).objective?.goal, 'minimize');
    assert.equal(read(experiment('1', `${random}, smaller_is_better: false`)).objective?.goal, 'maximize');
  });

  it('states the rungs of its halving', () => {
    const searcher =
      'name: adaptive_asha, metric: loss, max_trials: 64, max_length: {batches: 3200}, max_rungs: 4, max_concurrent_trials: 8';
    const { budget } = read(experiment('1', searcher));
    const { earlyStopping } = budget;
    assert.deepEqual([budget.trials?.value, budget.parallelTrials?.value], [64, 8]);
    assert.deepEqual(
      [
        earlyStopping?.maxResource?.value,
        earlyStopping?.reductionFactor?.value,
        earlyStopping?.rungsBelow?.value,
        earlyStopping?.mode,
      ],
      [3200, 4, 3, 'standard'],
    );
  });

  it('reads numbers as YAML 1.2 has them', () => {
    const { parameters, findings } = read(experiment('{type: double, minval: 1e-5, maxval: 1e-4}'));
    assert.deepEqual(findings, []);
    assert.deepEqual([parameters[0]?.declared.low, parameters[0]?.declared.high], [1e-5, 1e-4]);
  });

  it('with values for exponents is given their logarithms', () => {
    const text = experiment('{type: log, minval: 1e-5, maxval: 1e-1, base: 10}');
    assert.equal(
      afterFix(text, 'values-as-exponents'),
      experiment('{type: log, minval: -5, maxval: -1, base: 10}'),
    );
  });

  it('that is uniform over decades is shown the log it means', () => {
    const text = experiment('{type: double, minval: 1e-4, maxval: 1}').replace('{x:', '{lr:');
    const after = afterFix(text, 'linear-decades');
    assert.deepEqual([errors(after), findings(after, 'linear-decades')], [[], []]);
    assert.ok(after.includes('{type: log, base: 10, minval: -4, maxval: 0}'), after);
  });

  it('that maximises a loss is turned around in its own words', () => {
    const text = experiment('{type: int, minval: 1, maxval: 3}', `${random}, smaller_is_better: false`);
    assert.ok(afterFix(text, 'goal-direction').includes('smaller_is_better: true'));
  });
});

const int = '{type: int, minval: 1, maxval: 3}';
const cases: readonly RuleCase[] = [
  { code: 'unknown-word', what: 'a type that is none, which a hyperparameter called type is taken for', wrong: experiment('{type: integer, minval: 1, maxval: 3}'), right: experiment(int), at: 'integer' },
  { code: 'unknown-word', what: 'a searcher there is not', wrong: experiment(int, 'name: asha, metric: loss, max_trials: 9'), right: experiment(int), at: 'asha' },
  { code: 'unknown-field', what: 'a field of another type', wrong: experiment('{type: int, min: 1, minval: 1, maxval: 3}'), right: experiment(int), at: 'min' },
  { code: 'missing-field', what: 'log without a base', wrong: experiment('{type: log, minval: -5, maxval: -1}'), right: experiment('{type: log, minval: -5, maxval: -1, base: 10}'), at: 'x' },
  { code: 'missing-field', what: 'random search without a number of trials', wrong: experiment(int, 'name: random, metric: loss'), right: experiment(int), at: 'searcher' },
  { code: 'missing-field', what: 'a searcher without a metric', wrong: experiment(int, 'name: random, max_trials: 9'), right: experiment(int), at: 'searcher' },
  { code: 'wrong-value', what: 'a bound in quotes', wrong: experiment('{type: int, minval: "1", maxval: 3}'), right: experiment(int), at: '"1"', fixed: '1' },
  { code: 'wrong-value', what: 'a base of zero', wrong: experiment('{type: log, minval: -5, maxval: -1, base: 0}'), right: experiment('{type: log, minval: -5, maxval: -1, base: 10}'), at: '0' },
  { code: 'wrong-value', what: 'a divisor of one', wrong: experiment(int, 'name: adaptive_asha, metric: loss, max_trials: 9, divisor: 1'), right: experiment(int, 'name: adaptive_asha, metric: loss, max_trials: 9, divisor: 3'), at: '1' },
  { code: 'method-domain', what: 'a grid without count', wrong: experiment(int, grid), right: experiment('{type: int, minval: 1, maxval: 3, count: 3}', grid), at: 'x' },
  { code: 'determined-searcher', what: 'a searcher that is retired', wrong: experiment(int, 'name: adaptive_simple, metric: loss, max_trials: 9, max_length: {epochs: 3}'), right: experiment(int, 'name: adaptive_asha, metric: loss, max_trials: 9, max_length: {epochs: 3}'), at: 'adaptive_simple', fixed: 'adaptive_asha' },
]; // prettier-ignore

describe('what Determined rejects', () => {
  holdToRules(determinedExperiment, 'yaml', cases);

  it('has a case for every rule of its own', () => {
    const covered = new Set(cases.map(({ code }) => code));
    assert.deepEqual(
      determinedRules.filter(({ code }) => !covered.has(code)),
      [],
    );
  });
});
