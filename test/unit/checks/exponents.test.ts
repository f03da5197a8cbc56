import assert from 'node:assert/strict';
import {
  drawnBounds,
  formatNearOne,
  readingOf,
  type ExponentDeclaration,
} from '../../../src/core/checks/exponents';

const declaration = (low: number, high: number, notation = 'log_uniform'): ExponentDeclaration => ({
  notation,
  type: 'float',
  scale: 'log',
  bounds: 'exponents',
  low,
  high,
});

describe('the reading of exponent bounds', () => {
  it('takes learning rates for values', () => {
    assert.equal(readingOf(declaration(1e-6, 1e-2)), 'values');
    assert.equal(readingOf(declaration(1e-4, 1)), 'values');
  });

  it('takes bounds that would overflow for values when both are positive', () => {
    assert.equal(readingOf(declaration(1, 1000)), 'values');
  });

  it('takes the logarithms of learning rates for exponents', () => {
    assert.equal(readingOf(declaration(Math.log(1e-5), Math.log(0.1))), 'exponents');
    assert.equal(readingOf(declaration(0, 5)), 'exponents');
    assert.equal(readingOf(declaration(-1.2, -1)), 'exponents');
  });

  it('calls exponents extreme that leave every sensible value', () => {
    assert.equal(readingOf(declaration(-3, 40)), 'extreme');
    assert.equal(readingOf(declaration(-100, 0)), 'extreme');
  });
});

describe('the values exponent bounds draw between', () => {
  it('are powers of e, negated for inverse notations', () => {
    assert.deepEqual(drawnBounds(declaration(-1, 2)), [Math.exp(-1), Math.exp(2)]);
    assert.deepEqual(drawnBounds(declaration(-1, 2, 'inv_log_uniform')), [Math.exp(-2), Math.exp(1)]);
  });

  it('are written so that they can be told from 1', () => {
    assert.equal(formatNearOne(Math.exp(1e-6)), '1.000001');
    assert.equal(formatNearOne(Math.exp(1e-2)), '1.01');
    assert.equal(formatNearOne(Math.exp(0.0001)), '1.0001');
    assert.equal(formatNearOne(1), '1');
    assert.equal(formatNearOne(Math.E), '2.72');
  });
});
