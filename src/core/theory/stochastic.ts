import { Matrix } from 'ml-matrix';
import { defaultRng } from '../numeric/numpy/generator';
import type { StochasticCell } from './cells';

export interface StochasticValues {
  /** Over all 256 rows. */
  readonly fullGradient: readonly number[];
  /** Over the first 32. */
  readonly batchGradient: readonly number[];
  /** The Euclidean norm of their difference. */
  readonly gap: number;
}

const rows = 256;
const batch = 32;
const theta = Matrix.columnVector([0.2, -0.4, 0.6]);

export function stochasticValues({ seed }: StochasticCell): StochasticValues {
  const generator = defaultRng(seed);
  const draws = Float64Array.from({ length: rows * theta.rows }, () => generator.standardNormal());
  const sample = Matrix.from1DArray(rows, theta.rows, draws);
  const full = gradientOver(sample);
  const part = gradientOver(sample.subMatrix(0, batch - 1, 0, theta.rows - 1));
  return {
    fullGradient: full.to1DArray(),
    batchGradient: part.to1DArray(),
    gap: Matrix.sub(full, part).norm(),
  };
}

/** Sᵀ(Sθ) / rows. */
function gradientOver(sample: Matrix): Matrix {
  return sample.transpose().mmul(sample.mmul(theta)).div(sample.rows);
}
