import assert from 'node:assert/strict';
import { expectedDistinct } from '../../../src/core/checks/repeatedDraws';

describe('the expected number of different random draws', () => {
  it('is 63.4 for 100 draws from 100 values', () => {
    // 100 (1 − 0.99¹⁰⁰), computed in exact arithmetic.
    assert.ok(Math.abs(expectedDistinct(100, 100) - 63.39676587267709) < 1e-9);
  });

  it('stays the number of draws when there are far more values', () => {
    assert.ok(Math.abs(expectedDistinct(1e15, 100) - 100) < 1e-9);
  });
});
