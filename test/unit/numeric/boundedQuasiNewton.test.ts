import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Evaluation } from '../../../src/core/numeric/boundedQuasiNewton';
import { minimiseInBox } from '../../../src/core/numeric/boundedQuasiNewton';
import type { Work } from '../../../src/core/numeric/work';
import { finish } from '../../../src/core/numeric/work';

const rosenbrock = function* (point: Float64Array): Work<Evaluation> {
  yield;
  const [x = NaN, y = NaN] = point;
  return {
    value: (1 - x) ** 2 + 100 * (y - x * x) ** 2,
    gradient: Float64Array.of(-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)),
  };
};

describe('minimising in a box', () => {
  const minimise = (low: number, high: number) =>
    finish(
      minimiseInBox(
        rosenbrock,
        Float64Array.of(-1.2, 1),
        Float64Array.of(low, low),
        Float64Array.of(high, high),
        { tolerance: 1e-8 },
      ),
    );

  it('finds the minimum of a curved valley', () => {
    const { point, value } = minimise(-5, 10);
    assert.ok(value < 1e-12, `${value}`);
    assert.ok(Math.abs((point[0] ?? NaN) - 1) < 1e-6);
  });

  it('stops at the bound that cuts the valley off', () => {
    const { point } = minimise(-5, 0.5);
    assert.ok(Math.abs((point[0] ?? NaN) - 0.5) < 1e-7, `${point.join()}`);
    assert.ok(Math.abs((point[1] ?? NaN) - 0.25) < 1e-6, `${point.join()}`);
  });

  it('solves every convex quadratic in a box as exactly as clamping does when its axes are separate', () => {
    const coordinate = fc.double({ min: -3, max: 3, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(coordinate, fc.integer({ min: 1, max: 1000 })), { minLength: 1, maxLength: 6 }),
        axes => {
          const quadratic = function* (point: Float64Array): Work<Evaluation> {
            yield;
            const terms = axes.map(([centre, weight], i) => ({ d: (point[i] ?? NaN) - centre, weight }));
            return {
              value: terms.reduce((sum, { d, weight }) => sum + weight * d * d, 0),
              gradient: Float64Array.from(terms, ({ d, weight }) => 2 * weight * d),
            };
          };
          const { point } = finish(
            minimiseInBox(
              quadratic,
              Float64Array.from(axes, () => 0.5),
              Float64Array.from(axes, () => -1),
              Float64Array.from(axes, () => 1),
              { tolerance: 1e-9 },
            ),
          );
          axes.forEach(([centre], i) =>
            assert.ok(Math.abs((point[i] ?? NaN) - Math.min(1, Math.max(-1, centre))) < 1e-5),
          );
        },
      ),
      { seed: 1 },
    );
  });
});
