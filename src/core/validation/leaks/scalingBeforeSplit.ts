import type { RandomStream } from '../../numeric/random';
import type { Work } from '../../numeric/work';
import { nearestRight } from '../nearest';
import { kFold } from '../splits';
import { coinFlips, folds, normals } from './chance';
import type { Leak, LeakStudy } from './leak';

const rows = 100;
const width = 10;

/** Every feature is divided by its standard deviation over all rows, or over those in training. No label leaks. */
export const scaling: Leak = { id: 'scaling', study: (_, random) => study(random) };

function* study(random: RandomStream): Work<LeakStudy> {
  const labels = coinFlips(rows, random);
  // Heavy tails and scales decades apart make the scaling matter as much as it can.
  const values = normals(rows * width, random).map((x, i) => x ** 3 * 10 ** (i % width));
  const everyone = scaled(values, [...labels.keys()]);
  let leaky = 0;
  let honest = 0;
  for (const { train, test } of kFold(random.permutation(rows), folds)) {
    leaky += nearestRight(everyone, width, labels, train, test);
    honest += nearestRight(scaled(values, train), width, labels, train, test);
    yield;
  }
  return { leaky: leaky / rows, honest: honest / rows, truth: 0.5 };
}

function scaled(values: Float64Array, used: readonly number[]): Float64Array {
  const deviations = Array.from({ length: width }, (_, j) => {
    const column = used.map(row => values[row * width + j] ?? 0);
    const mean = column.reduce((sum, x) => sum + x, 0) / column.length;
    return Math.sqrt(column.reduce((sum, x) => sum + (x - mean) ** 2, 0) / column.length);
  });
  return values.map((x, i) => x / (deviations[i % width] ?? 1));
}
