import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Matrix } from 'ml-matrix';
import {
  factorise,
  factorRow,
  invertFactor,
  rowStart,
  solveLower,
  solveTransposed,
} from '../../../src/core/numeric/packedCholesky';
import { finish } from '../../../src/core/numeric/work';

/** A random symmetric matrix with eigenvalues of at least one. */
const positiveDefinite = fc
  .integer({ min: 1, max: 30 })
  .chain(n => fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: n * n, maxLength: n * n }))
  .map(entries => {
    const n = Math.sqrt(entries.length);
    const a = Matrix.from1DArray(n, n, entries);
    return Matrix.add(a.mmul(a.transpose()), Matrix.eye(n));
  });

const distance = (a: Matrix, b: Matrix): number => Matrix.sub(a, b).abs().max();

function packed(matrix: Matrix): Float64Array {
  return Float64Array.from(matrix.to2DArray().flatMap((row, i) => row.slice(0, i + 1)));
}

function unpacked(values: Float64Array, n: number, symmetric: boolean): Matrix {
  const matrix = Matrix.zeros(n, n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const value = values[rowStart(i) + j] ?? NaN;
      matrix.set(i, j, value);
      if (symmetric) matrix.set(j, i, value);
    }
  }
  return matrix;
}

describe('packed Cholesky factors', () => {
  it('factor, solve and invert positive definite matrices of any size', () => {
    fc.assert(
      fc.property(positiveDefinite, matrix => {
        const n = matrix.rows;
        const factor = packed(matrix);
        assert.ok(finish(factorise(factor, n)));
        const lower = unpacked(factor, n, false);
        assert.ok(distance(lower.mmul(lower.transpose()), matrix) < 1e-10);
        const inverse = new Float64Array(factor.length);
        finish(invertFactor(factor, n, inverse, new Float64Array(factor.length)));
        assert.ok(distance(matrix.mmul(unpacked(inverse, n, true)), Matrix.eye(n)) < 1e-9);
        const b = Float64Array.from({ length: n }, (_, i) => i - 2);
        const x = b.slice();
        solveLower(factor, x, n);
        solveTransposed(factor, x, n);
        assert.ok(distance(matrix.mmul(Matrix.columnVector(x)), Matrix.columnVector(b)) < 1e-9);
      }),
      { seed: 1 },
    );
  });

  it('grow by a row to the factor of the larger matrix', () => {
    fc.assert(
      fc.property(positiveDefinite, matrix => {
        const n = matrix.rows;
        const whole = packed(matrix);
        const grown = packed(matrix);
        assert.ok(finish(factorise(whole, n)));
        assert.ok(finish(factorise(grown, n - 1)) && factorRow(grown, n - 1));
        whole.forEach((value, i) => assert.ok(Math.abs(value - (grown[i] ?? NaN)) < 1e-12));
      }),
      { seed: 1 },
    );
  });

  it('refuse an indefinite matrix and a singular one', () => {
    assert.equal(finish(factorise(Float64Array.of(1, 2, 1), 2)), false);
    assert.equal(finish(factorise(Float64Array.of(1, 1, 1), 2)), false);
    assert.equal(finish(factorise(Float64Array.of(1, 0, 1, 0, 2, 1), 3)), false);
    assert.equal(finish(factorise(Float64Array.of(NaN), 1)), false);
  });

  it('come in slices: 500 rows can be interrupted ten times and more', () => {
    const n = 500;
    const factor = packed(Matrix.eye(n));
    const slices = (work: Generator<void, unknown, void>): number => [...work].length;
    assert.ok(slices(factorise(factor, n)) >= 10);
    const inverse = new Float64Array(factor.length);
    assert.ok(slices(invertFactor(factor, n, inverse, new Float64Array(factor.length))) >= 20);
  });
});
