import assert from 'node:assert/strict';
import { rankCorrelation, ranks } from '../../../src/core/numeric/rankCorrelation';

describe('the rank correlation', () => {
  it('is 1 for the same order, −1 for the reverse', () => {
    assert.equal(rankCorrelation([1, 5, 9], [2, 4, 100]), 1);
    assert.equal(rankCorrelation([1, 5, 9], [3, 2, 1]), -1);
  });

  it('gives ties the mean of their ranks', () => {
    assert.deepEqual([...ranks([3, 1, 3, 2])], [2.5, 0, 2.5, 1]);
    // Ranks 1, 2.5, 2.5, 4, 5 and 2, 1, 4.5, 4.5, 3: covariance 3.75, both variances 9.5.
    assert.ok(Math.abs(rankCorrelation([1, 2, 2, 3, 5], [2, 1, 4, 4, 3]) - 3.75 / 9.5) < 1e-12);
  });

  it('is not a number where one side is constant', () => {
    assert.ok(Number.isNaN(rankCorrelation([1, 1], [1, 2])));
  });
});
