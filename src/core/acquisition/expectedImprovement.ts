import { normalCumulative, normalDensity } from '../numeric/normal';
import type { Prediction } from '../surrogate/gaussianProcess';

const logRootTwoPi = 0.9189385332046727;

/** Below this the sum φ + zΦ cancels, and the continued fraction converges in `fractionTerms`. */
const tailStart = -3;
const fractionTerms = 60;

/**
 * E[max(best − ξ − f, 0)] for f ~ N(mean, standardDeviation²), in the units of the loss: how much a trial is
 * expected to improve on `best` when the loss is minimised (Jones, Schonlau & Welch 1998, eq. 15).
 */
export function expectedImprovement({ mean, standardDeviation }: Prediction, best: number, xi = 0): number {
  const gain = best - xi - mean;
  if (standardDeviation === 0) return Math.max(0, gain);
  return standardDeviation * improvement(gain / standardDeviation);
}

/**
 * ln of the expected improvement, exact also where the improvement itself underflows, so that it still points
 * somewhere (Ament et al. 2023, "Unexpected Improvements to Expected Improvement"). −∞ where it is 0.
 */
export function logExpectedImprovement(
  { mean, standardDeviation }: Prediction,
  best: number,
  xi = 0,
): number {
  const gain = best - xi - mean;
  if (standardDeviation === 0) return Math.log(Math.max(0, gain));
  return Math.log(standardDeviation) + logImprovement(gain / standardDeviation);
}

/** h(z) = φ(z) + z Φ(z), the expected improvement in units of the standard deviation. */
export function improvement(z: number): number {
  if (z > tailStart) return normalDensity(z) + z * normalCumulative(z);
  return normalDensity(z) * improvementOverDensity(-z);
}

/** ln h(z), to 1e-12 or the last digit for every finite z. */
export function logImprovement(z: number): number {
  if (z > tailStart) return Math.log(improvement(z));
  return -(z * z) / 2 - logRootTwoPi + Math.log(improvementOverDensity(-z));
}

/**
 * h(−t) / φ(t) for t ≥ 3. The repeated integrals of the normal density have the continued fraction
 * h(−t) / Φ(−t) = 1/(t + 2/(t + 3/(t + …))) =: s (DLMF 7.18.13), and Φ(−t) / φ(t) = 1/(t + s): no difference
 * of nearly equal numbers anywhere.
 */
function improvementOverDensity(t: number): number {
  let s = 0;
  for (let term = fractionTerms; term >= 1; term--) s = term / (t + s);
  return s / (t + s);
}
