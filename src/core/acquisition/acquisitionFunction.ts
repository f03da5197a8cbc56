import type { GaussianProcess, Prediction } from '../surrogate/gaussianProcess';
import { lowerConfidenceBound } from './confidenceBound';
import { expectedImprovement, logExpectedImprovement, logImprovementSlope } from './expectedImprovement';
import { probabilityOfImprovement } from './probabilityOfImprovement';

/** What decides on the next trial from a prediction alone. */
export interface AcquisitionFunction {
  /** The next trial is where the value is best in this sense. */
  readonly best: 'highest' | 'lowest';
  /** @param incumbent the loss to improve on. */
  value(prediction: Prediction, incumbent: number): number;
  /** Orders like the value, highest best, and still tells apart what underflows in it. */
  score(prediction: Prediction, incumbent: number): number;
  /** How the score changes with the mean and with the standard deviation, which is positive. */
  slope(prediction: Prediction, incumbent: number): Prediction;
}

export type AcquisitionFunctionId =
  'expected-improvement' | 'probability-of-improvement' | 'confidence-bound';

/** `thompson` minimises a draw of the whole function and has no value of its own at a point. */
export type AcquisitionId = AcquisitionFunctionId | 'thompson';

/** √β = 2 standard deviations: the bound that a two-sided 95 % interval shows. */
export const usualBeta = 4;

export const acquisitionFunctions: Readonly<Record<AcquisitionFunctionId, AcquisitionFunction>> = {
  'expected-improvement': {
    best: 'highest',
    value: (prediction, incumbent) => expectedImprovement(prediction, incumbent),
    score: (prediction, incumbent) => logExpectedImprovement(prediction, incumbent),
    slope({ mean, standardDeviation }, incumbent) {
      const z = (incumbent - mean) / standardDeviation;
      const slope = logImprovementSlope(z) / standardDeviation;
      // φ/h = 1 − z Φ/h.
      return { mean: -slope, standardDeviation: 1 / standardDeviation - z * slope };
    },
  },
  'probability-of-improvement': {
    best: 'highest',
    value: (prediction, incumbent) => probabilityOfImprovement(prediction, incumbent),
    // Φ is increasing, and its argument does not underflow.
    score: ({ mean, standardDeviation }, incumbent) =>
      (incumbent - mean) / Math.max(standardDeviation, Number.MIN_VALUE),
    slope: ({ mean, standardDeviation }, incumbent) => ({
      mean: -1 / standardDeviation,
      standardDeviation: (mean - incumbent) / standardDeviation ** 2,
    }),
  },
  'confidence-bound': {
    best: 'lowest',
    value: prediction => lowerConfidenceBound(prediction, usualBeta),
    score: prediction => -lowerConfidenceBound(prediction, usualBeta),
    slope: () => ({ mean: -1, standardDeviation: Math.sqrt(usualBeta) }),
  },
};

export interface Incumbent {
  /** Which observation. */
  readonly index: number;
  /** What the surrogate believes of it, which noise cannot make look better than it is. */
  readonly mean: number;
}

/** The tried point that the surrogate believes to be the best. */
export function incumbentOf(model: GaussianProcess): Incumbent {
  return model.fittedValues.reduce<Incumbent>(
    (best, mean, index) => (mean < best.mean ? { index, mean } : best),
    { index: 0, mean: Infinity },
  );
}
