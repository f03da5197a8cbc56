import assert from 'node:assert/strict';
import type { Progress } from '../../../src/core/demos/demo';
import { drive } from '../../../src/core/demos/drive';
import type { Report } from '../../../src/core/report/report';

const report: Report = {
  version: 1,
  title: 'Counting',
  answer: 'Ten.',
  provenance: { demo: 'counting', seed: 1, options: {}, toolVersion: '0' },
  sections: [],
};

/** A world where every look at the clock follows one millisecond of work. */
function world() {
  const clock = { time: 0, pauses: 0 };
  return {
    clock,
    now: () => clock.time,
    pause: () => {
      clock.pauses++;
      clock.time += 100;
      return Promise.resolve();
    },
    work: () => {
      clock.time++;
    },
  };
}

function* counting(work: () => void, steps: number): Generator<Progress, Report, void> {
  for (let step = 1; step <= steps; step++) {
    work();
    yield { fraction: step / steps, message: String(step), partial: step % 4 === 0 ? report : undefined };
  }
  return report;
}

describe('drive', () => {
  it('returns the report and pauses each time a slice is used up', async () => {
    const { clock, now, pause, work } = world();
    assert.equal(await drive(counting(work, 20), { now, pause, sliceMilliseconds: 5 }), report);
    assert.equal(clock.pauses, 4);
  });

  it('reports the newest progress and the newest partial report once a slice', async () => {
    const { now, pause, work } = world();
    const seen: Progress[] = [];
    await drive(counting(work, 10), { now, pause, sliceMilliseconds: 3, onProgress: p => seen.push(p) });
    assert.deepEqual(
      seen.map(progress => [progress.message, progress.partial !== undefined]),
      [
        ['3', false],
        ['6', true],
        ['9', true],
      ],
    );
  });

  it('stops at the next step when aborted, closes the generator and returns nothing', async () => {
    const { clock, now, pause, work } = world();
    const signal = { aborted: false };
    const generator = counting(work, 1000);
    const pending = drive(generator, {
      now,
      pause: () => {
        signal.aborted = clock.pauses === 1;
        return pause();
      },
      sliceMilliseconds: 2,
      signal,
    });
    assert.equal(await pending, undefined);
    assert.equal(clock.time, 2 + 100 + 2 + 100);
    assert.equal(generator.next().done, true);
  });

  it('does no work at all when aborted before it starts', async () => {
    const { clock, now, pause, work } = world();
    const signal = { aborted: true };
    assert.equal(await drive(counting(work, 5), { now, pause, sliceMilliseconds: 5, signal }), undefined);
    assert.equal(clock.time, 0);
  });

  it('lets the error of a demonstration through', async () => {
    const { now, pause } = world();
    const failing = (function* (): Generator<Progress, Report, void> {
      yield { fraction: 0, message: '' };
      throw new Error('nothing to draw');
    })();
    await assert.rejects(drive(failing, { now, pause, sliceMilliseconds: 5 }), /nothing to draw/);
  });
});
