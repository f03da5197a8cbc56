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
  const { kernel, standardisation } = model;
  const { signalVariance, lengthScales } = model.hyperparameters;
  const whitened: Float64Array[] = [];
  const rows: Float64Array[] = [];
  const noise = Float64Array.from(points, () => random.normal());
  const draw: number[] = [];
  for (const [i, point] of points.entries()) {
    const toObserved = model.whiten(point);
    const row = new Float64Array(i + 1);
    for (let j = 0; j < i; j++) {
      const prior = signalVariance * kernel.value(squaredDistance(point, points[j] as Point, lengthScales));
      const covariance = prior - dot(toObserved, whitened[j] as Float64Array);
      const earlier = rows[j] as Float64Array;
      row[j] = (covariance - partialDot(row, earlier, j)) / (earlier[j] as number);
    }
    const variance = signalVariance - dot(toObserved, toObserved) - partialDot(row, row, i);
    row[i] = Math.sqrt(Math.max(variance, 0) + jitter * signalVariance);
    draw.push(model.predict(point).mean + standardisation.scale * partialDot(row, noise, i + 1));
    whitened.push(toObserved);
    rows.push(row);
    if (i % 4 === 3) yield;
  }
  return draw;
}

/** `Σ aₖ bₖ` over k < end. */
function partialDot(a: Float64Array, b: Float64Array, end: number): number {
  let sum = 0;
  for (let k = 0; k < end; k++) sum += (a[k] as number) * (b[k] as number);
  return sum;
}
