import assert from 'node:assert/strict';
import fc from 'fast-check';
import { randomStream } from '../../../src/core/numeric/random';
import {
  groupKFold,
  kFold,
  stratifiedKFold,
  timeSeriesSplit,
  type Split,
} from '../../../src/core/validation/splits';

const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

/** Every row is tested once and never trained on in the same split. */
function assertPartition(splits: readonly Split[], n: number): void {
  assert.deepEqual(
    splits.flatMap(({ test }) => test).sort((a, b) => a - b),
    range(n),
  );
  for (const { train, test } of splits) {
    assert.deepEqual(
      [...train, ...test].sort((a, b) => a - b),
      range(n),
    );
  }
}

const shape = fc
  .integer({ min: 2, max: 8 })
  .chain(folds => fc.record({ folds: fc.constant(folds), n: fc.integer({ min: folds, max: 60 }) }));

describe('splits', () => {
  it('k-fold tests every row once, in folds whose sizes differ by one row at most', () => {
    fc.assert(
      fc.property(shape, ({ folds, n }) => {
        const splits = kFold(range(n), folds);
        assertPartition(splits, n);
        const sizes = splits.map(({ test }) => test.length);
        assert.ok(Math.max(...sizes) - Math.min(...sizes) <= 1);
      }),
    );
  });

  it('stratified k-fold gives every fold its share of every class', () => {
    fc.assert(
      fc.property(shape, fc.integer(), ({ folds, n }, seed) => {
        const labels = range(n).map(row => (row * 7) % 3);
        const splits = stratifiedKFold(labels, folds, randomStream(seed));
        assertPartition(splits, n);
        for (const label of [0, 1, 2]) {
          const counts = splits.map(({ test }) => test.filter(row => labels[row] === label).length);
          assert.ok(Math.max(...counts) - Math.min(...counts) <= 1);
        }
      }),
    );
  });

  it('group k-fold tears no group apart', () => {
    fc.assert(
      fc.property(shape, ({ folds, n }) => {
        const groups = range(n).map(row => row % Math.max(folds, Math.ceil(n / 3)));
        const splits = groupKFold(groups, folds);
        assertPartition(splits, n);
        for (const { train, test } of splits) {
          const tested = new Set(test.map(row => groups[row]));
          assert.ok(!train.some(row => tested.has(groups[row])));
        }
      }),
    );
  });

  it('forward chaining trains on what came before only', () => {
    // TimeSeriesSplit(n_splits=3) of scikit-learn on 12 rows.
    assert.deepEqual(timeSeriesSplit(12, 3), [
      { train: [0, 1, 2], test: [3, 4, 5] },
      { train: [0, 1, 2, 3, 4, 5], test: [6, 7, 8] },
      { train: [0, 1, 2, 3, 4, 5, 6, 7, 8], test: [9, 10, 11] },
    ]);
  });
});
