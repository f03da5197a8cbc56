import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  hypervolume,
  hypervolumeContributions,
  hypervolumeImprovement,
} from '../../../src/core/pareto/hypervolume';
import { undominatedBoxes } from '../../../src/core/pareto/undominatedBoxes';
import { oracle } from './oracle';

/** Agreement of the peers with the exact values is 8e-16; a few roundings are ours. */
const tolerance = 4e-15;

/** By inclusion and exclusion over all subsets: slow and independent. */
function byInclusionExclusion(points: readonly number[][], reference: readonly number[]): number {
  let sum = 0;
  for (let subset = 1; subset < 2 ** points.length; subset++) {
    const chosen = points.filter((_, i) => subset & (1 << i));
    const common = reference.map((bound, j) =>
      Math.max(0, bound - Math.max(...chosen.map(p => p[j] as number))),
    );
    sum += (chosen.length % 2 === 1 ? 1 : -1) * common.reduce((a, b) => a * b);
  }
  return sum;
}

const problem = fc.integer({ min: 2, max: 6 }).chain(d =>
  fc.record({
    points: fc.array(fc.array(fc.integer({ min: -3, max: 6 }), { minLength: d, maxLength: d }), {
      maxLength: 8,
    }),
    reference: fc.constant(new Array<number>(d).fill(5)),
  }),
);

describe('hypervolume', () => {
  for (const [i, { points, reference, value }] of oracle.hypervolume.entries()) {
    it(`is the exact one: ${points.length} points in ${reference.length} objectives, case ${i + 1}`, () => {
      assert.ok(Math.abs(hypervolume(points, reference) - value) <= tolerance * Math.max(1, value));
    });
  }

  it('is what inclusion and exclusion give in two to six objectives', () => {
    fc.assert(
      fc.property(problem, ({ points, reference }) => {
        assert.equal(hypervolume(points, reference), byInclusionExclusion(points, reference));
      }),
    );
  });

  it('never shrinks when a point is added, and grows by the improvement', () => {
    fc.assert(
      fc.property(problem, ({ points, reference }) => {
        const [added, ...others] = points;
        if (added === undefined) return;
        const gained = hypervolumeImprovement(added, others, reference);
        assert.ok(gained >= 0);
        assert.equal(hypervolume(points, reference) - hypervolume(others, reference), gained);
      }),
    );
  });

  it('counts nothing that only ties with the reference, and nothing for no points', () => {
    assert.equal(hypervolume([[1, 0]], [1, 1]), 0);
    assert.equal(hypervolume([], [1, 1]), 0);
    assert.equal(hypervolume([[NaN, 0]], [1, 1]), 0);
  });

  for (const [i, { points, reference, exclusive }] of oracle.contributions.entries()) {
    it(`is split into the reference's contributions, case ${i + 1}`, () => {
      hypervolumeContributions(points, reference).forEach((value, k) => {
        assert.ok(Math.abs(value - (exclusive[k] as number)) <= tolerance);
      });
    });
  }

  it('and the boxes that no point dominates fill the corner between them', () => {
    fc.assert(
      fc.property(problem, ({ points, reference }) => {
        const floor = -10;
        const free = undominatedBoxes(points, reference).reduce(
          (sum, { lower, upper }) =>
            sum + lower.reduce((size, from, j) => size * ((upper[j] as number) - Math.max(from, floor)), 1),
          0,
        );
        assert.equal(free + hypervolume(points, reference), 15 ** reference.length);
      }),
    );
  });
});
