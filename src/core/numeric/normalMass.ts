import { erfcx, normalCumulative } from './normal';

const logRootTwoPi = 0.5 * Math.log(2 * Math.PI);

/**
 * ln P(a < Z < b) for a standard normal Z and a ≤ b, to about 1e-13 also for slivers and far out in the tails, where
 * the difference of two cumulative probabilities would have lost its digits.
 */
export function logNormalMass(a: number, b: number): number {
  const middle = 0.5 * (a + b);
  const width = b - a;
  const across = width * Math.max(1, Math.abs(middle));
  if (across < 0.05) return logSliver(middle, width);
  if (a > 0) return logLowerTail(-b, -a);
  if (b < 0) return logLowerTail(a, b);
  const outside = normalCumulative(a) + normalCumulative(-b);
  return outside < 0.5 ? Math.log1p(-outside) : Math.log(normalCumulative(b) - normalCumulative(a));
}

/** The density at the middle times the width, with the next two terms of the series of their ratio. */
function logSliver(middle: number, width: number): number {
  const m = middle * middle;
  const w = width * width;
  const series = (w * (m - 1)) / 24 + (w * w * (m * m - 6 * m + 3)) / 1920;
  return Math.log(width) - 0.5 * m - logRootTwoPi + series * (1 - 0.5 * series);
}

/** For b ≤ 0: e^(−b²/2) is taken out of both cumulative probabilities before they are subtracted. */
function logLowerTail(a: number, b: number): number {
  const further = Math.exp(0.5 * (b - a) * (b + a)) * erfcx(-a * Math.SQRT1_2);
  return Math.log(0.5 * (erfcx(-b * Math.SQRT1_2) - further)) - 0.5 * b * b;
}
