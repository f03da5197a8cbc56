/**
 * A stationary covariance of unit variance as a function of the squared scaled distance
 * `r² = Σ ((xᵢ − x′ᵢ) / ℓᵢ)²` (Rasmussen & Williams 2006, §4.2.1).
 */
export interface Kernel {
  value(squaredDistance: number): number;
  /**
   * With respect to r², which stays finite at r = 0 for all but Matérn 1/2. There it is 0 by convention: it is
   * only ever multiplied by squared differences, which are 0 too.
   */
  derivative(squaredDistance: number): number;
  /** Both for the first `count` squared distances, at the price of one exponential each. */
  fill(
    squaredDistances: Float64Array,
    count: number,
    values: Float64Array,
    derivatives?: Float64Array | undefined,
  ): void;
  /** 2ν: of the Student distribution of which the frequencies of random functions with this covariance are. */
  readonly degreesOfFreedom: number;
}

export type KernelId = 'rbf' | 'matern12' | 'matern32' | 'matern52';

const sqrt3 = Math.sqrt(3);
const sqrt5 = Math.sqrt(5);

export const kernels: Readonly<Record<KernelId, Kernel>> = {
  rbf: stationary(
    Infinity,
    r2 => r2 / 2,
    () => 1,
    () => -1 / 2,
  ),
  matern12: stationary(
    1,
    r2 => Math.sqrt(r2),
    () => 1,
    r => (r === 0 ? 0 : -1 / (2 * r)),
  ),
  matern32: stationary(
    3,
    r2 => sqrt3 * Math.sqrt(r2),
    r => 1 + r,
    () => -1.5,
  ),
  matern52: stationary(
    5,
    r2 => sqrt5 * Math.sqrt(r2),
    r => 1 + r + (r * r) / 3,
    r => (-5 / 6) * (1 + r),
  ),
};

/** `factor(e) exp(−e)` with `e = exponent(r²)`, and the derivative `slope(e) exp(−e)`. */
function stationary(
  degreesOfFreedom: number,
  exponent: (r2: number) => number,
  factor: (e: number) => number,
  slope: (e: number) => number,
): Kernel {
  return {
    degreesOfFreedom,
    value(r2) {
      const e = exponent(r2);
      return factor(e) * Math.exp(-e);
    },
    derivative(r2) {
      const e = exponent(r2);
      return slope(e) * Math.exp(-e);
    },
    fill(squaredDistances, count, values, derivatives) {
      for (let i = 0; i < count; i++) {
        const e = exponent(squaredDistances[i] as number);
        const decay = Math.exp(-e);
        values[i] = factor(e) * decay;
        if (derivatives) derivatives[i] = slope(e) * decay;
      }
    },
  };
}
