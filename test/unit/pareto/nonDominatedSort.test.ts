import assert from 'node:assert/strict';
import fc from 'fast-check';
import { constrainedDominates, dominates, type Outcome } from '../../../src/core/pareto/dominance';
import { constrainedRanks, nonDominatedRanks, paretoFront } from '../../../src/core/pareto/nonDominatedSort';
import { oracle } from './oracle';

/** Few levels, so that ties and repeated points are common. */
const level = fc.integer({ min: 0, max: 5 });
const points = fc
  .integer({ min: 1, max: 5 })
  .chain(d => fc.array(fc.array(level, { minLength: d, maxLength: d }), { maxLength: 40 }));

describe('non-dominated sorting', () => {
  for (const [i, { points, ranks }] of oracle.ranks.entries()) {
    it(`gives the reference's ranks: ${points.length} points in ${points[0]?.length ?? 0} objectives, case ${i + 1}`, () => {
      assert.deepEqual([...nonDominatedRanks(points)], ranks);
    });
  }

  it('puts each point one front behind the worst front that dominates it', () => {
    fc.assert(
      fc.property(points, points => {
        const ranks = nonDominatedRanks(points);
        points.forEach((point, i) => {
          const dominators = points.flatMap((other, k) =>
            dominates(other, point) ? [ranks[k] as number] : [],
          );
          assert.equal(ranks[i], Math.max(-1, ...dominators) + 1);
        });
      }),
    );
  });

  it('does not depend on the order of the points', () => {
    fc.assert(
      fc.property(points, points => {
        assert.deepEqual([...nonDominatedRanks(points.toReversed())].reverse(), [
          ...nonDominatedRanks(points),
        ]);
      }),
    );
  });

  it('ranks failed evaluations behind everything that is at least as good elsewhere', () => {
    assert.deepEqual(
      [
        ...nonDominatedRanks([
          [1, NaN],
          [1, 5],
          [0, NaN],
          [2, 2],
        ]),
      ],
      [1, 0, 0, 0],
    );
    assert.deepEqual(paretoFront([{ losses: [0, NaN] }, { losses: [1, 5] }]), [1]);
  });
});

describe('constraint domination', () => {
  const outcomes = fc.array(
    fc.record<Outcome>({ losses: fc.tuple(level, level), violation: fc.constantFrom(0, 0, 1, 2) }),
    { maxLength: 30 },
  );

  it('puts what is feasible first, and of two infeasible outcomes the one that violates less', () => {
    const feasible: Outcome = { losses: [9, 9] };
    const near: Outcome = { losses: [1, 1], violation: 0.1 };
    const far: Outcome = { losses: [0, 0], violation: 0.2 };
    assert.ok(constrainedDominates(feasible, near));
    assert.ok(constrainedDominates(near, far));
    assert.ok(!constrainedDominates(far, near));
    assert.ok(!constrainedDominates(far, { losses: [1, 1], violation: 0.2 }));
    assert.deepEqual([...constrainedRanks([far, near, feasible])], [2, 1, 0]);
  });

  it('is a strict partial order', () => {
    fc.assert(
      fc.property(outcomes, outcomes => {
        for (const a of outcomes) {
          assert.ok(!constrainedDominates(a, a));
          for (const b of outcomes) {
            if (!constrainedDominates(a, b)) continue;
            assert.ok(!constrainedDominates(b, a));
            for (const c of outcomes) if (constrainedDominates(b, c)) assert.ok(constrainedDominates(a, c));
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('never ranks an outcome before one that dominates it', () => {
    fc.assert(
      fc.property(outcomes, outcomes => {
        const ranks = constrainedRanks(outcomes);
        outcomes.forEach((a, i) => {
          outcomes.forEach((b, k) => {
            if (constrainedDominates(a, b)) assert.ok((ranks[i] as number) < (ranks[k] as number));
          });
        });
      }),
    );
  });
});
