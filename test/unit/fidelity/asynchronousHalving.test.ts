import assert from 'node:assert/strict';
import fc from 'fast-check';
import { asynchronousHalving } from '../../../src/core/fidelity/asynchronousHalving';
import { listed } from '../../../src/core/fidelity/configurationSources';
import { multifidelity } from './fixture';
import { numbered, playAlone, playOnCluster } from './play';

describe('ASHA by promotion', () => {
  for (const [table, { eta, losses, promotion }] of multifidelity.asha.entries()) {
    for (const [workers, { jobs, makespan, best }] of Object.entries(promotion)) {
      it(`starts the jobs of the reference trace on ${workers} workers (table ${table + 1}, η = ${eta})`, () => {
        const resources = (losses[0] ?? []).map((_, rung) => eta ** rung);
        const scheduler = asynchronousHalving({
          resources,
          reductionFactor: eta,
          source: listed(numbered(losses.length)),
        });
        const { attempts, time } = playOnCluster(scheduler, {
          workers: Number(workers),
          loss: ({ trial, rung }) => losses[trial]?.[rung] ?? NaN,
        });
        assert.deepEqual(
          attempts.map(({ start, job }) => [start, job.trial, job.rung]),
          jobs,
        );
        assert.equal(time, makespan);
        const top = scheduler.jobs
          .filter(({ rung }) => rung === resources.length - 1)
          .sort((a, b) => (a.loss ?? NaN) - (b.loss ?? NaN))[0];
        assert.deepEqual([top?.trial, top?.loss], best);
      });
    }
  }

  const tables = fc.array(
    fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }),
    {
      minLength: 1,
      maxLength: 60,
    },
  );

  it('promotes only trials that are in the top 1/η of what their rung has seen, and none past the last rung', () => {
    fc.assert(
      fc.property(
        tables,
        fc.integer({ min: 2, max: 4 }),
        fc.integer({ min: 1, max: 8 }),
        (losses, eta, workers) => {
          const scheduler = asynchronousHalving({
            resources: [1, eta, eta ** 2, eta ** 3],
            reductionFactor: eta,
            source: listed(numbered(losses.length)),
          });
          playOnCluster(scheduler, { workers, loss: ({ trial, rung }) => losses[trial]?.[rung] ?? NaN });
          for (const { rank, of, promoted, outcome } of scheduler.decisions) {
            if (outcome !== 'promoted') continue;
            assert.ok(rank <= promoted && promoted <= of / eta);
          }
          const seen = new Set(scheduler.jobs.map(({ trial, rung }) => `${trial} ${rung}`));
          assert.equal(seen.size, scheduler.jobs.length);
          assert.ok(scheduler.jobs.every(({ from, resource }) => from < resource && resource <= eta ** 3));
        },
      ),
    );
  });

  it('recomputes the standing of a promotion from the losses told before it', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 1, max: 5 }), (losses, workers) => {
        const scheduler = asynchronousHalving({
          resources: [1, 3, 9, 27],
          reductionFactor: 3,
          source: listed(numbered(losses.length)),
        });
        const told: { trial: number; rung: number; loss: number }[] = [];
        const { tell } = scheduler;
        scheduler.tell = (id, loss) => {
          const { trial, rung } = scheduler.jobs[id] ?? { trial: NaN, rung: NaN };
          told.push({ trial, rung, loss });
          tell(id, loss);
        };
        playOnCluster(scheduler, { workers, loss: ({ trial, rung }) => losses[trial]?.[rung] ?? NaN });
        for (const decision of scheduler.decisions) {
          const rung = told.slice(0, decision.told).filter(one => one.rung === decision.rung);
          const better = rung.filter(
            ({ trial, loss }) => loss < decision.loss || (loss === decision.loss && trial < decision.trial),
          );
          assert.deepEqual([decision.rank, decision.of], [better.length + 1, rung.length]);
        }
      }),
    );
  });

  it('never promotes a failed trial', () => {
    const scheduler = asynchronousHalving({
      resources: [1, 2],
      reductionFactor: 2,
      source: listed(numbered(6)),
    });
    playAlone(scheduler, ({ trial }) => (trial < 5 ? NaN : 0.5));
    assert.deepEqual(
      scheduler.decisions.map(({ trial, outcome }) => [trial, outcome]),
      [
        [5, 'promoted'],
        [5, 'finished'],
      ],
    );
  });

  it('takes losses in any order and refuses those nobody asked for', () => {
    const scheduler = asynchronousHalving({
      resources: [1, 2],
      reductionFactor: 2,
      source: listed(numbered(2)),
    });
    const [first, second] = [scheduler.ask(), scheduler.ask()];
    assert.equal(scheduler.ask(), undefined);
    scheduler.tell(second?.id ?? -1, 0.2);
    scheduler.tell(first?.id ?? -1, 0.1);
    assert.equal(scheduler.ask()?.trial, 0);
    assert.throws(() => scheduler.tell(0, 0.1), RangeError);
    assert.throws(() => scheduler.tell(99, 0.1), RangeError);
  });
});
