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
}

export type KernelId = 'rbf' | 'matern12' | 'matern32' | 'matern52';

const sqrt3 = Math.sqrt(3);
const sqrt5 = Math.sqrt(5);

export const kernels: Readonly<Record<KernelId, Kernel>> = {
  rbf: {
    value: r2 => Math.exp(-r2 / 2),
    derivative: r2 => -Math.exp(-r2 / 2) / 2,
  },
  matern12: {
    value: r2 => Math.exp(-Math.sqrt(r2)),
    derivative: r2 => (r2 === 0 ? 0 : -Math.exp(-Math.sqrt(r2)) / (2 * Math.sqrt(r2))),
  },
  matern32: {
    value: r2 => {
      const r = sqrt3 * Math.sqrt(r2);
      return (1 + r) * Math.exp(-r);
    },
    derivative: r2 => -1.5 * Math.exp(-sqrt3 * Math.sqrt(r2)),
  },
  matern52: {
    value: r2 => {
      const r = sqrt5 * Math.sqrt(r2);
      return (1 + r + (r * r) / 3) * Math.exp(-r);
    },
    derivative: r2 => {
      const r = sqrt5 * Math.sqrt(r2);
      return (-5 / 6) * (1 + r) * Math.exp(-r);
    },
  },
};
