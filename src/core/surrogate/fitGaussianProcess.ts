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

/** The tolerance is Optuna's. Less of a gain, in nats, decides between two starts that end on different hills. */
const accuracy = { tolerance: 1e-2, smallestGain: 1e-4 };

/** A hundredth of a nat is less than any two hyperparameters can be told apart by. */
const finishing = { tolerance: 1e-2, smallestGain: 1e-2 };

/** How often a fit that starts where the last one ended also starts from noisy losses, in observations. */
const doubtPeriod = 5;

/** More observations than this are first fitted by as many of them, which is enough to find the right hill. */
const enough = 72;

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
  const known = previous?.lengthScales.length === dimensions ? previous : undefined;
  const usual = (noiseVariance: number): Hyperparameters => ({
    signalVariance: 1,
    lengthScales: Array.from({ length: dimensions }, () => typicalLengthScale(dimensions)),
    noiseVariance,
  });
  const doubtful = noise === 'fitted' && (!known || points.length % doubtPeriod === 0);
  let starts: readonly Hyperparameters[] = [
    ...(known ? [known] : []),
    usual(1e-4),
    ...(doubtful ? [usual(0.1)] : []),
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
      accuracy,
    );
    starts = [hyperparameters];
  }
  const { hyperparameters } = yield* fitHyperparameters(
    { ...common, points, targets },
    starts,
    points.length > enough ? finishing : accuracy,
  );
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
