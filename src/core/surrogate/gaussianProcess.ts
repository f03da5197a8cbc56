import {
  dotRows,
  factorRow,
  invertFactor,
  rowStart,
  solveLower,
  solveTransposed,
} from '../numeric/packedCholesky';
import { finish, type Work } from '../numeric/work';
import type { Categorical, Coordinates, Hyperparameters } from './hyperparameters';
import type { Kernel } from './kernel';
import { factoriseCovariance, jitters } from './marginalLikelihood';
import { standardise, toStandard, type Standardisation } from './standardisation';

/** What the surrogate believes of the noise-free function, in the units of the observations. */
export interface Prediction {
  readonly mean: number;
  readonly standardDeviation: number;
}

/** A prediction and how it changes with each coordinate of the point. */
export interface Slope extends Prediction {
  readonly meanGradient: Float64Array;
  readonly deviationGradient: Float64Array;
}

/** The posterior of a Gaussian process given observations (Rasmussen & Williams 2006, Alg. 2.1). */
export interface GaussianProcess {
  readonly points: readonly Coordinates[];
  readonly values: readonly number[];
  readonly kernel: Kernel;
  /** In units of the standardised values. */
  readonly hyperparameters: Hyperparameters;
  readonly standardisation: Standardisation;
  readonly categorical: Categorical;
  /** Standard deviation of an observation around the function, in the units of the observations. */
  readonly noise: number;
  /** The mean at each observed point, noise left out, without predicting there one by one. */
  readonly fittedValues: Float64Array;
  predict(point: Coordinates): Prediction;
  /** With gradients, which are 0 along categorical dimensions. */
  slope(point: Coordinates): Slope;
  /** `L⁻¹ k(X, x)`, from which the posterior covariance is `k(x, x′) − v(x)ᵀ v(x′)`, standardised. */
  whiten(point: Coordinates): Float64Array;
  /** `(K + σₙ² I)⁻¹ x` for one number per observation, standardised. */
  solve(x: Float64Array): Float64Array;
  /**
   * What each observation would have been predicted to be from all others, noise included, with the same
   * hyperparameters (Rasmussen & Williams 2006, eq. 5.12).
   */
  leaveOneOut(): Work<Prediction[]>;
  /** The posterior given further observations, with the same hyperparameters: `O(n²)` each. */
  extended(points: readonly Coordinates[], values: readonly number[]): GaussianProcess;
}

/**
 * Conditions a Gaussian process on `values` at `points` (equal lengths, at least one), all finite.
 * @throws RangeError when the covariance is not positive definite even with jitter.
 */
export function* conditioned(
  kernel: Kernel,
  hyperparameters: Hyperparameters,
  points: readonly Coordinates[],
  values: readonly number[],
  standardisation: Standardisation = standardise(values),
  categorical?: Categorical,
): Work<GaussianProcess> {
  const n = points.length;
  const { signalVariance, noiseVariance } = hyperparameters;
  const scaled = new ScaledPoints(points, hyperparameters.lengthScales, categorical);
  const lower = new Float64Array(rowStart(n));
  const covariances = new Float64Array(rowStart(n));
  const distances = new Float64Array(n);
  for (const [i, point] of points.entries()) {
    scaled.squaredDistances(point, distances, i + 1);
    kernel.fill(distances, i + 1, covariances.subarray(rowStart(i)));
    if (i % 64 === 63) yield;
  }
  yield* factoriseCovariance(covariances, n, signalVariance, noiseVariance, lower);
  return posterior({ kernel, hyperparameters, points, values, standardisation, categorical }, scaled, lower);
}

/** The same in one go. */
export function gaussianProcess(...parameters: Parameters<typeof conditioned>): GaussianProcess {
  return finish(conditioned(...parameters));
}

type Data = Pick<
  GaussianProcess,
  'kernel' | 'hyperparameters' | 'points' | 'values' | 'standardisation' | 'categorical'
>;

function posterior(data: Data, scaled: ScaledPoints, lower: Float64Array): GaussianProcess {
  const { kernel, hyperparameters, points, values, standardisation, categorical } = data;
  const { signalVariance, lengthScales, noiseVariance } = hyperparameters;
  const { offset, scale } = standardisation;
  const n = points.length;
  const weights = toStandard(standardisation, values);
  solveLower(lower, weights, n);
  solveTransposed(lower, weights, n);

  const distances = new Float64Array(n);
  const covariances = new Float64Array(n);
  const slopes = new Float64Array(n);
  const whitened = new Float64Array(n);

  function whitenInPlace(point: Coordinates, derivatives?: Float64Array): void {
    scaled.squaredDistances(point, distances, n);
    kernel.fill(distances, n, covariances, derivatives);
    for (let j = 0; j < n; j++) {
      covariances[j] = signalVariance * (covariances[j] as number);
      whitened[j] = covariances[j] as number;
    }
    solveLower(lower, whitened, n);
  }

  function prediction(): Prediction {
    // At an observation the difference is of the order of rounding error and may come out negative.
    const variance = Math.max(0, signalVariance - dotRows(whitened, 0, whitened, 0, n));
    return {
      mean: offset + scale * dotRows(covariances, 0, weights, 0, n),
      standardDeviation: scale * Math.sqrt(variance),
    };
  }

  return {
    ...data,
    noise: scale * Math.sqrt(noiseVariance),
    // K α = y − σₙ² α.
    fittedValues: weights.map((weight, i) => (values[i] as number) - scale * noiseVariance * weight),
    predict(point) {
      whitenInPlace(point);
      return prediction();
    },
    slope(point) {
      whitenInPlace(point, slopes);
      const predicted = prediction();
      solveTransposed(lower, whitened, n);
      const meanGradient = new Float64Array(lengthScales.length);
      const deviationGradient = new Float64Array(lengthScales.length);
      // dσ = −kᵀ K⁻¹ dk / σ, all in standardised units.
      const deviation = predicted.standardDeviation / scale;
      for (let j = 0; j < n; j++) {
        whitened[j] = (whitened[j] as number) * (slopes[j] as number);
        slopes[j] = (slopes[j] as number) * (weights[j] as number);
      }
      for (let d = 0; d < lengthScales.length; d++) {
        if (categorical?.[d]) continue;
        const factor = (2 * signalVariance * scale) / (lengthScales[d] as number);
        meanGradient[d] = factor * scaled.sumOfDifferences(point, d, slopes);
        if (deviation > 0) {
          deviationGradient[d] = (-factor * scaled.sumOfDifferences(point, d, whitened)) / deviation;
        }
      }
      return { ...predicted, meanGradient, deviationGradient };
    },
    whiten(point) {
      whitenInPlace(point);
      return whitened.slice();
    },
    solve(x) {
      const solution = x.slice();
      solveLower(lower, solution, n);
      solveTransposed(lower, solution, n);
      return solution;
    },
    *leaveOneOut() {
      const inverse = new Float64Array(lower.length);
      yield* invertFactor(lower, n, inverse, new Float64Array(lower.length));
      return values.map((value, i) => {
        const precision = inverse[rowStart(i) + i] as number;
        return {
          mean: value - (scale * (weights[i] as number)) / precision,
          standardDeviation: scale / Math.sqrt(precision),
        };
      });
    },
    extended: (morePoints, moreValues) =>
      extendedPosterior(
        { ...data, points: [...points, ...morePoints], values: [...values, ...moreValues] },
        lower,
        n,
      ),
  };
}

/** Appends rows to the factor of the first n points. */
function extendedPosterior(data: Data, known: Float64Array, n: number): GaussianProcess {
  const { kernel, hyperparameters, points, categorical } = data;
  const { signalVariance, noiseVariance, lengthScales } = hyperparameters;
  const scaled = new ScaledPoints(points, lengthScales, categorical);
  const lower = new Float64Array(rowStart(points.length));
  lower.set(known.subarray(0, rowStart(n)));
  const distances = new Float64Array(points.length);
  for (let i = n; i < points.length; i++) {
    const row = lower.subarray(rowStart(i), rowStart(i) + i);
    for (const jitter of jitters) {
      scaled.squaredDistances(points[i] as Coordinates, distances, i);
      kernel.fill(distances, i, row);
      for (let j = 0; j < i; j++) row[j] = signalVariance * (row[j] as number);
      lower[rowStart(i) + i] = signalVariance * (1 + jitter) + noiseVariance;
      if (factorRow(lower, i)) break;
    }
  }
  return posterior(data, scaled, lower);
}

/** Points in units of the length scales, dimension by dimension. */
class ScaledPoints {
  private readonly columns: readonly Float64Array[];

  constructor(
    points: readonly Coordinates[],
    private readonly lengthScales: readonly number[],
    private readonly categorical: Categorical,
  ) {
    this.columns = lengthScales.map((length, d) => {
      const unit = categorical?.[d] ? 1 : length;
      return Float64Array.from(points, point => (point[d] as number) / unit);
    });
  }

  /** To the first `count` of the points. */
  squaredDistances(point: Coordinates, out: Float64Array, count: number): void {
    out.fill(0, 0, count);
    for (let d = 0; d < this.columns.length; d++) {
      const column = this.columns[d] as Float64Array;
      const length = this.lengthScales[d] as number;
      if (this.categorical?.[d]) {
        const apart = 1 / (length * length);
        const own = point[d] as number;
        for (let j = 0; j < count; j++) {
          if (column[j] !== own) out[j] = (out[j] as number) + apart;
        }
      } else {
        const own = (point[d] as number) / length;
        for (let j = 0; j < count; j++) {
          const difference = own - (column[j] as number);
          out[j] = (out[j] as number) + difference * difference;
        }
      }
    }
  }

  /** `Σⱼ fⱼ (x − xⱼ) / ℓ` along a dimension. */
  sumOfDifferences(point: Coordinates, d: number, factors: Float64Array): number {
    const column = this.columns[d] as Float64Array;
    const own = (point[d] as number) / (this.lengthScales[d] as number);
    let sum = 0;
    for (let j = 0; j < column.length; j++) sum += (factors[j] as number) * (own - (column[j] as number));
    return sum;
  }
}

/** Predictions at many points, in their order. */
export function* predictAll(model: GaussianProcess, points: readonly Coordinates[]): Work<Prediction[]> {
  const predictions: Prediction[] = [];
  for (const point of points) {
    predictions.push(model.predict(point));
    if (predictions.length % 64 === 0) yield;
  }
  return predictions;
}
