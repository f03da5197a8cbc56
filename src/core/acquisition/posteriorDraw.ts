import { dotRows } from '../numeric/packedCholesky';
import type { RandomStream } from '../numeric/random';
import type { Work } from '../numeric/work';
import type { GaussianProcess } from '../surrogate/gaussianProcess';
import { squaredDistance, type Coordinates } from '../surrogate/hyperparameters';

/** Relative to the signal variance: below it a conditional variance is rounding error. */
const jitter = 1e-9;

/**
 * One joint draw of the function from the posterior at `points`, in the units of the observations: what Thompson
 * sampling minimises. Each value is drawn given the ones before, which is a Cholesky factorisation row by row,
 * `O(points²)` a row, so that it can be interrupted.
 */
export function* drawFromPosterior(
  model: GaussianProcess,
  points: readonly Coordinates[],
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
    draw.push(model.predict(point).mean + model.standardisation.scale * dotRows(row, 0, noise, 0, i + 1));
    if (i % 4 === 3) yield;
  }
  return draw;
}

/** The next row of the Cholesky factor of the posterior covariance of `points`, standardised, given those before. */
function factorRow(
  { kernel, hyperparameters, categorical }: GaussianProcess,
  points: readonly Coordinates[],
  whitened: readonly Float64Array[],
  rows: readonly Float64Array[],
): Float64Array {
  const { signalVariance, lengthScales } = hyperparameters;
  const i = rows.length;
  const point = points[i] as Coordinates;
  const own = whitened[i] as Float64Array;
  const row = new Float64Array(i + 1);
  for (let j = 0; j < i; j++) {
    const prior =
      signalVariance *
      kernel.value(squaredDistance(point, points[j] as Coordinates, lengthScales, categorical));
    const covariance = prior - dotRows(own, 0, whitened[j] as Float64Array, 0, own.length);
    const earlier = rows[j] as Float64Array;
    row[j] = (covariance - dotRows(row, 0, earlier, 0, j)) / (earlier[j] as number);
  }
  const variance = signalVariance - dotRows(own, 0, own, 0, own.length) - dotRows(row, 0, row, 0, i);
  row[i] = Math.sqrt(Math.max(variance, 0) + jitter * signalVariance);
  return row;
}
