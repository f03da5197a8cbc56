import type { Evaluation } from '../numeric/boundedQuasiNewton';
import {
  dotRows,
  factorise,
  invertFactor,
  rowStart,
  solveLower,
  solveTransposed,
} from '../numeric/packedCholesky';
import type { Work } from '../numeric/work';
import type { Categorical, Coordinates } from './hyperparameters';
import type { Kernel } from './kernel';

/** Pairs of points between two yields. */
const pairsPerStep = 16_384;

/** Relative to the signal variance: from nothing over rounding error up to a tenth of a per cent. */
export const jitters = [0, 1e-12, 1e-10, 1e-8, 1e-6, 1e-4, 1e-3];

/**
 * ln p(y | X, θ) of a zero-mean Gaussian process (Rasmussen & Williams 2006, Alg. 2.1 and eq. 5.9) as a function of
 * the log vector of its hyperparameters, with its exact gradient. What does not depend on them is computed once, and
 * the memory is used again in every call: calls must not overlap.
 *
 * Where the covariance is not positive definite it gets as little jitter as makes it so.
 * @param targets one value per point.
 */
export function marginalLikelihood(
  kernel: Kernel,
  points: readonly Coordinates[],
  targets: Float64Array,
  categorical?: Categorical,
): (logs: Float64Array) => Work<Evaluation> {
  const n = points.length;
  const dimensions = points[0]?.length ?? 0;
  const pairs = rowStart(n);
  const squares = squaredDifferences(points, categorical);
  const distances = new Float64Array(pairs);
  const values = new Float64Array(pairs);
  const slopes = new Float64Array(pairs);
  const factor = new Float64Array(pairs);
  const inverse = new Float64Array(pairs);
  const scratch = new Float64Array(pairs);

  return function* (logs) {
    const signal = Math.exp(logs[0] as number);
    const noise = Math.exp(logs[dimensions + 1] as number);
    const inverseSquares = logs.slice(1, -1).map(log => Math.exp(-2 * log));
    for (let from = 0; from < pairs; from += pairsPerStep) {
      if (from > 0) yield;
      combine(squares, inverseSquares, pairs, distances, from, Math.min(pairs, from + pairsPerStep));
    }
    // The exponentials are the longer half.
    for (let from = 0; from < pairs; from += pairsPerStep) {
      if (from > 0) yield;
      const to = Math.min(pairs, from + pairsPerStep);
      kernel.fill(
        distances.subarray(from, to),
        to - from,
        values.subarray(from, to),
        slopes.subarray(from, to),
      );
    }
    yield* factoriseCovariance(values, n, signal, noise, factor);

    const whitened = targets.slice();
    solveLower(factor, whitened, n);
    let value = -dotRows(whitened, 0, whitened, 0, n) / 2 - (n / 2) * Math.log(2 * Math.PI);
    for (let i = 0; i < n; i++) value -= Math.log(factor[rowStart(i) + i] as number);
    const weights = whitened;
    solveTransposed(factor, weights, n);
    yield;

    yield* invertFactor(factor, n, inverse, scratch);
    const gradient = new Float64Array(dimensions + 2);
    // ½ tr((ααᵀ − K⁻¹) ∂K): each element below the diagonal stands for two equal ones, which cancels the ½.
    let byNoise = 0;
    let bySignal = 0;
    for (let i = 0; i < n; i++) {
      const row = rowStart(i);
      const weight = weights[i] as number;
      let sum = 0;
      for (let j = 0; j < i; j++) {
        const element = weight * (weights[j] as number) - (inverse[row + j] as number);
        sum += element * (values[row + j] as number);
        slopes[row + j] = element * (slopes[row + j] as number);
      }
      slopes[row + i] = 0;
      const diagonal = (weight * weight - (inverse[row + i] as number)) / 2;
      bySignal += sum + diagonal;
      byNoise += diagonal;
    }
    yield;
    gradient[0] = signal * bySignal;
    gradient[dimensions + 1] = noise * byNoise;
    for (let d = 0; d < dimensions; d++) {
      const product = dotRows(squares, d * pairs, slopes, 0, pairs);
      gradient[d + 1] = -2 * signal * (inverseSquares[d] as number) * product;
      if (pairs > pairsPerStep) yield;
    }
    return { value, gradient };
  };
}

/**
 * Cholesky factor of `signal · values + noise · I`, packed, into `factor`, with jitter where it has to be.
 * @throws RangeError when no jitter is enough.
 */
export function* factoriseCovariance(
  values: Float64Array,
  n: number,
  signal: number,
  noise: number,
  factor: Float64Array,
): Work<void> {
  for (const jitter of jitters) {
    for (let p = 0; p < rowStart(n); p++) factor[p] = signal * (values[p] as number);
    for (let i = 0; i < n; i++) factor[rowStart(i) + i] = signal * (1 + jitter) + noise;
    if (yield* factorise(factor, n)) return;
  }
  throw new RangeError('The covariance is not positive definite.');
}

/** By dimension, the squared difference of every pair of points, packed as the covariance is. */
function squaredDifferences(points: readonly Coordinates[], categorical: Categorical): Float64Array {
  const dimensions = points[0]?.length ?? 0;
  const pairs = rowStart(points.length);
  const squares = new Float64Array(dimensions * pairs);
  for (let d = 0; d < dimensions; d++) {
    const column = Float64Array.from(points, point => point[d] as number);
    const isCategorical = categorical?.[d] ?? false;
    let p = d * pairs;
    for (let i = 0; i < column.length; i++) {
      const own = column[i] as number;
      for (let j = 0; j <= i; j++) {
        const apart = own - (column[j] as number);
        squares[p++] = isCategorical ? (apart === 0 ? 0 : 1) : apart * apart;
      }
    }
  }
  return squares;
}

function combine(
  squares: Float64Array,
  factors: Float64Array,
  pairs: number,
  sums: Float64Array,
  from: number,
  to: number,
): void {
  sums.fill(0, from, to);
  for (let d = 0; d < factors.length; d++) {
    const factor = factors[d] as number;
    const offset = d * pairs;
    for (let p = from; p < to; p++) {
      sums[p] = (sums[p] as number) + factor * (squares[offset + p] as number);
    }
  }
}
