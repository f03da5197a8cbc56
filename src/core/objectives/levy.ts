import type { TestFunction } from './testFunction';

/** Regular ripples on a bowl, in any number of dimensions (Levy & Montalvo 1985, as given by Surjanovic & Bingham). */
export function levy(dimensions: number): TestFunction {
  return {
    bounds: Array.from({ length: dimensions }, () => [-10, 10]),
    minimiser: Array.from({ length: dimensions }, () => 1),
    minimum: 0,
    evaluate(x) {
      const w = x.map(coordinate => 1 + (coordinate - 1) / 4);
      const first = w[0] as number;
      const last = w[w.length - 1] as number;
      return w
        .slice(0, -1)
        .reduce(
          (sum, wi) => sum + (wi - 1) ** 2 * (1 + 10 * Math.sin(Math.PI * wi + 1) ** 2),
          Math.sin(Math.PI * first) ** 2 + (last - 1) ** 2 * (1 + Math.sin(2 * Math.PI * last) ** 2),
        );
    },
  };
}
