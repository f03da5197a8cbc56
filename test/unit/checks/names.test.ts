import assert from 'node:assert/strict';
import { fixed, found, sweep, token } from './found';

const count = (code: string, parameter: string, head?: string): number =>
  found(code, sweep(`  ${parameter}`, head)).length;

describe('a seed among the parameters', () => {
  it('is a warning at its name', () => {
    const text = sweep('  random_seed: {min: 0, max: 99}');
    const [finding] = found('tuned-seed', text);
    assert.equal(finding?.severity, 'warning');
    assert.equal(finding && token(text, finding), 'random_seed');
    assert.equal(count('tuned-seed', 'random_state: {values: [1, 2]}'), 1);
  });

  it('is fine as a constant, in a grid, and as part of another word', () => {
    assert.equal(count('tuned-seed', 'seed: {value: 42}'), 0);
    assert.equal(count('tuned-seed', 'seed: {values: [1, 2, 3]}', 'method: grid'), 0);
    assert.equal(count('tuned-seed', 'seedling_rate: {min: 0.1, max: 0.2}'), 0);
  });
});

describe('the length of training among the parameters', () => {
  it('is an information, and a warning beside a halving schedule', () => {
    const severity = (head: string): string | undefined =>
      found('tuned-duration', sweep('  num_epochs: {min: 5, max: 50}', head))[0]?.severity;
    assert.equal(severity('method: random'), 'information');
    assert.equal(
      severity('method: random\nmetric: {name: loss}\nearly_terminate: {type: hyperband, min_iter: 3}'),
      'warning',
    );
  });

  it('is told from settings that only count epochs or steps', () => {
    for (const name of ['max_train_steps', 'trainer.max_epochs', 'epochs', 'num_train_epochs', 'max_steps']) {
      assert.equal(count('tuned-duration', `${name}: {min: 5, max: 50}`), 1, name);
    }
    for (const name of [
      'warmup_epochs',
      'gradient_accumulation_steps',
      'steps',
      'epochs_per_cycle',
      'n_estimators',
    ]) {
      assert.equal(count('tuned-duration', `${name}: {min: 5, max: 50}`), 0, name);
    }
  });
});

describe('the epochs of fine-tuning a language model', () => {
  it('are searched with reason, but not beside a halving schedule', () => {
    const of = (head: string): number =>
      found('tuned-duration', sweep('  num_train_epochs: {values: [1, 2, 3]}\n  lora_r: {value: 8}', head))
        .length;
    assert.equal(of('method: random'), 0);
    assert.equal(
      of('method: random\nmetric: {name: loss}\nearly_terminate: {type: hyperband, min_iter: 3}'),
      1,
    );
  });
});

describe('the epochs of PPO', () => {
  it('are passes over a batch and no length of training', () => {
    const text = sweep('  n_epochs: {values: [1, 5, 10]}\n  clip_range: {min: 0.1, max: 0.4}');
    assert.deepEqual(found('tuned-duration', text), []);
  });
});

describe('the batch size among the parameters', () => {
  it('is a hint', () => {
    for (const name of ['batch_size', 'per_device_train_batch_size', 'data.batch-size', 'batchSize']) {
      assert.equal(count('tuned-batch-size', `${name}: {values: [16, 32]}`), 1, name);
    }
    assert.equal(count('tuned-batch-size', 'batch_size: {value: 16}'), 0);
    assert.equal(count('tuned-batch-size', 'batch_size_warmup: {values: [16, 32]}'), 0);
  });
});

describe('a strength from zero', () => {
  it('is reported at its lower bound with what a uniform draw makes of it', () => {
    const text = sweep('  weight_decay: {min: 0.0, max: 0.1}');
    const [finding] = found('zero-bound', text);
    assert.equal(finding && token(text, finding), '0.0');
    assert.match(finding?.message ?? '', /1 draw in 10 is below 0\.01 and 1 in 100 below 0\.001/);
  });

  it('is not looked for in ratios, above zero and in grids', () => {
    assert.equal(count('zero-bound', 'l1_ratio: {min: 0.0, max: 1.0}'), 0);
    assert.equal(count('zero-bound', 'reg_param: {min: 0.0, max: 1.0}'), 0);
    assert.equal(count('zero-bound', 'exploration_final_eps: {min: 0.0, max: 0.2}'), 0);
    assert.equal(count('zero-bound', 'dropout: {min: 0.0, max: 0.5}'), 0);
    assert.equal(count('zero-bound', 'lr: {min: 0.01, max: 0.5}'), 0);
    assert.equal(
      count('zero-bound', 'lr: {distribution: q_uniform, min: 0.0, max: 0.5, q: 0.1}', 'method: grid'),
      0,
    );
  });
});

describe('a momentum close to one', () => {
  it('is reported with how far back it remembers', () => {
    const [finding] = found('near-one', sweep('  momentum: {min: 0.9, max: 0.999}'));
    assert.equal(finding?.severity, 'information');
    // Half the way from 1 − 0.9 to 1 − 0.999 is 0.01, and (0.999 − 0.99) / (0.999 − 0.9) = 0.0909.
    assert.match(finding?.message ?? '', /goes from 10 to 1000: only 9\.09 % of draws lie above 0\.99/);
  });

  it('may reach one itself', () => {
    assert.match(
      found('near-one', sweep('  beta2: {min: 0.9, max: 1.0}'))[0]?.message ?? '',
      /never forgotten/,
    );
  });

  it('is not looked for in short ranges, other names and the whole unit interval', () => {
    assert.equal(count('near-one', 'momentum: {min: 0.8, max: 0.95}'), 0);
    assert.equal(count('near-one', 'gamma: {min: 0.0, max: 1.0}'), 0);
    assert.equal(count('near-one', 'subsample: {min: 0.5, max: 1.0}'), 0);
  });
});

describe('a dot in the name of a W&B parameter', () => {
  it('is told from a nested group', () => {
    const text = sweep('  model.width: {min: 16, max: 64}');
    const [finding] = found('dotted-name', text);
    assert.equal(finding && token(text, finding), 'model.width');
    assert.equal(finding?.severity, 'hint');
    assert.deepEqual(found('dotted-name', sweep('  model: {parameters: {width: {min: 16, max: 64}}}')), []);
  });
});

describe('an inverse log scale', () => {
  it('is the log scale it draws', () => {
    const text = sweep('  momentum: {distribution: inv_log_uniform_values, min: 0.9, max: 0.99}');
    const [finding] = found('inverse-log', text);
    assert.equal(finding && token(text, finding), 'inv_log_uniform_values');
    assert.equal(finding && fixed(text, finding), text.replace('inv_', ''));
    assert.deepEqual(found('inverse-log', text.replace('inv_', '')), []);
  });
});
