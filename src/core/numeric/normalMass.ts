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
  if (across < 1) return logSliver(middle, width, across < 0.05 ? 2 : across < 0.3 ? 4 : 6);
  if (a > 0) return logLowerTail(-b, -a);
  if (b < 0) return logLowerTail(a, b);
  const outside = normalCumulative(a) + normalCumulative(-b);
  return outside < 0.5 ? Math.log1p(-outside) : Math.log(normalCumulative(b) - normalCumulative(a));
}

/**
 * The density at the middle m, times the width w, times Σ w²ᵏ He₂ₖ(m) / (4ᵏ (2k + 1)!): the Taylor series around the
 * middle, integrated.
 */
function logSliver(m: number, w: number, terms: number): number {
  const quarter = 0.25 * w * w;
  const square = m * m;
  let before = 1;
  let hermite = square - 1;
  let factor = quarter / 6;
  let series = 1 + factor * hermite;
  for (let k = 1; k < terms; k++) {
    // He₂ₖ₊₂ = (m² − 4k − 1) He₂ₖ − 2k (2k − 1) He₂ₖ₋₂.
    const next = (square - 4 * k - 1) * hermite - 2 * k * (2 * k - 1) * before;
    before = hermite;
    hermite = next;
    factor *= quarter / ((2 * k + 2) * (2 * k + 3));
    series += factor * hermite;
  }
  return Math.log(w * series) - 0.5 * square - logRootTwoPi;
}

/** For b ≤ 0: e^(−b²/2) is taken out of both cumulative probabilities before they are subtracted. */
function logLowerTail(a: number, b: number): number {
  const further = Math.exp(0.5 * (b - a) * (b + a)) * erfcx(-a * Math.SQRT1_2);
  return Math.log(0.5 * (erfcx(-b * Math.SQRT1_2) - further)) - 0.5 * b * b;
}
