import assert from 'node:assert/strict';
import { randomStream } from '../../../src/core/numeric/random';
import { finish } from '../../../src/core/numeric/work';
import { estimateOf } from '../../../src/core/validation/estimate';
import { compareOnNoise } from '../../../src/core/validation/falseAlarms';
import { nestedStudy, type NestedStudy } from '../../../src/core/validation/nestedStudy';
import type { ProblemId } from '../../../src/core/validation/smallProblems';

function studies(problem: ProblemId, count: number, trials: number): NestedStudy[] {
  return Array.from({ length: count }, (_, i) => finish(nestedStudy(problem, trials, randomStream(i))));
}

describe('nested study', () => {
  for (const problem of ['iris', 'overlap', 'noise'] as const) {
    it(`flatters the winner on ${problem} by flat cross-validation and not by nested`, () => {
      const found = studies(problem, 40, 20);
      const flat = estimateOf(found.map(study => study.flat - study.truth));
      const nested = estimateOf(found.map(study => study.nested - study.truth));
      const single = estimateOf(found.map(study => study.single - study.singleTruth));
      assert.ok(flat.low > 0, String(flat.low));
      assert.ok(Math.abs(nested.mean) <= 4 * nested.standardError, String(nested.mean));
      assert.ok(Math.abs(single.mean) <= 4 * single.standardError, String(single.mean));
    });
  }

  it('chooses nothing where there is one trial', () => {
    for (const { flat, single, nested, truth, singleTruth } of studies('iris', 3, 1)) {
      assert.deepEqual([flat, nested, truth], [single, single, singleTruth]);
    }
  });

  it('reports as flat the best of the scores', () => {
    for (const { flat, scores } of studies('overlap', 3, 10)) assert.equal(flat, Math.max(...scores));
  });
});

describe('comparing equals', () => {
  it('raises false alarms by the ordinary t-test, and about one in twenty by the corrected', () => {
    const found = Array.from({ length: 300 }, (_, i) => finish(compareOnNoise(randomStream(i))));
    const alarms = (name: 'naive' | 'corrected') => found.filter(each => each[name] < 0.05).length / 300;
    assert.ok(alarms('naive') > 0.15);
    // Three standard errors of a share of 5 % in 300.
    assert.ok(Math.abs(alarms('corrected') - 0.05) < 0.038, String(alarms('corrected')));
  });
});
