import { dot } from '../numeric/linearAlgebra';
import type { RandomStream } from '../numeric/random';
import type { Work } from '../numeric/work';
import type { GaussianProcess } from '../surrogate/gaussianProcess';
import type { Point } from '../surrogate/hyperparameters';
import { squaredDistance } from '../surrogate/hyperparameters';

/** Relative to the signal variance: below it a conditional variance is rounding error. */
const jitter = 1e-9;

/**
 * One joint draw of the function from the posterior at `points`, in the units of the observations: what Thompson
 * sampling minimises. Each value is drawn given the ones before, which is a Cholesky factorisation row by row,
 * `O(points²)` a row, so that it can be interrupted.
 */
export function* drawFromPosterior(
  model: GaussianProcess,
  points: readonly Point[],
  random: RandomStream,
): Work<number[]> {
  const noise = Float64Array.from(points, () => random.normal());
  const whitened: Float64Array[] = [];
  const rows: Float64Array[] = [];
  const draw: number[] = [];
  for (const [i, point] of points.entries()) {
    whitened.push(model.whiten(point));
    const row = factorRow(model, points, whitened, rows);
    rows.push(row);
    draw.push(model.predict(point).mean + model.standardisation.scale * partialDot(row, noise, i + 1));
    if (i % 4 === 3) yield;
  }
  return draw;
}

/** The next row of the Cholesky factor of the posterior covariance of `points`, standardised, given those before. */
function factorRow(
  { kernel, hyperparameters }: GaussianProcess,
  points: readonly Point[],
  whitened: readonly Float64Array[],
  rows: readonly Float64Array[],
): Float64Array {
  const { signalVariance, lengthScales } = hyperparameters;
  const i = rows.length;
  const point = points[i] as Point;
  const own = whitened[i] as Float64Array;
  const row = new Float64Array(i + 1);
  for (let j = 0; j < i; j++) {
    const prior = signalVariance * kernel.value(squaredDistance(point, points[j] as Point, lengthScales));
    const covariance = prior - dot(own, whitened[j] as Float64Array);
    const earlier = rows[j] as Float64Array;
    row[j] = (covariance - partialDot(row, earlier, j)) / (earlier[j] as number);
  }
  const variance = signalVariance - dot(own, own) - partialDot(row, row, i);
  row[i] = Math.sqrt(Math.max(variance, 0) + jitter * signalVariance);
  return row;
}

/** `Σ aₖ bₖ` over k < end, in four sums because a single one waits for each addition to finish. */
function partialDot(a: Float64Array, b: Float64Array, end: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let k = 0;
  for (; k + 3 < end; k += 4) {
    s0 += (a[k] as number) * (b[k] as number);
    s1 += (a[k + 1] as number) * (b[k + 1] as number);
    s2 += (a[k + 2] as number) * (b[k + 2] as number);
    s3 += (a[k + 3] as number) * (b[k + 3] as number);
  }
  for (; k < end; k++) s0 += (a[k] as number) * (b[k] as number);
  return s0 + s1 + (s2 + s3);
}
