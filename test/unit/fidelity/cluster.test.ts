import assert from 'node:assert/strict';
import fc from 'fast-check';
import { asynchronousHalving } from '../../../src/core/fidelity/asynchronousHalving';
import { runOnCluster, type ClusterOptions } from '../../../src/core/fidelity/cluster';
import { listed } from '../../../src/core/fidelity/configurationSources';
import { topFraction } from '../../../src/core/fidelity/schedule';
import type { Scheduler } from '../../../src/core/fidelity/scheduler';
import { successiveHalving } from '../../../src/core/fidelity/successiveHalving';
import { randomStream } from '../../../src/core/numeric/random';
import { numbered, playOnCluster } from './play';

const loss = ({ trial, rung }: { trial: number; rung: number }): number => Math.sin(31 * trial + rung);

const schedulers: Readonly<Record<string, (trials: number) => Scheduler>> = {
  synchronous: trials =>
    successiveHalving({
      bracket: n =>
        n === 0 ? { configurations: trials, resources: [1, 3, 9], promoted: topFraction(3) } : undefined,
      source: listed(numbered(trials)),
    }),
  asynchronous: trials =>
    asynchronousHalving({ resources: [1, 3, 9], reductionFactor: 3, source: listed(numbered(trials)) }),
};

const mishaps = {
  stragglers: { share: 0.3, slowdown: 4 },
  crashes: { rate: 0.05, restarts: 2 },
} satisfies Partial<ClusterOptions>;

describe('the simulated cluster', () => {
  for (const [name, make] of Object.entries(schedulers)) {
    it(`never runs two jobs at once on one worker, nor more jobs than workers (${name})`, () => {
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 9 }), fc.integer(), (workers, seed) => {
          const { attempts, time } = playOnCluster(make(27), { workers, loss, ...mishaps }, seed);
          for (let worker = 0; worker < workers; worker++) {
            const own = attempts.filter(attempt => attempt.worker === worker);
            own.forEach((attempt, i) => {
              assert.ok(attempt.start >= (own[i - 1]?.end ?? 0) && attempt.end >= attempt.start);
            });
          }
          assert.ok(attempts.every(({ worker }) => worker >= 0 && worker < workers));
          assert.ok(attempts.every(({ end, outcome }) => end <= time && outcome !== 'running'));
        }),
      );
    });

    it(`tells every job once: after as many restarts as allowed it has failed (${name})`, () => {
      const scheduler = make(27);
      const options = { workers: 4, loss, crashes: { rate: 0.3, restarts: 1 } };
      const { attempts } = playOnCluster(scheduler, options);
      for (const job of scheduler.jobs) {
        const own = attempts.filter(attempt => attempt.job.id === job.id);
        assert.deepEqual(
          own.map(({ attempt }) => attempt),
          own.map((_, i) => i),
        );
        assert.ok(own.length <= 2);
        assert.equal(Number.isNaN(job.loss), own.at(-1)?.outcome === 'crashed');
      }
      assert.ok(attempts.some(({ outcome, attempt }) => outcome === 'crashed' && attempt === 1));
    });

    it(`gives the same trace for the same seed, and another for another (${name})`, () => {
      const trace = (seed: number): string =>
        JSON.stringify(playOnCluster(make(27), { workers: 3, loss, ...mishaps }, seed).attempts);
      assert.equal(trace(7), trace(7));
      assert.notEqual(trace(7), trace(8));
    });

    it(`is consistent whenever it is stopped (${name})`, () => {
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 60 }), fc.integer(), (events, seed) => {
          const scheduler = make(27);
          const run = runOnCluster(scheduler, { workers: 4, loss, ...mishaps, random: randomStream(seed) });
          let state = run.next().value;
          for (let event = 0; event < events; event++) {
            const step = run.next();
            if (step.done) break;
            state = step.value;
          }
          const told = new Set(scheduler.jobs.filter(job => job.loss !== undefined).map(({ id }) => id));
          for (const { job, start, end, outcome } of state.attempts) {
            assert.ok(start <= state.time);
            if (outcome === 'running') assert.ok(end >= state.time && !told.has(job.id));
            if (outcome === 'told') assert.ok(end <= state.time && told.has(job.id));
          }
          const units = state.attempts
            .filter(({ outcome }) => outcome === 'told')
            .reduce((sum, { job }) => sum + job.resource - job.from, 0);
          assert.equal(state.units, units);
        }),
      );
    });
  }

  it('keeps the workers of a synchronous schedule waiting for the slowest, and never those of ASHA', () => {
    const options = { workers: 9, loss, stragglers: { share: 0.2, slowdown: 10 } };
    const idle = (name: string): number => {
      const { attempts, time } = playOnCluster((schedulers[name] ?? (() => never()))(81), options);
      return 9 * time - attempts.reduce((sum, { start, end }) => sum + end - start, 0);
    };
    assert.ok(idle('synchronous') > 1.5 * idle('asynchronous'));
  });

  it('starts nothing past its time or its units, and lets what runs end', () => {
    const scheduler = (): Scheduler =>
      asynchronousHalving({ resources: [1, 3, 9], reductionFactor: 3, source: listed(numbered(1e4)) });
    const timed = playOnCluster(scheduler(), { workers: 2, loss, until: 50 });
    assert.ok(timed.attempts.every(({ start }) => start < 50));
    assert.ok(timed.time >= 50 && timed.time < 60);
    const metered = playOnCluster(scheduler(), { workers: 2, loss, units: 100 });
    assert.ok(metered.units <= 100 && metered.units > 100 - 6);
  });

  it('takes what a job takes, whatever its unit', () => {
    const { time } = playOnCluster(schedulers['synchronous']?.(3) ?? never(), {
      workers: 1,
      loss,
      duration: job => 60 * (job.resource - job.from),
    });
    assert.equal(time, 60 * (3 * 1 + 1 * 2));
  });
});

function never(): never {
  throw new Error('There is no such scheduler.');
}
