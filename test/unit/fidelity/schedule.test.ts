import assert from 'node:assert/strict';
import fc from 'fast-check';
import { rungs } from '../../../src/core/fidelity/rungs';
import {
  fillingConfigurations,
  scheduleCost,
  scheduleTable,
  topFraction,
  wandbTopFraction,
} from '../../../src/core/fidelity/schedule';
import { fixture } from './fixture';

describe('schedule', () => {
  for (const { n, r, R, eta, s, rungs: expected, total } of fixture.sha) {
    it(`gives ${n} configurations from ${r} to ${R} with η = ${eta}, starting at rung ${s}, the reference rungs`, () => {
      const resources = rungs({ minResource: r * eta ** s, maxResource: R, reductionFactor: eta });
      const schedule = { configurations: n, resources, promoted: topFraction(eta) };
      assert.deepEqual(
        scheduleTable(schedule).map(row => [row.configurations, row.resource]),
        expected,
      );
      assert.equal(scheduleCost(schedule).cost, total);
    });
  }

  it('costs 108 epochs for 27 trials from 1 to 27, 81 when trials resume', () => {
    const resources = rungs({ minResource: 1, maxResource: 27, reductionFactor: 3 });
    assert.deepEqual(scheduleCost({ configurations: 27, resources, promoted: topFraction(3) }), {
      cost: 108,
      resumedCost: 81,
    });
  });

  it('never costs more resumed than from scratch, nor more than training every trial to the last rung', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 1000 }),
        fc.double({ min: 1.2, max: 10, noNaN: true }),
        (configurations, minResource, ratio, reductionFactor) => {
          const resources = rungs({ minResource, maxResource: minResource * ratio, reductionFactor });
          const schedule = { configurations, resources, promoted: topFraction(reductionFactor) };
          const { cost, resumedCost } = scheduleCost(schedule);
          const full = configurations * (resources.at(-1) ?? 0);
          assert.ok(resumedCost <= cost && resumedCost <= full * (1 + 1e-12));
        },
      ),
    );
  });

  it('promotes a whole share in full where the division rounds to just below it', () => {
    assert.equal(topFraction(2.2)(33), 15);
  });

  it('needs 27 configurations to fill four rungs by thirds, and just enough for any factor', () => {
    assert.equal(fillingConfigurations(4, 3), 27);
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.double({ min: 1.25, max: 10, noNaN: true }),
        (count, eta) => {
          const resources = Array.from({ length: count }, (_, rung) => rung + 1);
          const left = (configurations: number): number =>
            scheduleTable({ configurations, resources, promoted: topFraction(eta) }).at(-1)?.configurations ??
            0;
          const least = fillingConfigurations(count, eta);
          assert.ok(left(least) >= 1);
          assert.equal(left(least - 1), 0);
        },
      ),
    );
  });

  it('promotes one more than the top 1/η as W&B does, but never more than there are', () => {
    assert.deepEqual([27, 9, 2, 1].map(wandbTopFraction(3)), [10, 4, 1, 1]);
  });
});
