import type { Evaluation } from '../numeric/boundedQuasiNewton';
import { minimiseInBox } from '../numeric/boundedQuasiNewton';
import type { Work } from '../numeric/work';
import type { Categorical, Coordinates, Hyperparameters } from './hyperparameters';
import { fromLogVector, toLogVector } from './hyperparameters';
import type { Kernel } from './kernel';
import { marginalLikelihood } from './marginalLikelihood';
import type { HyperparameterPrior } from './prior';
import { logPriorDensity } from './prior';

/** Where the hyperparameters may lie; equal ends hold one fixed. */
export interface HyperparameterBounds {
  readonly signalVariance: readonly [number, number];
  readonly lengthScale: readonly [number, number];
  readonly noiseVariance: readonly [number, number];
}

export interface HyperparameterFit {
  readonly hyperparameters: Hyperparameters;
  /** Log marginal likelihood plus log prior density at the optimum. */
  readonly logPosterior: number;
}

export interface FitProblem {
  readonly kernel: Kernel;
  /** n points with one coordinate per length scale. */
  readonly points: readonly Coordinates[];
  /** n values with zero mean. */
  readonly targets: Float64Array;
  readonly categorical?: Categorical;
  /** An empty prior makes the fit one of maximum likelihood. */
  readonly prior: HyperparameterPrior;
  readonly bounds: HyperparameterBounds;
}

/**
 * The most probable hyperparameters: the best of a local search from each start.
 * A local search stops where no component of the gradient of the log posterior in the logarithms of the hyperparameters
 * is above `tolerance`, or where a step gains less than `smallestGain`.
 */
export function* fitHyperparameters(
  { kernel, points, targets, categorical, prior, bounds }: FitProblem,
  starts: readonly Hyperparameters[],
  { tolerance = 1e-5, smallestGain = 0 } = {},
): Work<HyperparameterFit> {
  const dimensions = points[0]?.length ?? 0;
  const corner = (end: 0 | 1): Float64Array =>
    toLogVector({
      signalVariance: bounds.signalVariance[end],
      lengthScales: Array.from({ length: dimensions }, () => bounds.lengthScale[end]),
      noiseVariance: bounds.noiseVariance[end],
    });
  const likelihoodAt = marginalLikelihood(kernel, points, targets, categorical);

  function* negativeLogPosterior(logs: Float64Array): Work<Evaluation> {
    const likelihood = yield* likelihoodAt(logs);
    const density = logPriorDensity(prior, logs);
    return {
      value: -likelihood.value - density.value,
      gradient: likelihood.gradient.map((slope, i) => -slope - (density.gradient[i] as number)),
    };
  }

  let best: HyperparameterFit | undefined;
  for (const start of starts) {
    const minimum = yield* minimiseInBox(negativeLogPosterior, toLogVector(start), corner(0), corner(1), {
      tolerance,
      smallestGain,
    });
    if (best === undefined || -minimum.value > best.logPosterior) {
      best = { hyperparameters: fromLogVector(minimum.point), logPosterior: -minimum.value };
    }
  }
  if (best === undefined) throw new RangeError('Fitting needs at least one start.');
  return best;
}
