import type { TestFunction } from './testFunction';

/** A narrow funnel in a nearly flat, rippled plain, in any number of dimensions (Ackley 1987). */
export function ackley(dimensions: number): TestFunction {
  return {
    bounds: Array.from({ length: dimensions }, () => [-32.768, 32.768]),
    minimiser: Array.from({ length: dimensions }, () => 0),
    minimum: 0,
    evaluate(x) {
      const meanSquare = x.reduce((sum, coordinate) => sum + coordinate * coordinate, 0) / dimensions;
      const meanCosine =
        x.reduce((sum, coordinate) => sum + Math.cos(2 * Math.PI * coordinate), 0) / dimensions;
      return -20 * Math.exp(-0.2 * Math.sqrt(meanSquare)) - Math.exp(meanCosine) + 20 + Math.E;
    },
  };
}
