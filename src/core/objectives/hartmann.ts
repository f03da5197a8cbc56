import type { TestFunction } from './testFunction';

const weights = [1, 1.2, 3, 3.2];

/** `−Σᵢ αᵢ exp(−Σⱼ Aᵢⱼ (xⱼ − Pᵢⱼ)²)`: four bumps in the unit cube (Hartman 1973, as given by Surjanovic & Bingham). */
function hartmann(
  steepness: readonly (readonly number[])[],
  centres: readonly (readonly number[])[],
  minimiser: readonly number[],
  minimum: number,
): TestFunction {
  return {
    bounds: minimiser.map(() => [0, 1]),
    minimiser,
    minimum,
    evaluate: x =>
      -weights.reduce((sum, weight, i) => {
        const exponent = x.reduce(
          (total, coordinate, j) =>
            total + (steepness[i]?.[j] as number) * (coordinate - (centres[i]?.[j] as number) / 1e4) ** 2,
          0,
        );
        return sum + weight * Math.exp(-exponent);
      }, 0),
  };
}

export const hartmann3 = hartmann(
  [
    [3, 10, 30],
    [0.1, 10, 35],
    [3, 10, 30],
    [0.1, 10, 35],
  ],
  [
    [3689, 1170, 2673],
    [4699, 4387, 7470],
    [1091, 8732, 5547],
    [381, 5743, 8828],
  ],
  [0.11458887665506897, 0.555648894616930045, 0.852546984686677438],
  -3.86277978733266252,
);

export const hartmann6 = hartmann(
  [
    [10, 3, 17, 3.5, 1.7, 8],
    [0.05, 10, 17, 0.1, 8, 14],
    [3, 3.5, 1.7, 10, 17, 8],
    [17, 8, 0.05, 10, 0.1, 14],
  ],
  [
    [1312, 1696, 5569, 124, 8283, 5886],
    [2329, 4135, 8307, 3736, 1004, 9991],
    [2348, 1451, 3522, 2883, 3047, 6650],
    [4047, 8828, 8732, 5743, 1091, 381],
  ],
  [
    0.201689511006705424, 0.150010691823457969, 0.47687397422189699, 0.275332430494056068,
    0.311651616600113242, 0.657300534065620306,
  ],
  -3.3223680114155148,
);
