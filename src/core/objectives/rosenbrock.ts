import type { TestFunction } from './testFunction';

/** A long curved valley, in two or more dimensions (Rosenbrock 1960). */
export function rosenbrock(dimensions: number): TestFunction {
  return {
    bounds: Array.from({ length: dimensions }, () => [-5, 10]),
    minimiser: Array.from({ length: dimensions }, () => 1),
    minimum: 0,
    evaluate: x =>
      x.slice(1).reduce((sum, next, i) => {
        const coordinate = x[i] as number;
        return sum + 100 * (next - coordinate * coordinate) ** 2 + (1 - coordinate) ** 2;
      }, 0),
  };
}
