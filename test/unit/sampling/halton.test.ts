import assert from 'node:assert/strict';
import reference from '../../fixtures/oracles/lowDiscrepancy.json';
import { randomStream } from '../../../src/core/numeric/random';
import { discrepancy } from '../../../src/core/sampling/discrepancy';
import { haltonSource } from '../../../src/core/sampling/halton';
import { takePoints } from '../../../src/core/sampling/pointSource';
import { sampleUnit } from '../../../src/core/sampling/sampler';

describe("Halton's sequence", () => {
  it("is bit for bit SciPy's", () => {
    for (const [dimension, { rows }] of Object.entries(reference.halton)) {
      const points = takePoints(haltonSource(Number(dimension)), Number(dimension), 256);
      for (const [index, row] of Object.entries(rows)) {
        assert.deepEqual([...(points[Number(index)] ?? [])], row, `${dimension} dimensions, point ${index}`);
      }
    }
  });

  it('when scrambled keeps one point in each slice of every prime base', () => {
    const points = sampleUnit('halton', 6, 2310, randomStream(4));
    [2, 3, 5, 7, 11].forEach((base, axis) => {
      const count = base ** Math.floor(Math.log(2310) / Math.log(base));
      const slices = points.slice(0, count).map(point => Math.floor((point[axis] ?? NaN) * count));
      assert.equal(new Set(slices).size, count, `base ${base}`);
    });
  });

  it('when scrambled is no less even than unscrambled and far more so than chance', () => {
    const seen = Array.from({ length: 9 }, (_, seed) =>
      discrepancy('centred', sampleUnit('halton', 10, 256, randomStream(seed))),
    ).sort((a, b) => a - b);
    assert.ok((seen[4] ?? NaN) < reference.haltonCD.d10_n256);
  });
});
