import type { TestFunction } from './testFunction';

/** Six local minima in two dimensions, two of them global (Dixon & Szegő 1978). */
export const sixHumpCamel: TestFunction = {
  bounds: [
    [-3, 3],
    [-2, 2],
  ],
  minimiser: [0.0898420131003180624, -0.712656403020739633],
  minimum: -1.03162845348987735,
  evaluate: ([x = 0, y = 0]) => (4 - 2.1 * x ** 2 + x ** 4 / 3) * x ** 2 + x * y + (-4 + 4 * y ** 2) * y ** 2,
};
