import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bohb, bohbSearch, type BohbOptions, type BohbScheduler } from '../../../src/core/fidelity/bohb';
import { hyperbandBrackets } from '../../../src/core/fidelity/hyperband';
import type { Job } from '../../../src/core/fidelity/scheduler';
import { randomStream } from '../../../src/core/numeric/random';
import { finish } from '../../../src/core/numeric/work';
import { canDraw } from '../../../src/core/space/distribution';
import { isActive } from '../../../src/core/space/conditions';
import type { SearchSpace } from '../../../src/core/space/searchSpace';
import { makeSpace } from '../demos/halvingSpaces';
import { playOnCluster } from './play';

const brackets = hyperbandBrackets({
  minResource: 1,
  maxResource: 27,
  reductionFactor: 3,
  convention: 'algorithm1',
});
const rounds = 3;

const start = (space: SearchSpace, seed = 1, options: BohbOptions = {}): BohbScheduler =>
  bohb({
    space,
    seed,
    bracket: n => (n < rounds * brackets.length ? brackets[n % brackets.length] : undefined),
    ...options,
  });

/** Best at lr = 1e-3 with sgd and momentum 0.9. */
const loss = ({ configuration, resource }: Pick<Job, 'configuration' | 'resource'>): number =>
  Math.abs(Math.log10(Number(configuration.get('lr'))) + 3) +
  (configuration.get('optimizer') === 'sgd' ? Math.abs(Number(configuration.get('momentum')) - 0.9) : 1) +
  1 / resource;

function play(scheduler: BohbScheduler, lossOf: (job: Job) => number = loss): Job[] {
  const jobs: Job[] = [];
  for (let job = scheduler.ask(); job; job = scheduler.ask()) {
    jobs.push(job);
    scheduler.tell(job.id, lossOf(job));
  }
  return jobs;
}

describe('BOHB', () => {
  const space = makeSpace();

  it('draws at random until a budget has results enough for both densities', () => {
    const { origins } = (() => {
      const scheduler = start(space, 1, { randomFraction: 0 });
      play(scheduler);
      return scheduler;
    })();
    const first = origins.findIndex(({ kind }) => kind === 'model');
    // Four parameters: five good results and five bad.
    assert.equal(first, 10);
    assert.ok(origins.slice(first).every(({ kind }) => kind === 'model'));
  });

  it('learns from the largest budget that has a model', () => {
    const scheduler = start(space, 1, { randomFraction: 0 });
    play(scheduler);
    const resources = scheduler.origins.flatMap(origin => (origin.kind === 'model' ? [origin.resource] : []));
    assert.deepEqual(
      resources,
      [...resources].sort((a, b) => a - b),
    );
    assert.deepEqual([...new Set(resources)], [1, 3, 9, 27]);
  });

  it('draws near a result that was good', () => {
    const scheduler = start(space, 1, { randomFraction: 0 });
    play(scheduler);
    for (const origin of scheduler.origins) {
      if (origin.kind !== 'model') continue;
      assert.ok(origin.ratio > 0);
      assert.equal(scheduler.jobs[origin.near]?.resource, origin.resource);
    }
  });

  it('draws about a third at random although there is a model', () => {
    const scheduler = start(space, 1);
    play(scheduler);
    const random = scheduler.origins.filter(({ kind }) => kind === 'random').length;
    assert.ok(Math.abs(random / scheduler.origins.length - 1 / 3) < 0.12);
  });

  it('comes closer than random configurations do in the same brackets', () => {
    const medianBest = (options: BohbOptions): number => {
      const bests = Array.from({ length: 21 }, (_, seed) => {
        const jobs = play(start(space, seed, options)).filter(({ resource }) => resource === 27);
        return Math.min(...jobs.map(loss)) - 1 / 27;
      });
      return bests.sort((a, b) => a - b)[10] ?? NaN;
    };
    assert.ok(medianBest({}) < 0.6 * medianBest({ randomFraction: 1 }));
  });

  it('suggests only what the space holds, with the parameters that are active', () => {
    const rule = {
      kind: 'all' as const,
      of: [
        { kind: 'in' as const, parent: 'optimizer', values: ['adam'] },
        { kind: 'in' as const, parent: 'layers', values: [1] },
      ],
    };
    const restricted = { ...space, forbidden: [rule] };
    fc.assert(
      fc.property(fc.nat(1000), seed => {
        for (const { configuration } of play(start(restricted, seed))) {
          assert.ok(!isActive(rule, configuration));
          for (const { name, domain, condition } of space.parameters) {
            const value = configuration.get(name);
            const active = !condition || isActive(condition, configuration);
            assert.equal(value !== undefined, active, name);
            if (value !== undefined && domain) assert.ok(canDraw(domain, value), `${name} ${String(value)}`);
          }
        }
      }),
      { numRuns: 10 },
    );
  });

  it('trains nobody past the most resource, on any number of workers, crashes included', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.integer({ min: 1, max: 9 }), (seed, workers) => {
        const scheduler = bohb({
          space,
          seed,
          bracket: n => (n < 4 ? brackets[n] : undefined),
          whileWaiting: 'nextBracket',
        });
        const { attempts } = playOnCluster(
          scheduler,
          {
            workers,
            loss,
            stragglers: { share: 0.2, slowdown: 2 },
            crashes: { rate: 0.01, restarts: 1 },
          },
          seed,
        );
        assert.ok(attempts.length > 0);
        assert.ok(scheduler.jobs.every(({ resource }) => resource <= 27));
        const trained = new Map<number, number>();
        for (const { trial, from, resource } of scheduler.jobs) {
          assert.equal(from, trained.get(trial) ?? 0);
          trained.set(trial, resource);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('gives the same trace for the same seed, whoever else computes in between', () => {
    const whole = start(space, 7);
    play(whole);
    const sliced = start(space, 7);
    const other = start(space, 8);
    for (;;) {
      const [one, two] = [sliced.propose(), other.propose()];
      let [a, b] = [one.next(), two.next()];
      while (!a.done || !b.done) {
        if (!a.done) a = one.next();
        if (!b.done) b = two.next();
      }
      if (b.value) other.tell(b.value.id, loss(b.value));
      if (!a.value) break;
      sliced.tell(a.value.id, loss(a.value));
    }
    assert.deepEqual(sliced.jobs, whole.jobs);
    assert.deepEqual(sliced.origins, whole.origins);
  });

  it('counts failures as bad', () => {
    const scheduler = start(space, 3);
    play(scheduler, job => (job.configuration.get('optimizer') === 'adam' ? NaN : loss(job)));
    const late = scheduler.origins
      .map((origin, trial) => ({ origin, job: scheduler.jobs.find(job => job.trial === trial) }))
      .slice(60)
      .filter(({ origin }) => origin.kind === 'model');
    const sgd = late.filter(({ job }) => job?.configuration.get('optimizer') === 'sgd');
    assert.ok(sgd.length > 0.9 * late.length);
  });

  it('ends when everything is forbidden', () => {
    const nothing = {
      ...space,
      forbidden: [{ kind: 'in' as const, parent: 'optimizer', values: ['adam', 'sgd'] }],
    };
    assert.equal(finish(bohbSearch().suggest(nothing, [], randomStream(1))), undefined);
  });
});
