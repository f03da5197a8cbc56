import assert from 'node:assert/strict';
import { listed } from '../../../src/core/fidelity/configurationSources';
import { topFraction } from '../../../src/core/fidelity/schedule';
import type { Job } from '../../../src/core/fidelity/scheduler';
import { successiveHalving } from '../../../src/core/fidelity/successiveHalving';
import { fixture } from './fixture';
import { numbered, playOnCluster } from './play';

const start = (trials: number, resources: readonly number[], eta: number) =>
  successiveHalving({
    bracket: n => (n === 0 ? { configurations: trials, resources, promoted: topFraction(eta) } : undefined),
    source: listed(numbered(trials)),
  });

/** Asks until there is nothing to ask, then tells in the order that `arrange` gives. */
function play(
  optimiser: ReturnType<typeof start>,
  loss: (suggestion: Job) => number,
  arrange: (batch: Job[]) => Job[] = batch => batch,
): void {
  for (;;) {
    const batch: Job[] = [];
    for (let next = optimiser.ask(); next; next = optimiser.ask()) batch.push(next);
    if (batch.length === 0) return;
    for (const suggestion of arrange(batch)) optimiser.tell(suggestion.id, loss(suggestion));
  }
}

describe('successiveHalving', () => {
  for (const [index, { eta, losses, survivors }] of fixture.tables.entries()) {
    it(`keeps the reference survivors of fixed loss table ${index + 1} in whatever order losses arrive`, () => {
      const resources = survivors.map((_, rung) => eta ** rung);
      const loss = ({ trial, rung }: Job): number => losses[trial]?.[rung] ?? NaN;
      const inOrder = start(losses.length, resources, eta);
      const reversed = start(losses.length, resources, eta);
      play(inOrder, loss);
      play(reversed, loss, batch => batch.reverse());
      const reached = survivors.map((_, rung) =>
        inOrder.decisions
          .filter(decision => decision.rung === rung)
          .map(({ trial }) => trial)
          .sort((a, b) => a - b),
      );
      assert.deepEqual(reached, survivors);
      assert.deepEqual(reversed.decisions, inOrder.decisions);
    });
  }

  it('records the rank, how many were compared and how many went on', () => {
    const optimiser = start(9, [1, 3, 9], 3);
    play(optimiser, ({ trial }) => 9 - trial);
    assert.deepEqual(
      optimiser.decisions.find(({ trial, rung }) => trial === 2 && rung === 0),
      {
        trial: 2,
        bracket: 0,
        rung: 0,
        resource: 1,
        loss: 7,
        rank: 7,
        of: 9,
        promoted: 3,
        outcome: 'stopped',
        told: 9,
      },
    );
    assert.equal(optimiser.decisions.at(-1)?.outcome, 'finished');
    assert.equal(optimiser.decisions.at(-1)?.trial, 8);
  });

  it('suggests nothing while a rung waits for a result', () => {
    const optimiser = start(3, [1, 3], 3);
    const batch = [optimiser.ask(), optimiser.ask(), optimiser.ask()];
    assert.equal(optimiser.ask(), undefined);
    batch.forEach((suggestion, loss) => optimiser.tell(suggestion?.id ?? -1, loss));
    assert.equal(optimiser.ask()?.resource, 3);
  });

  it('begins the next bracket while a rung waits when it may, and comes back to the rung', () => {
    const scheduler = successiveHalving({
      bracket: n => (n < 2 ? { configurations: 2, resources: [1, 2], promoted: topFraction(2) } : undefined),
      source: listed(numbered(4)),
      whileWaiting: 'nextBracket',
    });
    const jobs = [scheduler.ask(), scheduler.ask(), scheduler.ask()];
    assert.deepEqual(
      jobs.map(job => job?.bracket),
      [0, 0, 1],
    );
    scheduler.tell(0, 0.2);
    scheduler.tell(1, 0.1);
    assert.deepEqual([scheduler.ask()?.trial, scheduler.ask()?.trial, scheduler.ask()], [1, 3, undefined]);
  });

  it('ends when there are no more configurations, with those it has', () => {
    const scheduler = successiveHalving({
      bracket: () => ({ configurations: 4, resources: [1, 2], promoted: topFraction(2) }),
      source: listed(numbered(6)),
    });
    playOnCluster(scheduler, { workers: 3, loss: ({ trial }) => trial });
    assert.deepEqual(
      scheduler.decisions.filter(({ outcome }) => outcome === 'finished').map(({ trial }) => trial),
      [0, 1, 4],
    );
  });

  it('never lets a failed trial go on', () => {
    const optimiser = start(4, [1, 2], 2);
    play(optimiser, ({ trial }) => (trial === 3 ? 1 : NaN));
    assert.deepEqual(
      optimiser.decisions.filter(({ rung }) => rung === 1).map(({ trial }) => trial),
      [3],
    );
  });

  it('ranks failed trials last and equal losses by trial', () => {
    const optimiser = start(4, [1, 2], 2);
    const losses = [-Infinity, NaN, 0.5, 0.5];
    play(optimiser, ({ trial }) => losses[trial] ?? NaN);
    assert.deepEqual(
      optimiser.decisions.filter(({ rung }) => rung === 0).map(({ trial }) => trial),
      [2, 3, 0, 1],
    );
  });

  it('refuses a result nobody waits for', () => {
    const optimiser = start(2, [1], 2);
    const first = optimiser.ask();
    optimiser.tell(first?.id ?? -1, 1);
    assert.throws(() => optimiser.tell(first?.id ?? -1, 1), RangeError);
    assert.throws(() => optimiser.tell(99, 1), RangeError);
  });
});
