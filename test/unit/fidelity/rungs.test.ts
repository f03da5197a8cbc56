import assert from 'node:assert/strict';
import { rungs, wandbBands } from '../../../src/core/fidelity/rungs';

describe('rungs', () => {
  // The ratios for which ⌊log(R/r)/log(η)⌋ in floating point loses a rung, in Optuna, Syne Tune and Ray.
  for (const [maxResource, reductionFactor, exponent] of [
    [243, 3, 5],
    [59049, 3, 10],
    [59049, 9, 5],
    [1000, 10, 3],
    [1e6, 10, 6],
  ] as const) {
    it(`reaches ${maxResource} from 1 in ${exponent} steps of ${reductionFactor}, where a rounded logarithm loses one`, () => {
      const resources = rungs({ minResource: 1, maxResource, reductionFactor });
      assert.equal(resources.length, exponent + 1);
      assert.equal(resources.at(-1), maxResource);
    });
  }

  it('never passes the maximum', () => {
    assert.deepEqual(rungs({ minResource: 1, maxResource: 100, reductionFactor: 3 }), [1, 3, 9, 27, 81]);
  });

  it('reaches the maximum when a fractional reduction factor only rounds past it', () => {
    const maxResource = 1.1 ** 20;
    const resources = rungs({ minResource: 1, maxResource, reductionFactor: 1.1 });
    assert.equal(resources.length, 21);
    assert.ok(resources.every(resource => resource <= maxResource));
  });

  it('has one rung when the maximum is the minimum', () => {
    assert.deepEqual(rungs({ minResource: 5, maxResource: 5, reductionFactor: 3 }), [5]);
  });

  it('rejects what would never end or never start', () => {
    assert.throws(() => rungs({ minResource: 0, maxResource: 9, reductionFactor: 3 }), RangeError);
    assert.throws(() => rungs({ minResource: 10, maxResource: 9, reductionFactor: 3 }), RangeError);
    assert.throws(() => rungs({ minResource: 1, maxResource: Infinity, reductionFactor: 3 }), RangeError);
    assert.throws(() => rungs({ minResource: 1, maxResource: NaN, reductionFactor: 3 }), RangeError);
    assert.throws(() => rungs({ minResource: 1, maxResource: 9, reductionFactor: 1 }), RangeError);
  });
});

describe('wandbBands', () => {
  // Bands as wandb/sweeps computes them for max_iter 27, s 3; max_iter 19, s 2; max_iter 10, s 2; all with eta 3.
  for (const [minResource, maxResource, expected] of [
    [1, 27, [1, 3, 9, 27]],
    [2, 19, [2, 6, 19]],
    [1, 10, [1, 3, 10]],
  ] as const) {
    it(`divides ${maxResource} down to ${minResource} and ends at ${maxResource}`, () => {
      assert.deepEqual(wandbBands({ minResource, maxResource, reductionFactor: 3 }), expected);
    });
  }

  it('has no band twice and none below one', () => {
    assert.deepEqual(wandbBands({ minResource: 0.5, maxResource: 3, reductionFactor: 1.5 }), [1, 2, 3]);
  });
});
