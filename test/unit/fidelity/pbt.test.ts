import assert from 'node:assert/strict';
import fc from 'fast-check';
import { listed, sampled } from '../../../src/core/fidelity/configurationSources';
import { ancestry, pbt, truncated, type PbtJob, type PbtScheduler } from '../../../src/core/fidelity/pbt';
import { explore } from '../../../src/core/fidelity/pbtExplore';
import { runOnCluster } from '../../../src/core/fidelity/cluster';
import { randomStream, type RandomStream } from '../../../src/core/numeric/random';
import type { Configuration } from '../../../src/core/space/searchSpace';
import { makeSpace } from '../demos/halvingSpaces';
import { numbered } from './play';

const space = makeSpace();
const resources = [1, 2, 3, 4, 5, 6];

const start = (seed = 1, synchronous = false, population = 8): PbtScheduler =>
  pbt({
    population,
    resources,
    source: sampled(space, 'random', seed),
    explore: (_, copied, random) => explore(space, copied, random),
    synchronous,
    seed,
  });

const loss = ({ configuration, resource }: PbtJob): number =>
  Math.abs(Math.log10(Number(configuration.get('lr'))) + 3) / resource;

function play(scheduler: PbtScheduler): void {
  for (let job = scheduler.ask(); job; job = scheduler.ask()) scheduler.tell(job.id, loss(job));
}

/**
 * The toy of Jaderberg et al. 2017, figure 2: 1.2 − θ₀² − θ₁² is to be grown by steps along the gradient of
 * 1.2 − h₀θ₀² − h₁θ₁²; two workers with h = (0, 1) and (1, 0), 200 steps of size 0.01, compared every 4.
 *
 * @returns the larger of both at the end.
 */
function toy(
  seed: number,
  next: (own: Configuration, copied: Configuration, random: RandomStream) => Configuration,
  quantile?: number,
): number {
  const scheduler = pbt({
    population: 2,
    resources: Array.from({ length: 50 }, (_, k) => 4 * (k + 1)),
    source: listed([
      new Map([
        ['h0', 0],
        ['h1', 1],
      ]),
      new Map([
        ['h0', 1],
        ['h1', 0],
      ]),
    ]),
    explore: next,
    quantile,
    synchronous: true,
    seed,
  });
  const models = new Map<number, readonly number[]>();
  const value = ([a = 0, b = 0]: readonly number[]): number => 1.2 - a ** 2 - b ** 2;
  for (let job = scheduler.ask(); job; job = scheduler.ask()) {
    let model = models.get(job.parent ?? -1) ?? [0.9, 0.9];
    const h = [Number(job.configuration.get('h0')), Number(job.configuration.get('h1'))];
    for (let step = 0; step < 4; step++) model = model.map((x, i) => x - 0.01 * 2 * (h[i] ?? 0) * x);
    models.set(job.id, model);
    scheduler.tell(job.id, -value(model));
  }
  return Math.max(...scheduler.jobs.slice(-2).map(({ id }) => value(models.get(id) ?? [])));
}

const keepOwn = (own: Configuration): Configuration => own;

/** Takes over the other's weights of the gradient as well and moves both, within 0 and 1. */
const moveBoth = (_: Configuration, copied: Configuration, random: RandomStream): Configuration =>
  new Map(
    [...copied].map(([name, h]) => [name, Math.min(1, Math.max(0, Number(h) + 0.1 * random.normal()))]),
  );

describe('population based training', () => {
  it('leaves the toy of the paper where a grid leaves it when nobody copies', () => {
    assert.ok(Math.abs(toy(1, keepOwn, 0) - 0.3897494379486973) < 1e-12);
  });

  it('carries the toy as far as copying alone does in the reference', () => {
    assert.ok(Math.abs(toy(1, keepOwn) - 1.1715075264987311) < 1e-12);
  });

  it('carries the toy as far as copying and exploring do in the reference', () => {
    const values = Array.from({ length: 101 }, (_, seed) => toy(seed, moveBoth)).sort((a, b) => a - b);
    // Median and middle nine tenths of 200 seeds: 1.1969 and 1.1905 … 1.1987.
    const median = values[50] ?? NaN;
    assert.ok(median > 1.1905 && median < 1.1987, String(median));
  });

  it('cuts off as many as Ray does, and never more than half', () => {
    assert.deepEqual(
      [1, 2, 3, 4, 8, 10, 20].map(n => truncated(n, 0.25)),
      [0, 1, 1, 1, 2, 3, 5],
    );
    assert.equal(truncated(10, 0.2), 2);
    assert.equal(truncated(10, 1), 5);
  });

  it('lets only the bottom copy, and only from the top, when all are compared', () => {
    const scheduler = start(1, true);
    play(scheduler);
    assert.ok(scheduler.exploits.length === 2 * (resources.length - 1));
    for (const { rung, member, copied } of scheduler.exploits) {
      const ranked = scheduler.jobs
        .filter(job => job.rung === rung)
        .sort((a, b) => (a.loss ?? NaN) - (b.loss ?? NaN))
        .map(({ trial }) => trial);
      assert.ok(ranked.indexOf(member) >= 6);
      assert.ok(ranked.indexOf(copied) < 2);
    }
  });

  it('trains every member and every model for exactly the last resource', () => {
    const scheduler = start();
    play(scheduler);
    assert.equal(scheduler.jobs.length, 8 * resources.length);
    for (const { id, rung } of scheduler.jobs.filter(job => job.rung === resources.length - 1)) {
      const line = ancestry(scheduler.jobs, id);
      assert.equal(line.length, rung + 1);
      assert.equal(
        line.reduce((sum, job) => sum + job.resource - job.from, 0),
        6,
      );
    }
  });

  it('keeps its lineage a forest, no model past the last resource, on workers that straggle and crash', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.integer({ min: 1, max: 10 }), fc.boolean(), (seed, workers, together) => {
        const scheduler = start(seed, together);
        const run = runOnCluster(scheduler, {
          workers,
          loss,
          stragglers: { share: 0.3, slowdown: 3 },
          crashes: { rate: 0.05, restarts: 0 },
          random: randomStream(seed),
        });
        while (!run.next().done);
        for (const { id, parent, from, resource, rung } of scheduler.jobs) {
          assert.ok(resource <= 6);
          if (parent === undefined) {
            assert.equal(rung, 0);
            continue;
          }
          assert.ok(parent < id);
          assert.equal(scheduler.jobs[parent]?.resource, from);
          assert.ok(Number.isFinite(scheduler.jobs[parent].loss));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('gives the same trace for the same seed, and another for another', () => {
    const [one, two, other] = [start(3), start(3), start(4)];
    [one, two, other].forEach(play);
    assert.deepEqual(one.jobs, two.jobs);
    assert.deepEqual(one.exploits, two.exploits);
    assert.notDeepEqual(one.exploits, other.exploits);
  });

  it('lets a failed member take over as soon as there is a model', () => {
    const scheduler = pbt({
      population: 2,
      resources: [1, 2],
      source: listed(numbered(2)),
      explore: keepOwn,
      seed: 1,
    });
    const [a, b] = [scheduler.ask(), scheduler.ask()];
    scheduler.tell(a?.id ?? -1, NaN);
    assert.equal(scheduler.ask(), undefined);
    scheduler.tell(b?.id ?? -1, 1);
    const { trial, parent } = scheduler.ask() ?? assert.fail();
    assert.deepEqual([trial, parent], [0, 1]);
  });

  it('ends when all have failed', () => {
    const scheduler = start(1, true, 3);
    for (let job = scheduler.ask(); job; job = scheduler.ask()) scheduler.tell(job.id, NaN);
    assert.equal(scheduler.jobs.length, 3);
  });

  it('makes do with fewer members than asked for', () => {
    const scheduler = pbt({
      population: 9,
      resources: [1, 2],
      source: listed(numbered(3)),
      explore: keepOwn,
      synchronous: true,
      seed: 1,
    });
    for (let job = scheduler.ask(); job; job = scheduler.ask()) scheduler.tell(job.id, job.trial);
    assert.equal(scheduler.jobs.length, 6);
  });
});
