import { erfcx, normalCumulative, normalDensity } from '../numeric/normal';
import type { Prediction } from '../surrogate/gaussianProcess';

const logRootTwoPi = 0.9189385332046727;
const rootHalfPi = 1.2533141373155003;

/** Below this the sum φ + zΦ cancels. */
const tailStart = -1;

/** Below this the asymptotic series has all digits, while what comes before loses z² units in the last place. */
const farTail = -12;

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

/** ln h(z), to 1e-13 absolute or the last digit for every finite z. */
export function logImprovement(z: number): number {
  if (z > tailStart) return Math.log(improvement(z));
  return -(z * z) / 2 - logRootTwoPi + Math.log(improvementOverDensity(-z));
}

/** d ln h / dz = Φ(z) / h(z). */
export function logImprovementSlope(z: number): number {
  if (z > tailStart) return normalCumulative(z) / improvement(z);
  return (rootHalfPi * erfcx(-z * Math.SQRT1_2)) / improvementOverDensity(-z);
}

/**
 * h(−t) / φ(t) = 1 − √(π/2) t erfcx(t/√2) for t ≥ 1, and from `farTail` on its asymptotic series
 * `t⁻² (1 − 3 t⁻² + 15 t⁻⁴ − 105 t⁻⁶ + …)` (DLMF 7.12.1).
 */
function improvementOverDensity(t: number): number {
  if (t < -farTail) return 1 - rootHalfPi * t * erfcx(t * Math.SQRT1_2);
  const s = 1 / (t * t);
  let sum = 1;
  for (let odd = 31; odd >= 3; odd -= 2) sum = 1 - odd * s * sum;
  return s * sum;
}
