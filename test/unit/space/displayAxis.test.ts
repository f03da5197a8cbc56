import assert from 'node:assert/strict';
import { axisPosition, axisValue, displayAxis } from '../../../src/core/space/displayAxis';
import type { FloatDomain } from '../../../src/core/space/domain';
import { numericDomain } from '../../../src/core/space/domains';

const float = (low: number, high: number, more: object = {}): FloatDomain => {
  const domain = numericDomain({ type: 'float', low, high, ...more });
  assert.equal(domain?.kind, 'float');
  return domain as FloatDomain;
};

describe('the axis of a domain', () => {
  it('is logarithmic on a log scale and over two decades, and linear otherwise', () => {
    assert.equal(displayAxis(float(1e-5, 0.1)).log, true);
    assert.equal(displayAxis(float(1, 64, { scale: 'log' })).log, true);
    assert.equal(displayAxis(float(1, 64)).log, false);
    assert.equal(displayAxis(float(0, 1)).log, false);
  });

  it('is linear for a quantised log domain that reaches zero', () => {
    const step = { size: 0.5, origin: 'zero', clamp: false };
    assert.deepEqual(displayAxis(float(0.1, 5, { scale: 'log', step })), { low: 0, high: 5, log: false });
  });

  it('is cut at a thousandth of the draws where the prior is unbounded', () => {
    const prior = { kind: 'normal', mean: 0, standardDeviation: 1 };
    const { low, high } = displayAxis(float(-Infinity, Infinity, { prior }));
    assert.ok(Math.abs(low + 3.09) < 0.001 && Math.abs(high - 3.09) < 0.001);
    const logNormal = displayAxis(float(0, Infinity, { scale: 'log', prior }));
    assert.ok(logNormal.log && Math.abs(logNormal.low - Math.exp(-3.09)) < 1e-3);
  });

  it('leads from position to value and back', () => {
    for (const axis of [displayAxis(float(1e-5, 0.1)), displayAxis(float(-1e308, 1e308))]) {
      for (const p of [0, 0.3, 1]) assert.ok(Math.abs(axisPosition(axis, axisValue(axis, p)) - p) < 1e-12);
    }
  });
});
