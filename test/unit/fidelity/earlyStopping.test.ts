import assert from 'node:assert/strict';
import fc from 'fast-check';
import { listed } from '../../../src/core/fidelity/configurationSources';
import { earlyStopping } from '../../../src/core/fidelity/earlyStopping';
import {
  banditRule,
  from,
  katibMedianRule,
  medianRule,
  nniMedianRule,
  patientRule,
  percentileRule,
  truncationRule,
} from '../../../src/core/fidelity/curveRules';
import {
  optunaRule,
  rayRule,
  syneTuneRule,
  wandbRule,
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

  it('by W&B lets one more than the best third through', () => {
    // Ranked 1, 2, 2, 3 and 3 as they come; ⌊n / 3⌋ is 0, 0, 1, 1 and 1.
    const losses = [1, 2, 1.5, 3, 2.5].map(loss => [loss, 0]);
    assert.deepEqual(lastRungs(wandbRule(3), losses), [1, 0, 1, 0, 0]);
  });

  it('by Optuna’s percentile compares the best loss with those of finished trials alone, once there are enough', () => {
    const losses = [
      [4, 1],
      [2, 1],
      // The 25 % quantile of 4 and 2 is 2.5.
      [2.5, 1],
      [2.6, 1],
      // And that of 4, 2 and 2.5 is 2.25: the one that was stopped does not count.
      [2.3, 1],
      [2.2, 1],
    ];
    assert.deepEqual(lastRungs(percentileRule(25, 2), losses), [1, 1, 1, 0, 0, 1]);
    assert.deepEqual(lastRungs(percentileRule(25, 10), losses), [1, 1, 1, 1, 1, 1]);
  });

  it('by NNI’s median compares with the upper median of finished averages', () => {
    const losses = [
      [4, 2, 0],
      [3, 3, 0],
      // Averages at the second report: 3 and 3; at the first 4 and 3, the upper median of which is 4.
      [4, 3.5, 0],
      [4.1, 0, 0],
    ];
    assert.deepEqual(lastRungs(nniMedianRule, losses), [2, 2, 1, 0]);
  });

  it('by Katib’s median compares the newest loss with the averages that finished trials had at the start', () => {
    const losses = [
      [4, 2, 0],
      [3, 3, 0],
      [5, 3.1, 0],
      [5, 2.9, 0],
    ];
    assert.deepEqual(lastRungs(katibMedianRule(2, 2), losses), [2, 2, 1, 2]);
    assert.deepEqual(lastRungs(katibMedianRule(2, 3), losses), [2, 2, 2, 2]);
  });

  it('by patience stops whoever gains nothing for so long, or asks a wrapped rule then', () => {
    const losses = [
      [3, 2, 1, 1, 1],
      [3, 3.1, 3.2, 3, 1],
      [3, 3.1, 2.9, 3.2, 1],
    ];
    assert.deepEqual(lastRungs(patientRule(1, 0), losses), [4, 2, 4]);
    assert.deepEqual(lastRungs(patientRule(1, 0.2), losses), [4, 4, 4]);
    const never: StoppingRule = { name: '', keeps: () => true };
    assert.deepEqual(lastRungs(patientRule(1, 0, never), losses), [4, 4, 4]);
  });

  it('spares everybody before the resource it begins at', () => {
    const losses = [
      [1, 1, 1],
      [9, 9, 9],
    ];
    assert.deepEqual(lastRungs(medianRule, losses), [2, 0]);
    assert.deepEqual(lastRungs(from(3, medianRule), losses), [2, 1]);
  });

  it('lets the first trial of every rule through and stops every failed one', () => {
    for (const rule of [
      optunaRule(3),
      rayRule(3),
      syneTuneRule(3),
      medianRule,
      banditRule({ factor: 0.1 }),
      truncationRule(20),
      wandbRule(3),
      percentileRule(50, 0),
      nniMedianRule,
      katibMedianRule(1, 0),
      patientRule(0, 0),
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
