import type { RandomStream } from '../numeric/random';
import type { Work } from '../numeric/work';
import type { HyperparameterBounds } from './fit';
import { fitHyperparameters } from './fit';
import type { GaussianProcess } from './gaussianProcess';
import { gaussianProcess, standardise } from './gaussianProcess';
import type { Hyperparameters, Point } from './hyperparameters';
import type { KernelId } from './kernel';
import { kernels } from './kernel';
import { dimensionScaledPrior, typicalLengthScale } from './prior';

export interface SurrogateOptions {
  readonly kernel: KernelId;
  /** `negligible`: the observations are exact, and noise stays at what keeps the algebra stable. */
  readonly noise: 'fitted' | 'negligible';
  /** Starts drawn at random beside the prior's mode and `previous`. */
  readonly randomStarts: number;
  /** Where a fit to fewer observations ended. */
  readonly previous?: Hyperparameters | undefined;
}

/** Relative to the variance of the outputs; Optuna's floor. */
const negligibleNoise = 1e-6;

/** For inputs in the unit cube and standardised outputs. */
function bounds(noise: SurrogateOptions['noise']): HyperparameterBounds {
  return {
    signalVariance: [0.05, 20],
    lengthScale: [0.01, 30],
    noiseVariance: noise === 'negligible' ? [negligibleNoise, negligibleNoise] : [negligibleNoise, 1],
  };
}

/**
 * A Gaussian process with the most probable hyperparameters given `values` at `points` (unit cube, at least
 * one), all finite. Deterministic given the stream.
 */
export function* fitGaussianProcess(
  points: readonly Point[],
  values: readonly number[],
  options: SurrogateOptions,
  random: RandomStream,
): Work<GaussianProcess> {
  const dimensions = points[0]?.length ?? 0;
  const kernel = kernels[options.kernel];
  const standardisation = standardise(values);
  const targets = Float64Array.from(
    values,
    value => (value - standardisation.offset) / standardisation.scale,
  );
  const starts: Hyperparameters[] = [
    {
      signalVariance: 1,
      lengthScales: Array.from({ length: dimensions }, () => typicalLengthScale(dimensions)),
      noiseVariance: 1e-3,
    },
    ...(options.previous === undefined ? [] : [options.previous]),
    ...Array.from({ length: options.randomStarts }, () => randomStart(dimensions, random)),
  ];
  const { hyperparameters } = yield* fitHyperparameters(
    kernel,
    points,
    targets,
    dimensionScaledPrior(dimensions),
    bounds(options.noise),
    starts,
  );
  return gaussianProcess(kernel, hyperparameters, points, values, standardisation);
}

/** Log-uniform over the region where optima are found. */
function randomStart(dimensions: number, random: RandomStream): Hyperparameters {
  const logUniform = (low: number, high: number): number => low * (high / low) ** random.uniform();
  return {
    signalVariance: logUniform(0.2, 5),
    lengthScales: Array.from({ length: dimensions }, () => logUniform(0.05, 5)),
    noiseVariance: logUniform(1e-6, 1e-1),
  };
}
