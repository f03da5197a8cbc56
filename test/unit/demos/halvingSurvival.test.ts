import assert from 'node:assert/strict';
import { planSchedule } from '../../../src/core/demos/halvingPlan';
import { shareOf, simulateSurvival, type Share } from '../../../src/core/demos/halvingSurvival';
import { toolLadder } from '../../../src/core/fidelity/toolLadder';
import { makeSpace, wandbHyperband } from './halvingSpaces';

const budget = { configurations: 27, minResource: 1, maxResource: 27, reductionFactor: 3 };

function simulate(schedules: ReturnType<typeof planSchedule>[], runs: number, seed: number): Share[][] {
  const steps = simulateSurvival(makeSpace(), schedules, 27, runs, seed);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

describe('simulateSurvival', () => {
  it('always keeps the best where nothing is stopped', () => {
    const [everyone] = simulate([planSchedule({ ...budget, minResource: 27 })], 20, 1);
    assert.deepEqual(
      everyone?.map(({ share }) => share),
      [1],
    );
  });

  it('starts with the best in every run and never wins it back', () => {
    const [shares = []] = simulate([planSchedule(budget)], 60, 1);
    assert.equal(shares.length, 4);
    assert.equal(shares[0]?.share, 1);
    for (const [rung, { share }] of shares.entries()) {
      assert.ok(rung === 0 || share <= (shares[rung - 1]?.share ?? 0));
    }
  });

  it('keeps the best more often than chance would and less often than always', () => {
    const last = simulate([planSchedule(budget)], 200, 1)[0]?.at(-1);
    assert.ok(last && last.low > 1 / 27 && last.high < 1);
  });

  it('loses the best no more often when each rung promotes one more', () => {
    const ladder = toolLadder(makeSpace({ earlyStopping: wandbHyperband }));
    const [plain, wandb] = simulate([planSchedule(budget), planSchedule(budget, ladder)], 200, 4);
    assert.ok((wandb?.at(-1)?.share ?? 0) > (plain?.at(-1)?.share ?? 1));
  });
});

describe('shareOf', () => {
  // Wilson's interval for 166 of 200, from the closed form in Python: 0.771841, 0.875721.
  it('gives the Wilson interval', () => {
    const { share, low, high } = shareOf(166, 200);
    assert.equal(share, 0.83);
    assert.ok(Math.abs(low - 0.77184) < 1e-4 && Math.abs(high - 0.87572) < 1e-4, `${low} ${high}`);
  });

  it('stays within zero and one', () => {
    assert.equal(shareOf(0, 50).low, 0);
    const { high } = shareOf(50, 50);
    assert.ok(high <= 1 && high > 1 - 1e-9);
  });
});
