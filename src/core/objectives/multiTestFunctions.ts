import { branin } from './branin';
import type { MultiObjectiveFunction } from './multiObjective';

/**
 * Branin against Currin's exponential function, two dimensions (Belakaria, Deshwal & Doppa 2019; the reference point
 * and the front's hypervolume are BoTorch's).
 */
export const braninCurrin: MultiObjectiveFunction = {
  dimensions: 2,
  reference: [18, 6],
  frontHypervolume: 59.36011874867746,
  evaluate: point => {
    const [x = 0, y = 0] = Array.from(point);
    return [branin.evaluate([15 * x - 5, 15 * y]), currin(x, y)];
  },
};

function currin(x: number, y: number): number {
  const damping = y === 0 ? 1 : 1 - Math.exp(-1 / (2 * y));
  return (
    (damping * (2300 * x ** 3 + 1900 * x * x + 2092 * x + 60)) / (100 * x ** 3 + 500 * x * x + 4 * x + 20)
  );
}

/** Convex, concave and broken fronts of two objectives (Zitzler, Deb & Thiele 2000), optimal where x₂ … are 0. */
export function zdt(variant: 1 | 2 | 3, dimensions: number): MultiObjectiveFunction {
  return {
    dimensions,
    reference: [1.1, 1.1],
    // The integrals of the fronts below 1.1: of 1 − √x, of 1 − x², and of the five pieces of the third.
    frontHypervolume: { 1: 0.21 + 2 / 3, 2: 0.21 + 1 / 3, 3: 1.3317629 }[variant],
    evaluate(point) {
      const [first = 0, ...rest] = Array.from(point);
      const g = 1 + (9 * rest.reduce((sum, x) => sum + x, 0)) / Math.max(1, rest.length);
      const share = first / g;
      switch (variant) {
        case 1:
          return [first, g * (1 - Math.sqrt(share))];
        case 2:
          return [first, g * (1 - share * share)];
        case 3:
          return [first, g * (1 - Math.sqrt(share) - share * Math.sin(10 * Math.PI * first))];
      }
    },
  };
}

/**
 * A front that is an eighth of a sphere, or its like in other numbers of objectives (Deb, Thiele, Laumanns & Zitzler
 * 2002), optimal where the coordinates from `objectives` on are ½.
 */
export function dtlz2(objectives: number, dimensions: number): MultiObjectiveFunction {
  return {
    dimensions,
    reference: new Array<number>(objectives).fill(1.1),
    frontHypervolume: 1.1 ** objectives - ballOrthant(objectives),
    evaluate(point) {
      const all = Array.from(point);
      const g = all.slice(objectives - 1).reduce((sum, x) => sum + (x - 0.5) ** 2, 0);
      const angles = all.slice(0, objectives - 1).map(x => (x * Math.PI) / 2);
      return Array.from({ length: objectives }, (_, j) => {
        const cosines = angles.slice(0, objectives - 1 - j).reduce((product, a) => product * Math.cos(a), 1);
        return (1 + g) * cosines * (j === 0 ? 1 : Math.sin(angles[objectives - 1 - j] ?? 0));
      });
    },
  };
}

/** A flat front Σ f = ½ behind many local ones (DTLZ1 of the same). */
export function dtlz1(objectives: number, dimensions: number): MultiObjectiveFunction {
  return {
    dimensions,
    reference: new Array<number>(objectives).fill(1),
    frontHypervolume: 1 - 0.5 ** objectives / factorial(objectives),
    evaluate(point) {
      const all = Array.from(point);
      const rest = all.slice(objectives - 1);
      const ripples = rest.reduce((sum, x) => sum + (x - 0.5) ** 2 - Math.cos(20 * Math.PI * (x - 0.5)), 0);
      const scale = (1 + 100 * (rest.length + ripples)) / 2;
      return Array.from({ length: objectives }, (_, j) => {
        const factors = all.slice(0, objectives - 1 - j).reduce((product, x) => product * x, 1);
        return scale * factors * (j === 0 ? 1 : 1 - (all[objectives - 1 - j] ?? 0));
      });
    },
  };
}

/** The volume of the unit ball in n dimensions where all coordinates are positive. */
function ballOrthant(n: number): number {
  return n < 2 ? 1 : (ballOrthant(n - 2) * Math.PI) / (2 * n);
}

function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1);
}
