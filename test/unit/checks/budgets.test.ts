import assert from 'node:assert/strict';
import { experiment, found, sweep, token } from './found';

const lr = '{name: lr, parameterType: double, feasibleSpace: {min: "0.01", max: "0.05"}}';

describe('few random trials', () => {
  it('are reported with the chance that they see the best 5 %', () => {
    const text = experiment([lr], 'random', 'maxTrialCount: 10');
    const [finding] = found('few-trials', text);
    // 1 − 0.95¹⁰ = 0.4013.
    assert.match(finding?.message ?? '', /^With 10 random trials the chance .* is 40 %; 59 make it 95 %\.$/);
    assert.equal(finding && token(text, finding), '10');
    assert.deepEqual(found('few-trials', experiment([lr], 'random', 'maxTrialCount: 59')), []);
    assert.deepEqual(found('few-trials', experiment([lr], 'tpe', 'maxTrialCount: 10')), []);
  });

  it('are enough for a space of few combinations', () => {
    const text = sweep('  x: {values: [1, 2, 3]}', 'method: random\nrun_cap: 3');
    assert.deepEqual(found('few-trials', text), []);
  });
});

describe('a budget spent before the search learns', () => {
  const trials = (algorithm: string, count: number) =>
    found('startup-trials', experiment([lr], algorithm, `maxTrialCount: ${count}`)).length;

  it('is known for each of Katib’s algorithms', () => {
    assert.equal(trials('multivariate-tpe', 10), 1);
    assert.equal(trials('multivariate-tpe', 11), 0);
    assert.equal(trials('bayesianoptimization', 10), 1);
    // Its first batch only, which is as large as the parallelism.
    assert.equal(trials('tpe', 10), 0);
  });

  it('is known for NNI’s TPE', () => {
    const config = (count: number): string =>
      [
        'searchSpace: {lr: {_type: loguniform, _value: [0.0001, 0.1]}}',
        'trialCommand: python3 train.py',
        'trialConcurrency: 1',
        `maxTrialNumber: ${count}`,
        'tuner: {name: TPE}',
        'trainingService: {platform: local}',
      ].join('\n');
    assert.equal(found('startup-trials', config(20)).length, 1);
    assert.deepEqual(found('startup-trials', config(21)), []);
  });

  it('is not guessed where the file sets the number itself', () => {
    const text = experiment([lr], 'multivariate-tpe', 'maxTrialCount: 8').replace(
      'algorithmName: multivariate-tpe',
      'algorithmName: multivariate-tpe, algorithmSettings: [{name: n_startup_trials, value: "3"}]',
    );
    assert.deepEqual(found('startup-trials', text), []);
  });
});

describe('the budget of an optimizer', () => {
  const space = (trials: number, parameters: string): string =>
    sweep(parameters, `method: random\nrun_cap: ${trials}`);
  const rate = '  lr: {distribution: log_uniform_values, min: 0.001, max: 0.1}';
  const beta = '  adam_beta1: {values: [0.8, 0.9]}';
  const epsilon = '  adam_epsilon: {values: [0.001, 0.01]}';

  it('below 10 trials is for the learning rate', () => {
    const text = space(9, `${rate}\n${beta}`);
    const [finding] = found('optimizer-budget', text);
    assert.match(finding?.message ?? '', /9 trials are too few to search `adam_beta1`/);
    assert.equal(finding && token(text, finding), 'adam_beta1');
    assert.deepEqual(found('optimizer-budget', space(9, rate)), []);
  });

  it('up to 25 trials is for β₁ too, and beyond for all', () => {
    assert.deepEqual(found('optimizer-budget', space(25, `${rate}\n${beta}`)), []);
    assert.equal(found('optimizer-budget', space(25, `${rate}\n${beta}\n${epsilon}`)).length, 1);
    assert.deepEqual(found('optimizer-budget', space(26, `${rate}\n${beta}\n${epsilon}`)), []);
  });
});

describe('long lists in Bayesian search', () => {
  const six = '[a, b, c, d, e, f]';

  it('are reported at the method when there are two', () => {
    const text = sweep(`  x: {values: ${six}}\n  y: {values: ${six}}`, 'method: bayes\nmetric: {name: loss}');
    const [finding] = found('many-choices', text);
    assert.equal(finding && token(text, finding), 'bayes');
    assert.match(finding?.message ?? '', /2 lists of 6 or more choices \(x, y\)/);
    assert.equal(finding?.related?.length, 2);
  });

  it('are no matter to other methods, nor is one alone', () => {
    const one = sweep(`  x: {values: ${six}}\n  y: {values: [a, b]}`, 'method: bayes\nmetric: {name: loss}');
    assert.deepEqual(found('many-choices', one), []);
    const random = sweep(`  x: {values: ${six}}\n  y: {values: ${six}}`);
    assert.deepEqual(found('many-choices', random), []);
  });
});
