import type { RandomStream } from '../numeric/random';
import type { Work } from '../numeric/work';
import type { HyperparameterBounds } from './fit';
import { fitHyperparameters } from './fit';
import { conditioned, type GaussianProcess } from './gaussianProcess';
import type { Categorical, Coordinates, Hyperparameters } from './hyperparameters';
import type { KernelId } from './kernel';
import { kernels } from './kernel';
import { searchPrior, typicalLengthScale } from './prior';
import { standardise, toStandard } from './standardisation';

export interface SurrogateOptions {
  readonly kernel: KernelId;
  /** `negligible`: the observations are exact, and noise stays at what keeps the algebra stable. */
  readonly noise: 'fitted' | 'negligible';
  /** Starts drawn at random beside the prior's mode and `previous`. */
  readonly randomStarts: number;
  /** Where a fit to fewer observations ended. */
  readonly previous?: Hyperparameters | undefined;
  readonly categorical?: Categorical;
}

/** Relative to the variance of the outputs. */
const negligibleNoise = 1e-8;

/** Of the gradient of the log posterior in the logarithms of the hyperparameters, as in Optuna. */
const tolerance = 1e-2;

/** More observations than this are first fitted by as many of them, which is enough to find the right hill. */
const enough = 80;

/** For inputs in the unit cube and standardised outputs. */
function bounds(noise: SurrogateOptions['noise']): HyperparameterBounds {
  return {
    signalVariance: [0.05, 20],
    lengthScale: [0.01, 30],
    noiseVariance: [negligibleNoise, noise === 'negligible' ? negligibleNoise : 1],
  };
}

/**
 * A Gaussian process with the most probable hyperparameters given `values` at `points` (at least one), all finite.
 * Deterministic given the stream.
 */
export function* fitGaussianProcess(
  points: readonly Coordinates[],
  values: readonly number[],
  { kernel: kernelId, noise, randomStarts, previous, categorical }: SurrogateOptions,
  random: RandomStream,
): Work<GaussianProcess> {
  const dimensions = points[0]?.length ?? 0;
  const kernel = kernels[kernelId];
  const standardisation = standardise(values);
  const targets = toStandard(standardisation, values);
  const common = { kernel, categorical, prior: searchPrior(dimensions), bounds: bounds(noise) };
  let starts: readonly Hyperparameters[] = [
    ...(previous?.lengthScales.length === dimensions ? [previous] : []),
    {
      signalVariance: 1,
      lengthScales: Array.from({ length: dimensions }, () => typicalLengthScale(dimensions)),
      noiseVariance: 1e-4,
    },
    ...Array.from({ length: randomStarts }, () => randomStart(dimensions, random)),
  ];
  if (points.length > enough) {
    const some = Array.from({ length: enough }, (_, i) => Math.floor((i * points.length) / enough));
    const { hyperparameters } = yield* fitHyperparameters(
      {
        ...common,
        points: some.map(i => points[i] as Coordinates),
        targets: Float64Array.from(some, i => targets[i] as number),
      },
      starts,
      tolerance,
    );
    starts = [hyperparameters];
  }
  const { hyperparameters } = yield* fitHyperparameters({ ...common, points, targets }, starts, tolerance);
  return yield* conditioned(kernel, hyperparameters, points, values, standardisation, categorical);
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
