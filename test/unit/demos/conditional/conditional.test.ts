import assert from 'node:assert/strict';
import fc from 'fast-check';
import { conditional } from '../../../../src/core/demos/conditional/conditional';
import { branchesOf, meanDimension } from '../../../../src/core/demos/conditional/branches';
import { conditionalContest, paired, trialsSaved } from '../../../../src/core/demos/conditional/contest';
import { flattened, subjectOf } from '../../../../src/core/demos/conditional/subject';
import { DemoError, resolveOptions } from '../../../../src/core/demos/demo';
import { randomStream } from '../../../../src/core/numeric/random';
import { finish } from '../../../../src/core/numeric/work';
import type { Report } from '../../../../src/core/report/report';
import { categoricalDomain, constantDomain, numericDomain } from '../../../../src/core/space/domains';
import type { SearchSpace } from '../../../../src/core/space/searchSpace';
import { anyDomain } from '../../space/arbitraryDomain';
import { makeSpace } from '../../space/makeSpace';
import { itDrawsCharts } from '../reading';
import { checksOf } from '../reading';

const unit = numericDomain({ type: 'float', low: 0, high: 1 });
const model = categoricalDomain([
  { value: 'svm', weight: 1 },
  { value: 'forest', weight: 1 },
  { value: 'net', weight: 2 },
]);
const when = (value: string) => ({ kind: 'in', parent: 'model', values: [value] }) as const;
const chosen = makeSpace(
  { model, C: unit, gamma: unit, depth: unit, rate: unit, width: unit, momentum: unit },
  {
    conditions: {
      C: when('svm'),
      gamma: when('svm'),
      depth: when('forest'),
      rate: when('net'),
      width: when('net'),
      momentum: when('net'),
    },
  },
);

describe('the branches of a space', () => {
  const branching = finish(branchesOf(chosen, randomStream(1)));

  it('are the sets of parameters that act together, named by what leads to them', () => {
    assert.deepEqual(branching.branches.map(({ label, dimension }) => [label, dimension]).sort(), [
      ['model forest', 2],
      ['model net', 4],
      ['model svm', 3],
    ]);
  });

  it('are drawn as often as their choices, and add up to the space', () => {
    // A binomial share of 4096 draws has a standard error below 0.008.
    const shares = branching.branches.map(({ share }) => share);
    assert.ok(Math.abs((shares[0] ?? 0) - 0.5) < 0.03);
    assert.ok(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1) < 1e-12);
    // 0.25 · 3 + 0.25 · 2 + 0.5 · 4.
    assert.ok(Math.abs(meanDimension(branching) - 3.25) < 0.05);
  });

  it('are one where nothing is conditional', () => {
    const { branches } = finish(branchesOf(flattened(chosen), randomStream(1)));
    assert.deepEqual(
      branches.map(({ share, dimension }) => [share, dimension]),
      [[1, 7]],
    );
  });
});

describe('what is shown of a space', () => {
  it('is itself where it has conditions', () => {
    assert.equal(subjectOf(chosen).space, chosen);
  });

  it('has the conditions that names suggest where it has none', () => {
    const optimizer = categoricalDomain([{ value: 'adamw' }, { value: 'sgd' }]);
    const { origin, suggested, space } = subjectOf(
      makeSpace({ optimizer, momentum: unit, beta1: unit, lr: unit }),
    );
    assert.equal(origin, 'suggested');
    assert.deepEqual(suggested, ['momentum', 'beta1']);
    assert.deepEqual(space.parameters[1]?.condition, { kind: 'in', parent: 'optimizer', values: ['sgd'] });
  });

  it('is an example where nothing suggests any', () => {
    const { origin, space } = subjectOf(makeSpace({ lr: unit, momentum: unit }));
    assert.equal(origin, 'example');
    assert.ok(space.parameters.some(({ condition }) => condition !== undefined));
  });
});

describe('a search with and without conditions', () => {
  const contest = finishContest(chosen, 'random', 20);

  it('is on the same tasks, and random search does not care', () => {
    assert.equal(contest.flat.length, contest.conditional.length);
    assert.ok(Math.abs(paired(contest).t) < 3);
  });

  it('comes closer with every trial', () => {
    for (const { regret } of [...contest.conditional, ...contest.flat]) {
      assert.equal(regret.length, 20);
      for (const [i, value] of regret.entries()) {
        assert.ok(value >= -1e-12 && value <= (regret[i - 1] ?? Infinity));
      }
    }
  });

  it('saves the trials between where one ends and the other was', () => {
    const fast = { regret: [3, 1, 1, 1], repeated: 0 };
    const slow = { regret: [3, 2, 2, 1], repeated: 0 };
    assert.equal(trialsSaved({ conditional: [fast], flat: [slow] }, 4), 2);
    assert.equal(trialsSaved({ conditional: [slow], flat: [{ regret: [0], repeated: 0 }] }, 4), undefined);
  });
});

describe('the demonstration of conditions', () => {
  const report = run(chosen, { trials: 20, method: 'random' });

  it('answers with the branches, what acts, and what a flat encoding costs', () => {
    assert.match(
      report.answer,
      /^3 branches of 2 to 4 dimensions: of 7 parameters 3\.[23] act in a trial on average\. In simulation /,
    );
  });

  it('passes its own check of the closed form', () => {
    for (const seed of [1, 2, 3]) {
      const [first] = checksOf(run(chosen, { trials: 10, method: 'random' }, seed));
      assert.equal(first?.status, 'PASS', first?.message);
    }
  });

  it('says plainly that the open space has no condition', () => {
    const given = { trials: 10, method: 'random' };
    assert.match(
      run(makeSpace({ lr: unit }), given).answer,
      /^No parameter here has a condition, so all act/,
    );
    const kernel = categoricalDomain([{ value: 'rbf' }, { value: 'linear' }]);
    assert.match(
      run(makeSpace({ kernel, gamma: unit }), given).answer,
      /^No parameter here has a condition, though names suggest one for gamma; .* Its format cannot declare any;/,
    );
  });

  itDrawsCharts(report);

  it('gives the same bytes for the same seed', () => {
    assert.equal(JSON.stringify(run(chosen, { trials: 20, method: 'random' })), JSON.stringify(report));
  });

  it('has a report, or one sentence on what to change, for any space', () => {
    fc.assert(
      fc.property(fc.array(anyDomain, { minLength: 1, maxLength: 4 }), domains => {
        const space = makeSpace(Object.fromEntries(domains.map((domain, i) => [`p${i}`, domain])), {
          conditions: { p1: { kind: 'notIn', parent: 'p0', values: [1] } },
        });
        try {
          const text = JSON.stringify(run(space, { trials: 10, method: 'random' }));
          assert.ok(!/NaN|undefined|Infinity/.test(text), text);
        } catch (error) {
          assert.ok(error instanceof DemoError, String(error));
        }
      }),
      { numRuns: 25, seed: 1 },
    );
    assert.throws(
      () => run(makeSpace({ a: constantDomain(1), b: undefined }, { conditions: { b: when('x') } })),
      DemoError,
    );
  });
});

function finishContest(space: SearchSpace, method: string, trials: number) {
  const work = conditionalContest(space, method, trials, 1);
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

function run(space: SearchSpace, given: Record<string, unknown> = {}, seed = 1): Report {
  const options = resolveOptions(conditional.controls(space), given);
  const steps = conditional.run({ space, options, seed, source: { file: 'space.pcs', toolVersion: '1' } });
  let fraction = 0;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    assert.ok(step.value.fraction >= fraction && step.value.fraction <= 1);
    fraction = step.value.fraction;
  }
}
