import { logGamma } from './gamma';

/** Density of the beta distribution on [0, 1]. */
export function betaDensity(x: number, alpha: number, beta: number): number {
  if (x < 0 || x > 1) return 0;
  if (x === 0 || x === 1) {
    const exponent = x === 0 ? alpha : beta;
    return exponent < 1 ? Infinity : exponent > 1 ? 0 : x === 0 ? beta : alpha;
  }
  return Math.exp((alpha - 1) * Math.log(x) + (beta - 1) * Math.log1p(-x) - logBeta(alpha, beta));
}

/**
 * P(X ≤ x) for a beta variable: the regularised incomplete beta function by its continued fraction, evaluated with
 * the modified Lentz method (DLMF 8.17.22).
 */
export function betaCumulative(x: number, alpha: number, beta: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(alpha * Math.log(x) + beta * Math.log1p(-x) - logBeta(alpha, beta));
  return x < (alpha + 1) / (alpha + beta + 2)
    ? (front * continuedFraction(x, alpha, beta)) / alpha
    : 1 - (front * continuedFraction(1 - x, beta, alpha)) / beta;
}

/** The x with P(X ≤ x) = p: Newton steps kept inside a shrinking bracket. */
export function betaQuantile(p: number, alpha: number, beta: number): number {
  if (p <= 0) return 0;
  if (p >= 1) return 1;
  let [low, high] = [0, 1];
  // The lower tail behaves like x^α / (α B), which is a start within reach however small the quantile is.
  const tail = Math.exp((Math.log(p) + Math.log(alpha) + logBeta(alpha, beta)) / alpha);
  let x = tail > 0 && tail < 0.1 ? tail : alpha / (alpha + beta);
  for (let i = 0; i < 200; i++) {
    const excess = betaCumulative(x, alpha, beta) - p;
    if (excess > 0) high = x;
    else low = x;
    const newton = x - excess / betaDensity(x, alpha, beta);
    const next = newton >= low && newton <= high ? newton : (low + high) / 2;
    if (Math.abs(next - x) <= 1e-15 * x) return next;
    x = next;
  }
  return x;
}

function logBeta(alpha: number, beta: number): number {
  return logGamma(alpha) + logGamma(beta) - logGamma(alpha + beta);
}

function continuedFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const guarded = (value: number): number => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / guarded(1 - ((a + b) * x) / (a + 1));
  let result = d;
  for (let m = 1; m <= 1000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / guarded(1 + even * d);
    c = guarded(1 + even / c);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / guarded(1 + odd * d);
    c = guarded(1 + odd / c);
    result *= d * c;
    if (Math.abs(d * c - 1) < 1e-16) break;
  }
  return result;
}
