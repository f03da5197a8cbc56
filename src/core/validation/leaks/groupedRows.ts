import type { RandomStream } from '../../numeric/random';
import type { Work } from '../../numeric/work';
import { nearestRight } from '../nearest';
import { groupKFold, kFold } from '../splits';
import { coinFlips, folds, normals } from './chance';
import type { Leak, LeakStudy } from './leak';

const groups = 40;
const size = 5;
const rows = groups * size;
const width = 5;
const within = 0.03;

/**
 * Rows of one patient, user or video are alike and share a label; a split by rows lets the model recognise them. It
 * is right wherever one of the four others is in training, which only 4 of the same fold's f − 1 rows prevent.
 */
export const grouped: Leak = {
  id: 'groups',
  study: (_, random) => study(random),
  *expected() {
    let alone = 1;
    for (let mate = 1; mate < size; mate++) alone *= (rows / folds - mate) / (rows - mate);
    return (1 - alone) / 2;
  },
};

function* study(random: RandomStream): Work<LeakStudy> {
  const groupLabels = coinFlips(groups, random);
  const centres = normals(groups * width, random);
  const group = Array.from({ length: rows }, (_, row) => row % groups);
  const labels = Uint8Array.from(group, of => groupLabels[of] ?? 0);
  const values = Float64Array.from({ length: rows * width }, (_, i) => {
    const of = Math.floor(i / width) % groups;
    return (centres[of * width + (i % width)] ?? 0) + within * random.normal();
  });
  let leaky = 0;
  let honest = 0;
  for (const { train, test } of kFold(random.permutation(rows), folds)) {
    leaky += nearestRight(values, width, labels, train, test);
  }
  yield;
  for (const { train, test } of groupKFold(group, folds)) {
    honest += nearestRight(values, width, labels, train, test);
  }
  return { leaky: leaky / rows, honest: honest / rows, truth: 0.5 };
}
