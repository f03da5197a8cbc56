import type { TestFunction } from './testFunction';

const chance = 0.9;
const floor = 0.08;

/**
 * The validation error of an imagined classifier of ten classes, between 0.08 and 0.9. The first coordinate is the
 * learning rate's position along its own, usually logarithmic, range; the second another parameter's. With
 * v = x − (0.55 + 0.3 (y − 0.4)), which tilts the valley, the error is
 * `0.08 + 0.82 (1 − exp(−(linex(v) + 3 (y − 0.4)²)))`, `linex(v) = (e^{8v} − 8v − 1) / 2` (Varian 1975): smooth, flat
 * far from the valley, and steeper above it, where training diverges, than below, where it is only slow.
 */
export const learningRateValley: TestFunction = {
  bounds: [
    [0, 1],
    [0, 1],
  ],
  minimiser: [0.55, 0.4],
  minimum: floor,
  evaluate([x = 0, y = 0]) {
    const along = y - 0.4;
    const across = 8 * (x - 0.55 - 0.3 * along);
    const height = (Math.exp(across) - across - 1) / 2 + 3 * along * along;
    return floor + (chance - floor) * (1 - Math.exp(-height));
  },
};
