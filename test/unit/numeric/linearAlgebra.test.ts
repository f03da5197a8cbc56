import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Matrix } from 'ml-matrix';
import {
  cholesky,
  inverseFromFactor,
  solveLower,
  solveLowerTransposed,
} from '../../../src/core/numeric/linearAlgebra';
import { finish } from '../../../src/core/numeric/work';

/** A random symmetric matrix with eigenvalues of at least one. */
const positiveDefinite = fc
  .integer({ min: 1, max: 20 })
  .chain(n => fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: n * n, maxLength: n * n }))
  .map(entries => {
    const n = Math.sqrt(entries.length);
    const a = Matrix.from1DArray(n, n, entries);
    return Matrix.add(a.mmul(a.transpose()), Matrix.eye(n));
  });

const distance = (a: Matrix, b: Matrix): number => Matrix.sub(a, b).abs().max();

describe('linear algebra', () => {
  it('factors, solves and inverts positive definite matrices', () => {
    fc.assert(
      fc.property(positiveDefinite, matrix => {
        const { lower, jitter } = cholesky(matrix);
        assert.equal(jitter, 0);
        assert.ok(distance(lower.mmul(lower.transpose()), matrix) < 1e-10);
        const inverse = finish(inverseFromFactor(lower));
        assert.ok(distance(matrix.mmul(inverse), Matrix.eye(matrix.rows)) < 1e-9);
        const b = Float64Array.from({ length: matrix.rows }, (_, i) => i - 2);
        const x = solveLowerTransposed(lower, solveLower(lower, b));
        assert.ok(distance(matrix.mmul(Matrix.columnVector(x)), Matrix.columnVector(b)) < 1e-9);
      }),
      { seed: 1 },
    );
  });

  it('adds the least jitter that makes a singular matrix positive definite', () => {
    const { lower, jitter } = cholesky(Matrix.ones(5, 5));
    assert.ok(jitter > 0 && jitter <= 1e-8, `${jitter}`);
    assert.ok(distance(lower.mmul(lower.transpose()), Matrix.ones(5, 5)) <= 2 * jitter);
  });

  it('refuses an indefinite matrix instead of returning a wrong factor', () => {
    assert.throws(
      () =>
        cholesky(
          new Matrix([
            [1, 2],
            [2, 1],
          ]),
        ),
      RangeError,
    );
  });
});
