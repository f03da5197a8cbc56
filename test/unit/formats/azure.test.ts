import assert from 'node:assert/strict';
import { azureRules } from '../../../src/core/formats/azure/rules';
import { azureSweep } from '../../../src/core/formats/azure/azureSweep';
import { parseSource } from '../../../src/core/text/parse';
import { assertDraws, even, type Drawn } from './drawnCases';
import { afterFix, errors, findings } from './findings';
import { onlySpace } from './onlySpace';
import { holdToRules, type RuleCase } from './ruleCases';

/** A job that Azure ML takes; a test replaces the part it is about. */
function sweep(space: string, rest = 'sampling_algorithm: random\nlimits: {max_total_trials: 60}'): string {
  return `type: sweep\nobjective: {goal: minimize, primary_metric: val_loss}\n${rest}\nsearch_space: {x: ${space}}\n`;
}

const read = (text: string) => onlySpace(azureSweep.read(parseSource(text, 'yaml')));

// From Azure's `reference-yaml-job-sweep` and `how-to-tune-hyperparameters`: uniform and loguniform as
// exp(uniform(min_value, max_value)), round(… / q) · q, randint from 0 up to and without `upper`.
const drawn: readonly (readonly [string, string, Drawn])[] = [
  ['uniform takes values', '{type: uniform, min_value: 0, max_value: 10}', { quantiles: [0.5, 5, 9.5] }],
  ['loguniform takes exponents of e', '{type: loguniform, min_value: -6, max_value: -1}', { quantiles: [Math.exp(-5.75), Math.exp(-3.5), Math.exp(-1.25)] }],
  ['quniform rounds to multiples of q', '{type: quniform, min_value: 3, max_value: 10, q: 4}', { levels: [[4, 3 / 7], [8, 4 / 7]] }],
  ['qloguniform rounds the exponential', '{type: qloguniform, min_value: 0, max_value: 2, q: 5}', { levels: [[0, Math.log(2.5) / 2], [5, 1 - Math.log(2.5) / 2]] }],
  ['normal takes mu and sigma', '{type: normal, mu: 1, sigma: 2}', { quantiles: [1 - 1.644854 * 2, 1, 1 + 1.644854 * 2] }],
  ['lognormal takes those of the logarithm', '{type: lognormal, mu: 0, sigma: 1}', { quantiles: [Math.exp(-1.644854), 1, Math.exp(1.644854)] }],
  ['randint counts from 0 and stops before its upper bound', '{type: randint, upper: 3}', even(0, 1, 2)],
  ['choice is even', '{type: choice, values: [a, 2, 0.5]}', even('a', 2, 0.5)],
  ['numbers may be written as text', '{type: uniform, min_value: "0", max_value: "1"}', { quantiles: [0.05, 0.5, 0.95] }],
  ['numbers need no dot before an exponent', '{type: choice, values: [1e-4, 1e-3]}', even(1e-4, 1e-3)],
  ['types are known in any case', '{type: Uniform, min_value: 0, max_value: 1}', { quantiles: [0.05, 0.5, 0.95] }],
  ['nothing comes of a missing bound', '{type: uniform, min_value: 0}', 'nothing'],
  ['nothing comes of an unknown type', '{type: triangular, min_value: 0, max_value: 1}', 'nothing'],
]; // prettier-ignore

describe('what Azure ML draws', () => {
  for (const [what, space, expected] of drawn) {
    it(what, () => assertDraws(read(sweep(space)).parameters[0]?.domain, expected));
  }

  it('holds the parameters of a choice only while it is drawn', () => {
    const { parameters } = read(
      sweep('{type: choice, values: [{a: 1}, {a: 2, b: {type: uniform, min_value: 0, max_value: 1}}]}'),
    );
    assert.deepEqual(
      parameters.map(({ name, condition }) => [name, condition]),
      [
        ['x', undefined],
        [
          'x.1.b',
          {
            kind: 'in',
            parent: 'x',
            values: [{ a: 2, b: { type: 'uniform', min_value: 0, max_value: 1 } }],
          },
        ],
      ],
    );
  });
});

describe('an Azure ML job', () => {
  it('states its method, objective, limits and early termination', () => {
    const { method, objective, budget } = read(
      sweep(
        '{type: randint, upper: 3}',
        'sampling_algorithm: {type: random, rule: sobol}\nlimits: {max_total_trials: 20, max_concurrent_trials: 4}\n' +
          'early_termination: {type: median_stopping, evaluation_interval: 1}',
      ),
    );
    assert.equal(method?.family, 'quasiRandom');
    assert.deepEqual([objective?.metric, objective?.goal], ['val_loss', 'minimize']);
    assert.deepEqual([budget.trials?.value, budget.parallelTrials?.value], [20, 4]);
    assert.equal(budget.earlyStopping?.family, 'medianStopping');
  });

  it('has the numbers of its policy: delay, interval, slack and percentage', () => {
    const uniform = '{type: uniform, min_value: 0, max_value: 1}';
    const policy = (text: string) =>
      read(sweep(uniform, `sampling_algorithm: random\nearly_termination: ${text}`)).budget.earlyStopping;
    const bandit = policy('{type: bandit, slack_factor: 0.15, evaluation_interval: 2, delay_evaluation: 5}');
    assert.deepEqual(
      [bandit?.minResource?.value, bandit?.interval?.value, bandit?.slackFactor?.value],
      [5, 2, 0.15],
    );
    assert.equal(policy('{type: bandit, slack_amount: 0.2}')?.slackAmount?.value, 0.2);
    const truncation = policy('{type: truncation_selection, truncation_percentage: 25}');
    assert.deepEqual([truncation?.family, truncation?.percentage?.value], ['truncation', 25]);
  });

  it('is found in the steps of a pipeline, each a space named by its step', () => {
    const step =
      'type: sweep, objective: {goal: minimize, primary_metric: a}, trial: ./train.yml, search_space';
    const text = `type: pipeline\njobs:\n  prepare: {type: command}\n  one: {${step}: {x: {type: randint, upper: 3}}}\n  two: {${step}: {y: {type: randint, upper: 3}}}\n`;
    const spaces = azureSweep.read(parseSource(text, 'yaml'));
    assert.deepEqual(
      spaces.map(({ name, parameters }) => [name, parameters[0]?.name]),
      [
        ['one', 'x'],
        ['two', 'y'],
      ],
    );
  });

  it('of AutoML has a space for each alternative, named by its model', () => {
    const text =
      'type: automl\nprimary_metric: accuracy\nlimits: {max_trials: 5}\nsweep: {sampling_algorithm: random}\nsearch_space:\n' +
      '  - {model_name: {type: choice, values: [a]}}\n  - {model_name: {type: choice, values: [b, c]}, lr: 0.1}\n';
    const spaces = azureSweep.read(parseSource(text, 'yaml'));
    assert.deepEqual(
      spaces.map(({ name, budget, method }) => [name, budget.trials?.value, method?.name]),
      [
        ['a', 5, 'random'],
        ['b, c', 5, 'random'],
      ],
    );
    assertDraws(spaces[1]?.parameters[1]?.domain, even(0.1));
    assert.deepEqual(errors(text), []);
  });

  it('that writes values where exponents belong is given their logarithms', () => {
    const text = sweep('{type: loguniform, min_value: 0.0001, max_value: 0.1}');
    const [found] = findings(text, 'values-as-exponents');
    assert.match(found?.message ?? '', /between 1\.0001 and 1\.11\b/);
    const after = afterFix(text, 'values-as-exponents');
    assert.ok(after.includes('min_value: -9.2103404, max_value: -2.3025851'), after);
  });

  it('that is uniform over decades is shown the loguniform it means', () => {
    const text = sweep('{type: uniform, min_value: 0.0001, max_value: 0.1}').replace('{x:', '{lr:');
    const after = afterFix(text, 'linear-decades');
    assert.ok(after.includes('type: loguniform, min_value: -9.2103404'), after);
    assert.deepEqual([errors(after), findings(after, 'linear-decades')], [[], []]);
  });
});

const command = (name: string) =>
  `sampling_algorithm: random\ntrial: {command: "python a.py --x \${{search_space.${name}}}"}`;
const uniform = '{type: uniform, min_value: 0, max_value: 1}';
const stopping = (policy: string) =>
  sweep(uniform, `sampling_algorithm: random\nearly_termination: ${policy}`);

const cases: readonly RuleCase[] = [
  { code: 'unknown-word', what: 'a type that is misspelt', wrong: sweep('{type: log_uniform, min_value: -6, max_value: -1}'), right: sweep('{type: loguniform, min_value: -6, max_value: -1}'), at: 'log_uniform', fixed: 'loguniform' },
  { code: 'unknown-word', what: 'an algorithm there is not', wrong: sweep(uniform, 'sampling_algorithm: bayes'), right: sweep(uniform, 'sampling_algorithm: bayesian'), at: 'bayes' },
  { code: 'unknown-field', what: 'a field of another type', wrong: sweep('{type: uniform, min_value: 0, max_val: 1, max_value: 1}'), right: sweep(uniform), at: 'max_val' },
  { code: 'missing-field', what: 'a bound that is missing', wrong: sweep('{type: uniform, min_value: 0}'), right: sweep(uniform), at: 'x' },
  { code: 'missing-field', what: 'a sweep without an objective', wrong: sweep(uniform).replace(/objective.*\n/, ''), right: sweep(uniform), at: 'search_space' },
  { code: 'wrong-value', what: 'a bound that is no number', wrong: sweep('{type: uniform, min_value: zero, max_value: 1}'), right: sweep(uniform), at: 'zero' },
  { code: 'wrong-value', what: 'choices that are no list', wrong: sweep('{type: choice, values: 3}'), right: sweep('{type: choice, values: [3]}'), at: 'values' },
  { code: 'wrong-value', what: 'a percentage of 100', wrong: stopping('{type: truncation_selection, truncation_percentage: 100}'), right: stopping('{type: truncation_selection, truncation_percentage: 20}'), at: '100' },
  { code: 'method-domain', what: 'a grid over an interval', wrong: sweep(uniform, 'sampling_algorithm: grid'), right: sweep('{type: choice, values: [0, 1]}', 'sampling_algorithm: grid'), at: 'uniform' },
  { code: 'method-domain', what: 'Bayesian sampling of a loguniform', wrong: sweep('{type: loguniform, min_value: -6, max_value: -1}', 'sampling_algorithm: bayesian'), right: sweep(uniform, 'sampling_algorithm: bayesian'), at: 'loguniform' },
  { code: 'exclusive-end', what: 'a round upper bound', wrong: sweep('{type: randint, upper: 10}'), right: sweep('{type: randint, upper: 11}'), at: '10', fixed: '11' },
  { code: 'azure-bandit', what: 'a bandit policy without slack', wrong: stopping('{type: bandit}'), right: stopping('{type: bandit, slack_factor: 0.1}'), at: 'early_termination' },
  { code: 'azure-bayesian-trials', what: 'fewer than 20 trials for each parameter', wrong: sweep(uniform, 'sampling_algorithm: bayesian\nlimits: {max_total_trials: 19}'), right: sweep(uniform, 'sampling_algorithm: bayesian\nlimits: {max_total_trials: 20}'), at: '19' },
  { code: 'azure-reference', what: 'a reference that is misspelt', wrong: sweep(uniform, command('y')), right: sweep(uniform, command('x')), at: 'y' },
  { code: 'azure-unused', what: 'a parameter the command leaves out', wrong: sweep(`${uniform}, y: ${uniform}`, command('x')), right: sweep(uniform, command('x')), at: 'y' },
]; // prettier-ignore

describe('what Azure ML rejects', () => {
  holdToRules(azureSweep, 'yaml', cases);

  it('has a case for every rule of its own', () => {
    const covered = new Set(cases.map(({ code }) => code));
    assert.deepEqual(
      azureRules.filter(({ code }) => !covered.has(code)),
      [],
    );
  });
});
