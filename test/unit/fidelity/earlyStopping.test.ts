import assert from 'node:assert/strict';
import fc from 'fast-check';
import { listed } from '../../../src/core/fidelity/configurationSources';
import { earlyStopping } from '../../../src/core/fidelity/earlyStopping';
import {
  banditRule,
  medianRule,
  optunaRule,
  rayRule,
  syneTuneRule,
  truncationRule,
  type StoppingRule,
} from '../../../src/core/fidelity/stoppingRules';
import { multifidelity } from './fixture';
import { numbered, playAlone, playOnCluster } from './play';

/** The last rung of each trial. */
function lastRungs(rule: StoppingRule, losses: readonly (readonly number[])[], eta = 3): number[] {
  const scheduler = earlyStopping({
    resources: (losses[0] ?? []).map((_, rung) => eta ** rung),
    rule,
    source: listed(numbered(losses.length)),
  });
  playAlone(scheduler, ({ trial, rung }) => losses[trial]?.[rung] ?? NaN);
  return losses.map((_, index) =>
    Math.max(...scheduler.jobs.filter(job => job.trial === index).map(job => job.rung)),
  );
}

describe('early stopping', () => {
  const rules = { optuna: optunaRule, raytune: rayRule, syne_tune: syneTuneRule };
  for (const [tool, rule] of Object.entries(rules)) {
    for (const [table, { eta, losses, stopping }] of multifidelity.asha.entries()) {
      it(`stops each trial where ${tool} does (table ${table + 1}, η = ${eta})`, () => {
        assert.deepEqual(lastRungs(rule(eta), losses, eta), stopping[tool as keyof typeof stopping]);
      });
    }
  }

  it('by the median compares the best loss with the median of the running averages', () => {
    // At the second rung the averages of the first two are 3 and 2, their median 2.5.
    assert.deepEqual(
      lastRungs(medianRule, [
        [4, 2, 1],
        [3, 1, 1],
        [2.6, 2.6, 1],
      ]),
      [2, 2, 1],
    );
  });

  it('by Azure’s bandit stops what is beyond the slack of the best', () => {
    const losses = [
      [1, 1],
      [1.09, 1],
      [1.11, 1],
    ];
    assert.deepEqual(lastRungs(banditRule({ factor: 0.1 }), losses), [1, 1, 0]);
    assert.deepEqual(lastRungs(banditRule({ amount: 0.2 }), losses), [1, 1, 1]);
  });

  it('by truncation stops the worst share of those that reported', () => {
    const losses = [0.1, 0.2, 0.3, 0.4, 0.5, 0.25].map(loss => [loss, 0]);
    // The fifth is the worst of five, of which 20 % are one; the sixth is in the middle.
    assert.deepEqual(lastRungs(truncationRule(20), losses), [1, 1, 1, 1, 0, 1]);
  });

  it('lets the first trial of every rule through and stops every failed one', () => {
    for (const rule of [
      optunaRule(3),
      rayRule(3),
      syneTuneRule(3),
      medianRule,
      banditRule({ factor: 0.1 }),
      truncationRule(20),
    ]) {
      assert.deepEqual(
        lastRungs(rule, [
          [1, 1, 1],
          [NaN, 0, 0],
        ]),
        [2, 0],
        rule.name,
      );
    }
  });

  it('keeps a trial on the worker it began on', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.integer(), (workers, seed) => {
        const scheduler = earlyStopping({
          resources: [1, 3, 9],
          rule: rayRule(3),
          source: listed(numbered(30)),
        });
        const { attempts } = playOnCluster(scheduler, {
          workers,
          loss: ({ trial, rung }) => Math.sin(seed + 31 * trial + rung),
        });
        const workersOf = new Map<number, number>();
        for (const { job, worker } of attempts) {
          assert.equal(workersOf.get(job.trial) ?? worker, worker);
          workersOf.set(job.trial, worker);
        }
      }),
    );
  });
});
