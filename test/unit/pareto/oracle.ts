import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Points = readonly (readonly number[])[];

/** Reference numbers for several objectives; the file says where they come from. */
export const oracle = JSON.parse(
  readFileSync(join(__dirname, '../../fixtures/oracles/pareto.json'), 'utf8'),
) as {
  readonly hypervolume: readonly { points: Points; reference: number[]; value: number }[];
  readonly ranks: readonly { points: Points; ranks: number[] }[];
  readonly crowding: readonly { points: Points; distances: (number | 'Infinity')[] }[];
  readonly contributions: readonly { points: Points; reference: number[]; exclusive: number[] }[];
  readonly chebyshev: readonly { weights: number[]; points: Points; rho: number; values: number[] }[];
  readonly expectedImprovement: readonly {
    points: Points;
    reference: number[];
    mean: number[];
    standardDeviation: number[];
    value: number;
    logarithm: number;
  }[];
};
