import type { RandomStream } from '../../numeric/random';
import type { Work } from '../../numeric/work';
import { kFold } from '../splits';
import { bestStump, stumpRight } from '../stump';
import { coinFlips, folds } from './chance';
import type { Leak, LeakStudy } from './leak';

const categories = 60;
const size = 5;
const rows = categories * size;

/**
 * Each of many categories is replaced by the mean label of its rows: all of them, or those in training. A row's own
 * label is then one vote of five for itself: right with ½ + C(4, 2) / 2⁵.
 */
export const encoding: Leak = {
  id: 'encoding',
  study: (_, random) => study(random),
  *expected() {
    return 6 / 32;
  },
};

function* study(random: RandomStream): Work<LeakStudy> {
  const labels = coinFlips(rows, random);
  const everyone = encode(labels, [...labels.keys()]);
  let leaky = 0;
  let honest = 0;
  for (const { train, test } of kFold(random.permutation(rows), folds)) {
    leaky += stumpRight(bestStump(everyone, labels, train), everyone, labels, test);
    const inside = encode(labels, train);
    honest += stumpRight(bestStump(inside, labels, train), inside, labels, test);
    yield;
  }
  return { leaky: leaky / rows, honest: honest / rows, truth: 0.5 };
}

/** For each row the mean label of its category's rows among those used; one half where there are none. */
function encode(labels: Uint8Array, used: readonly number[]): Float64Array {
  const counts = new Float64Array(categories);
  const sums = new Float64Array(categories);
  for (const row of used) {
    const category = row % categories;
    counts[category] = (counts[category] ?? 0) + 1;
    sums[category] = (sums[category] ?? 0) + (labels[row] ?? 0);
  }
  return Float64Array.from(labels, (_, row) => {
    const count = counts[row % categories] ?? 0;
    return count > 0 ? (sums[row % categories] ?? 0) / count : 0.5;
  });
}
