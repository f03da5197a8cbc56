import type { RandomStream } from '../../numeric/random';
import type { Work } from '../../numeric/work';
import { nearestRight } from '../nearest';
import { groupKFold, kFold } from '../splits';
import { coinFlips, folds, normals } from './chance';
import type { Leak, LeakSetting, LeakStudy } from './leak';

const rows = 200;
const width = 5;

/**
 * Rows that stand in the data twice land on both sides of the split. A model that remembers them is right on every
 * test row whose twin it was trained on, and on half of those it would have had wrong: q (1 − (f − 1)/(n − 1)) / 2
 * for folds of f rows.
 */
export const duplicates: Leak = {
  id: 'duplicates',
  study,
  *expected({ duplicated }) {
    return ((2 * pairs(duplicated)) / rows) * (1 - (rows / folds - 1) / (rows - 1)) * 0.5;
  },
};

function pairs(duplicated: number): number {
  return Math.round((duplicated * rows) / 2);
}

function* study({ duplicated }: LeakSetting, random: RandomStream): Work<LeakStudy> {
  const labels = coinFlips(rows, random);
  const values = normals(rows * width, random);
  const origin = Array.from({ length: rows }, (_, row) => row);
  for (let pair = 0; pair < pairs(duplicated); pair++) {
    const [from, to] = [2 * pair, 2 * pair + 1];
    values.copyWithin(to * width, from * width, (from + 1) * width);
    labels[to] = labels[from] ?? 0;
    origin[to] = from;
  }
  let leaky = 0;
  let honest = 0;
  for (const { train, test } of kFold(random.permutation(rows), folds)) {
    leaky += nearestRight(values, width, labels, train, test);
  }
  yield;
  for (const { train, test } of groupKFold(origin, folds)) {
    honest += nearestRight(values, width, labels, train, test);
  }
  return { leaky: leaky / rows, honest: honest / rows, truth: 0.5 };
}
