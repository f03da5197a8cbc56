import { expectedMaximum } from './expectedMaximum';
import type { Scoring } from './scoreLaw';

/** Squared standard error of the difference that luck makes between two equal trials, by half. */
export function noiseVariance({ rows, accuracy, shared }: Scoring): number {
  return ((1 - shared) * accuracy * (1 - accuracy)) / rows;
}

/**
 * By how much the best score of n trials is expected to exceed its trial's true accuracy where both noise and true
 * differences are normal: σₑ² / √(σₑ² + σ_b²) times the expected greatest of n standard normals.
 */
export function normalOptimism(scoring: Scoring, trials: number): number {
  const noise = noiseVariance(scoring);
  return (noise / Math.sqrt(noise + scoring.spread ** 2)) * expectedMaximum(trials);
}

const mostTrials = 1e9;

/** The most trials whose best score is expected to be at most `tolerance` too good; Infinity beyond a billion. */
export function supportedTrials(scoring: Scoring, tolerance: number): number {
  const noise = noiseVariance(scoring);
  const target = (tolerance * Math.sqrt(noise + scoring.spread ** 2)) / noise;
  if (!(expectedMaximum(mostTrials) > target)) return Infinity;
  let low = 1;
  let high = mostTrials;
  while (high - low > 1) {
    const middle = Math.floor(high / low > 4 ? Math.sqrt(low * high) : (low + high) / 2);
    if (expectedMaximum(middle) <= target) low = middle;
    else high = middle;
  }
  return low;
}

/** The validation rows at which the best score of n trials is expected to be `tolerance` too good. */
export function rowsFor(scoring: Scoring, trials: number, tolerance: number): number {
  const greatest = expectedMaximum(trials);
  const squared = tolerance ** 2;
  // The noise variance e with e c = tolerance √(e + σ_b²).
  const root = Math.sqrt(squared ** 2 + 4 * greatest ** 2 * squared * scoring.spread ** 2);
  const noise = (squared + root) / (2 * greatest ** 2);
  return Math.ceil((noiseVariance(scoring) * scoring.rows) / noise);
}
