import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import type { Work } from './work';

/** `matrix + jitter · I = lower · lowerᵀ`. */
export interface CholeskyFactor {
  readonly lower: Matrix;
  /** What had to be added to the diagonal, in the matrix's own units; 0 when nothing had to. */
  readonly jitter: number;
}

/** Relative to the mean of the diagonal: from rounding error up to a tenth of a per cent. */
const jitters = [0, 1e-12, 1e-10, 1e-8, 1e-6, 1e-4, 1e-3];

/**
 * Cholesky factor of a symmetric matrix, with as little jitter on the diagonal as makes it positive definite.
 * @throws RangeError when no jitter up to 0.1 % of the mean diagonal does.
 */
export function cholesky(matrix: Matrix): CholeskyFactor {
  const unit = matrix.trace() / matrix.rows;
  for (const relative of jitters) {
    const jitter = relative * unit;
    const shifted = jitter === 0 ? matrix : Matrix.add(matrix, Matrix.eye(matrix.rows, matrix.rows, jitter));
    // The decomposition does not throw on an indefinite matrix, it returns a wrong factor.
    const decomposition = new CholeskyDecomposition(shifted);
    if (decomposition.isPositiveDefinite()) return { lower: decomposition.lowerTriangularMatrix, jitter };
  }
  throw new RangeError('The matrix is not positive definite.');
}

/** `L⁻¹ b` by forward substitution; L lower triangular, n × n. */
export function solveLower(lower: Matrix, b: Float64Array): Float64Array {
  const x = b.slice();
  for (let i = 0; i < x.length; i++) {
    let sum = x[i] as number;
    for (let k = 0; k < i; k++) sum -= lower.get(i, k) * (x[k] as number);
    x[i] = sum / lower.get(i, i);
  }
  return x;
}

/** `L⁻ᵀ b` by back substitution; L lower triangular, n × n. */
export function solveLowerTransposed(lower: Matrix, b: Float64Array): Float64Array {
  const x = b.slice();
  for (let i = x.length - 1; i >= 0; i--) {
    let sum = x[i] as number;
    for (let k = i + 1; k < x.length; k++) sum -= lower.get(k, i) * (x[k] as number);
    x[i] = sum / lower.get(i, i);
  }
  return x;
}

/** `(L Lᵀ)⁻¹`, symmetric: a seventh of the time of solving for the identity with the general solver. */
export function* inverseFromFactor(lower: Matrix): Work<Matrix> {
  const n = lower.rows;
  const inverse = Matrix.zeros(n, n);
  // Row c of `columns` is column c of L⁻¹, which is zero above c.
  const columns: Float64Array[] = [];
  for (let c = 0; c < n; c++) {
    const column = new Float64Array(n);
    for (let i = c; i < n; i++) {
      let sum = i === c ? 1 : 0;
      for (let k = c; k < i; k++) sum -= lower.get(i, k) * (column[k] as number);
      column[i] = sum / lower.get(i, i);
    }
    columns.push(column);
    if (c % 16 === 15) yield;
  }
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const sum = dot(columns[i] as Float64Array, columns[j] as Float64Array, i);
      inverse.set(i, j, sum);
      inverse.set(j, i, sum);
    }
    if (i % 16 === 15) yield;
  }
  return inverse;
}

/** `Σ aₖ bₖ` over k ≥ from. */
export function dot(a: Float64Array, b: Float64Array, from = 0): number {
  let sum = 0;
  for (let k = from; k < a.length; k++) sum += (a[k] as number) * (b[k] as number);
  return sum;
}
