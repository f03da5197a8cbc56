import assert from 'node:assert/strict';
import { experiment, fixed, found, sweep, token } from './found';

const list = (items: string, algorithm = 'tpe'): string =>
  JSON.stringify({
    searchSpace: { width: { _type: 'choice', _value: JSON.parse(items) as unknown } },
    trialCommand: 'python3 train.py',
    trialConcurrency: 1,
    tuner: { name: algorithm },
    trainingService: { platform: 'local' },
  });

describe('numbers as categories', () => {
  it('are reported with the range that would tell their order', () => {
    const message = (items: string) => found('numeric-choices', list(items), 'json')[0]?.message ?? '';
    assert.match(
      message('[16, 32, 64, 128]'),
      /lists 4 numbers as categories.*use a log scale from 16 to 128\.$/,
    );
    assert.match(message('[0.1, 0.2, 0.3]'), /use a range from 0\.1 to 0\.3 in steps of 0\.1\.$/);
    assert.match(message('[1, 2, 5]'), /use a range\.$/);
    assert.equal(message('[16, 32]'), '');
  });

  it('out of order are a warning, and can be sorted', () => {
    const text = list('[64, 16, 256]');
    const [finding] = found('numeric-choices', text, 'json');
    assert.equal(finding?.severity, 'warning');
    assert.equal(finding && token(text, finding), '[64,16,256]');
    assert.equal(finding && fixed(text, finding), list('[16, 64, 256]'));
  });

  it('matter only to methods that learn from order', () => {
    for (const algorithm of ['Random', 'GridSearch', 'GPTuner', 'Metis']) {
      assert.deepEqual(found('numeric-choices', list('[64, 16, 256]', algorithm), 'json'), [], algorithm);
    }
    assert.equal(found('numeric-choices', list('[64, 16, 256]', 'SMAC'), 'json').length, 1);
  });

  it('in W&B’s bayes search only have to be in order', () => {
    const bayes = (items: string) =>
      found('numeric-choices', sweep(`  x: {values: ${items}}`, 'method: bayes\nmetric: {name: loss}'));
    assert.deepEqual(bayes('[16, 32, 64]'), []);
    assert.deepEqual(bayes('[64, 32, 16]'), []);
    assert.equal(bayes('[32, 16, 64]')[0]?.severity, 'warning');
  });

  it('of Katib’s discrete type have an order', () => {
    const text = experiment(
      ['{name: x, parameterType: discrete, feasibleSpace: {list: ["16", "32", "64"]}}'],
      'tpe',
    );
    assert.deepEqual(found('numeric-choices', text), []);
  });
});
