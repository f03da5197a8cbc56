import type { TestFunction } from './testFunction';

/** Three equally low minima in two dimensions (Branin 1972, as given by Surjanovic & Bingham). */
export const branin: TestFunction = {
  bounds: [
    [-5, 10],
    [0, 15],
  ],
  minimiser: [Math.PI, 2.275],
  minimum: 0.39788735772973834,
  evaluate([x = 0, y = 0]) {
    const valley = y - (5.1 / (4 * Math.PI ** 2)) * x * x + (5 / Math.PI) * x - 6;
    return valley * valley + 10 * (1 - 1 / (8 * Math.PI)) * Math.cos(x) + 10;
  },
};
