import assert from 'node:assert/strict';
import { experiment, fixed, found, sweep, token } from './found';

describe('the size of a grid', () => {
  const parameters = '  depth: {min: 1, max: 10}\n  width: {values: [64, 128, 256, 512]}';

  it('is compared with the trials that will be run', () => {
    const text = sweep(parameters, 'method: grid\nrun_cap: 20');
    const [finding] = found('grid-size', text);
    assert.match(finding?.message ?? '', /The grid has 40 points and 20 trials cover 50 % of it/);
    assert.equal(finding && token(text, finding), 'grid');
    assert.equal(finding?.severity, 'information');
    assert.deepEqual(found('grid-size', sweep(parameters, 'method: grid\nrun_cap: 40')), []);
    assert.deepEqual(found('grid-size', sweep(parameters, 'method: random\nrun_cap: 20')), []);
  });

  it('is a warning beyond 10,000 points without a limit', () => {
    const large = Array.from({ length: 5 }, (_, i) => `  p${i}: {min: 1, max: 10}`).join('\n');
    const [finding] = found('grid-size', sweep(large, 'method: grid'));
    assert.match(finding?.message ?? '', /100000 points and no limit/);
    assert.equal(finding?.severity, 'warning');
  });
});

describe('a grid over a continuous parameter', () => {
  it('is what W&B accepts and then stops at', () => {
    const text = sweep('  lr: {min: 0.0005, max: 0.003}\n  x: {values: [1, 2]}', 'method: grid');
    const [finding, ...others] = found('grid-continuous', text);
    assert.deepEqual(others, []);
    assert.equal(finding?.severity, 'error');
    assert.equal(finding && token(text, finding), 'lr');
    assert.equal(finding && fixed(text, finding), text.replace('grid', 'random'));
  });

  it('includes what W&B’s grid refuses although it is discrete', () => {
    const grid = (parameter: string) =>
      found('grid-continuous', sweep(`  x: ${parameter}`, 'method: grid')).length;
    assert.equal(grid('{distribution: q_log_uniform_values, min: 1, max: 100, q: 1}'), 1);
    assert.equal(grid('{values: [a, b], probabilities: [0.5, 0.5]}'), 1);
    assert.equal(grid('{min: 1, max: 5}'), 0);
    assert.equal(grid('{distribution: q_uniform, min: 0.0, max: 1.0, q: 0.25}'), 0);
    assert.equal(grid('{value: 0.5}'), 0);
  });
});

describe('random trials that repeat', () => {
  it('counts how many different ones to expect', () => {
    const text = experiment(
      [
        '{name: a, parameterType: int, feasibleSpace: {min: "1", max: "10"}}',
        '{name: b, parameterType: int, feasibleSpace: {min: "1", max: "10"}}',
      ],
      'random',
      'maxTrialCount: 100',
    );
    assert.match(
      found('repeated-draws', text)[0]?.message ?? '',
      /^100 random trials over 100 combinations try about 63 different ones/,
    );
  });

  it('is silent where the space is continuous or the repeats are few', () => {
    const few = '  a: {min: 1, max: 1000}\n  b: {min: 1, max: 1000}';
    assert.deepEqual(found('repeated-draws', sweep(few, 'method: random\nrun_cap: 100')), []);
    assert.deepEqual(
      found('repeated-draws', sweep('  a: {min: 0.0, max: 1.0}', 'method: random\nrun_cap: 9')),
      [],
    );
  });
});

describe('the goal', () => {
  const parameters = '  x: {values: [1, 2]}';

  it('against the name of the metric is reported at the goal and turned around', () => {
    const text = sweep(parameters, 'method: bayes\nmetric: {name: val_acc, goal: minimize}');
    const [finding] = found('goal-direction', text);
    assert.equal(finding?.message, '`val_acc` looks like a score to maximize, but the goal is minimize.');
    assert.equal(finding && token(text, finding), 'minimize');
    assert.equal(finding && fixed(text, finding), text.replace('minimize', 'maximize'));
  });

  it('that is missing is W&B’s minimize, and is added beside the name', () => {
    const text = sweep(parameters, 'method: bayes\nmetric:\n  name: val_acc');
    const [finding] = found('goal-direction', text);
    assert.equal(finding && token(text, finding), 'val_acc');
    assert.equal(
      finding && fixed(text, finding),
      sweep(parameters, 'method: bayes\nmetric:\n  goal: maximize\n  name: val_acc'),
    );
  });

  it('is left alone where the name does not say', () => {
    assert.deepEqual(
      found('goal-direction', sweep(parameters, 'method: bayes\nmetric: {name: energy, goal: maximize}')),
      [],
    );
  });
});

describe('a test metric', () => {
  it('is reported at its name', () => {
    const text = sweep('  x: {values: [1, 2]}', 'method: bayes\nmetric: {name: test_acc, goal: maximize}');
    const [finding] = found('test-metric', text);
    assert.equal(finding && token(text, finding), 'test_acc');
    assert.deepEqual(finding?.fixes, []);
  });
});
