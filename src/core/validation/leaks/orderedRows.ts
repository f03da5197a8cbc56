import type { RandomStream } from '../../numeric/random';
import type { Work } from '../../numeric/work';
import { nearestRight } from '../nearest';
import { kFold, timeSeriesSplit } from '../splits';
import { folds } from './chance';
import type { Leak, LeakStudy } from './leak';

const rows = 240;
const horizon = rows / (folds + 1);
const correlation = 0.9;

/**
 * The label is the sign of a slowly drifting series. A split by rows lets the model look it up a step before and
 * after; what it is for is the time to come. The signs of two normals correlated by ρ agree with ½ + asin(ρ)/π.
 */
export const ordered: Leak = {
  id: 'time',
  study: (_, random) => study(random),
  *expected() {
    let looked = 0;
    // Both neighbours at each smaller distance are in the same fold.
    let hidden = 1;
    for (let lag = 1; hidden > 1e-12; lag++) {
      const fold = rows / folds;
      const taken = 2 * lag - 1;
      const both = Math.max(0, ((fold - taken) * (fold - taken - 1)) / ((rows - taken) * (rows - taken - 1)));
      looked += hidden * (1 - both) * agreement(lag);
      hidden *= both;
    }
    let ahead = 0;
    for (let lag = 1; lag <= horizon; lag++) ahead += agreement(lag) / horizon;
    return looked - ahead;
  },
};

function agreement(lag: number): number {
  return 0.5 + Math.asin(correlation ** lag) / Math.PI;
}

function* study(random: RandomStream): Work<LeakStudy> {
  const labels = new Uint8Array(rows + horizon);
  let level = random.normal();
  for (let row = 0; row < labels.length; row++) {
    labels[row] = level > 0 ? 1 : 0;
    level = correlation * level + Math.sqrt(1 - correlation ** 2) * random.normal();
  }
  const times = Float64Array.from(labels, (_, row) => row);
  const known = [...times.subarray(0, rows)];
  const future = [...times.subarray(rows)];
  const right = (train: readonly number[], test: readonly number[]): number =>
    nearestRight(times, 1, labels, train, test);
  const leaky = kFold(random.permutation(rows), folds).reduce((sum, s) => sum + right(s.train, s.test), 0);
  yield;
  const forward = timeSeriesSplit(rows, folds);
  const honest = forward.reduce((sum, s) => sum + right(s.train, s.test), 0);
  return {
    leaky: leaky / rows,
    honest: honest / (folds * horizon),
    truth: right(known, future) / horizon,
  };
}
