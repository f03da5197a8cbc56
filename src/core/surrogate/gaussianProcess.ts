import { cholesky, dot, solveLower, solveLowerTransposed } from '../numeric/linearAlgebra';
import type { Work } from '../numeric/work';
import type { Hyperparameters, Point } from './hyperparameters';
import { squaredDistance } from './hyperparameters';
import type { Kernel } from './kernel';
import { covarianceMatrix } from './marginalLikelihood';

/** Shifts and scales outputs to zero mean and unit variance: `y = offset + scale · z`. */
export interface Standardisation {
  readonly offset: number;
  readonly scale: number;
}

/** What the surrogate believes of the noise-free function, in the units of the observations. */
export interface Prediction {
  readonly mean: number;
  readonly standardDeviation: number;
}

/** The posterior of a Gaussian process given observations (Rasmussen & Williams 2006, Alg. 2.1). */
export interface GaussianProcess {
  readonly points: readonly Point[];
  readonly values: readonly number[];
  readonly kernel: Kernel;
  /** In units of the standardised values. */
  readonly hyperparameters: Hyperparameters;
  readonly standardisation: Standardisation;
  /** Standard deviation of an observation around the function, in the units of the observations. */
  readonly noise: number;
  predict(point: Point): Prediction;
  /** `L⁻¹ k(X, x)`, from which the posterior covariance is `k(x, x′) − v(x)ᵀ v(x′)`, standardised. */
  whiten(point: Point): Float64Array;
}

export const unstandardised: Standardisation = { offset: 0, scale: 1 };

/** Population mean and standard deviation; constant values keep their scale. */
export function standardise(values: readonly number[]): Standardisation {
  const offset = values.reduce((sum, value) => sum + value, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - offset) ** 2, 0) / values.length);
  // Below this the spread is rounding error of the values themselves.
  return { offset, scale: deviation > 1e-12 * Math.abs(offset) ? deviation : 1 };
}

/**
 * Conditions a Gaussian process on `values` at `points` (unit cube, equal lengths, at least one), all finite.
 * @throws RangeError when the covariance is not positive definite even with jitter.
 */
export function gaussianProcess(
  kernel: Kernel,
  hyperparameters: Hyperparameters,
  points: readonly Point[],
  values: readonly number[],
  standardisation: Standardisation = standardise(values),
): GaussianProcess {
  const { signalVariance, lengthScales, noiseVariance } = hyperparameters;
  const { offset, scale } = standardisation;
  const { lower } = cholesky(covarianceMatrix(kernel, hyperparameters, points));
  const targets = Float64Array.from(values, value => (value - offset) / scale);
  const weights = solveLowerTransposed(lower, solveLower(lower, targets));

  const covariances = (point: Point): Float64Array =>
    Float64Array.from(
      points,
      observed => signalVariance * kernel.value(squaredDistance(point, observed, lengthScales)),
    );
  return {
    points,
    values,
    kernel,
    hyperparameters,
    standardisation,
    noise: scale * Math.sqrt(noiseVariance),
    whiten: point => solveLower(lower, covariances(point)),
    predict(point) {
      const toObserved = covariances(point);
      const whitened = solveLower(lower, toObserved);
      // At an observation the difference is of the order of rounding error and may come out negative.
      const variance = Math.max(0, signalVariance - dot(whitened, whitened));
      return {
        mean: offset + scale * dot(toObserved, weights),
        standardDeviation: scale * Math.sqrt(variance),
      };
    },
  };
}

/** Predictions at many points, in their order. */
export function* predictAll(model: GaussianProcess, points: readonly Point[]): Work<Prediction[]> {
  const predictions: Prediction[] = [];
  for (const point of points) {
    predictions.push(model.predict(point));
    if (predictions.length % 64 === 0) yield;
  }
  return predictions;
}
