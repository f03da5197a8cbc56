import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DemoError, resolveOptions } from '../../../../src/core/demos/demo';
import { randomNeeds, standing, type History } from '../../../../src/core/demos/search/history';
import { byImportance } from '../../../../src/core/demos/search/importance';
import { isSame, runOf, type Run } from '../../../../src/core/demos/search/run';
import { search } from '../../../../src/core/demos/search/search';
import { searchSetup } from '../../../../src/core/demos/search/setup';
import { regretOf, taskOf, type Task } from '../../../../src/core/demos/search/task';
import { randomStream } from '../../../../src/core/numeric/random';
import { finish } from '../../../../src/core/numeric/work';
import type { Report, Row } from '../../../../src/core/report/report';
import { randomSearch } from '../../../../src/core/search/randomSearch';
import { categoricalDomain, constantDomain, numericDomain } from '../../../../src/core/space/domains';
import type { SearchSpace } from '../../../../src/core/space/searchSpace';
import { anyDomain } from '../../space/arbitraryDomain';
import { makeSpace } from '../../space/makeSpace';
import { itDrawsCharts } from '../reading';
import { chartOf, checksOf } from '../reading';

const rate = numericDomain({ type: 'float', low: 1e-5, high: 0.1, scale: 'log' });
const unit = numericDomain({ type: 'float', low: 0, high: 1 });
const kernel = categoricalDomain([{ value: 'rbf' }, { value: 'linear' }, { value: 'poly' }]);
const mixed = makeSpace(
  { kernel, lr: rate, momentum: unit, degree: numericDomain({ type: 'integer', low: 2, high: 5 }) },
  { conditions: { degree: { kind: 'in', parent: 'kernel', values: ['poly'] } } },
);
const finite = makeSpace({ kernel, degree: numericDomain({ type: 'integer', low: 2, high: 5 }) });
const quick = { trials: 20, runs: 5, gpRuns: 0 };

describe('the regret of a search', () => {
  const tried = (told: number, loss: number) => ({ configuration: new Map(), told, loss });

  it('is that of the trial which looks best, not of the one which is', () => {
    const trials = [tried(3, 3), tried(1, 2), tried(1.5, 1.2), tried(0.5, 2.5)];
    assert.deepEqual(regretOf(trials, 1), [2, 1, 1, 1.5]);
  });

  it('never rises where there is no noise', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), losses => {
        const regret = regretOf(
          losses.map(loss => tried(loss, loss)),
          0,
        );
        regret.forEach((value, i) => assert.ok(value <= (regret[i - 1] ?? Infinity)));
      }),
      { seed: 1 },
    );
  });
});

describe('a task', () => {
  const task = taskOn(mixed, { noise: 0.5 });

  it('has a tenth of random configurations in its best tenth', () => {
    const share = task.reference.filter(({ loss }) => loss <= task.bestTenth).length / task.reference.length;
    assert.ok(Math.abs(share - 0.1) < 0.001, String(share));
  });

  it('adds the share of the losses’ spread that was asked for as noise', () => {
    const spread = deviationOf(task.reference.map(({ loss }) => loss));
    const noise = deviationOf(task.reference.map(({ loss, told }) => told - loss));
    assert.ok(Math.abs(task.deviation / spread - 0.5) < 1e-9);
    // The standard error of a standard deviation from 2048 draws is 1.6 %.
    assert.ok(Math.abs(noise / task.deviation - 1) < 0.06, String(noise / task.deviation));
  });

  it('names the parameter that explains most of the loss first', () => {
    const reference = task.reference.map(({ configuration }) => {
      const loss = (Number(configuration.get('momentum')) - 0.3) ** 2;
      return { configuration, loss, told: loss };
    });
    assert.equal(finish(byImportance(mixed, reference))[0]?.name, 'momentum');
  });
});

describe('one search of the comparison', () => {
  it('ends with the space, each configuration tried once', () => {
    const run = random(finite, 40, '1');
    assert.equal(run.trials.length, 12);
    assert.equal(run.repeated, 0);
    assert.equal(run.regret.at(-1), 0);
  });

  it('is the same for the same seed and another for another', () => {
    assert.ok(isSame(random(mixed, 10, '1'), random(mixed, 20, '1')));
    assert.ok(!isSame(random(mixed, 10, '2'), random(mixed, 20, '1')));
  });

  it('is within its space, conditions included', () => {
    assert.equal(random(mixed, 60, '1').outside, 0);
    const narrow = makeSpace({ kernel, lr: rate, momentum: unit });
    const foreign = runToEnd(runOf(randomSearch, narrow, taskOn(narrow), 5, '1'));
    assert.equal(foreign.outside, 0);
  });
});

describe('how a search stands beside random search', () => {
  const slow = history([
    [8, 6, 4, 4],
    [9, 7, 5, 5],
    [7, 5, 3, 3],
  ]);

  it('is compared on its own seeds only', () => {
    const fast = history([[4, 2, 1, 1]]);
    assert.deepEqual(standing(fast, slow), { trials: 4, low: 1, median: 1, high: 1, random: 4, arrival: 1 });
  });

  it('has not arrived where it stays above', () => {
    const worse = history([[9, 9, 9, 9]]);
    assert.equal(standing(worse, slow).arrival, undefined);
  });

  it('counts the trials random search takes in the median of the tasks', () => {
    const tasks = [
      [5, 4, 3, 2, 1],
      [5, 5, 5, 2, 2],
      [5, 3, 1],
    ].map(regret => ({ regret }) as unknown as Task);
    assert.equal(finish(randomNeeds(tasks, 3, 3)), 3);
    assert.equal(finish(randomNeeds(tasks, 1, 1)), 5);
    assert.equal(finish(randomNeeds(tasks, 3, 0)), undefined);
  });
});

describe('the comparison of searches', () => {
  const report = run(mixed, { ...quick, gpRuns: 2 });

  it('answers who leads, what random search would need, and what a grid does not look at', () => {
    assert.match(
      report.answer,
      /^After 20 trials (the Gaussian process|TPE|a Sobol sequence) is \S+ above the lowest possible loss in the median of \d+ seeds, random search \S+\. .*A grid of \d+ tries \d values of (lr|momentum) and ends \S+ times as far above as random search\.$/,
    );
  });

  it('takes the number of trials from the file', () => {
    const range = { start: 0, end: 0 };
    const stated = { ...mixed, budget: { trials: { value: 37, range } } };
    assert.equal(search.controls(stated).find(({ id }) => id === 'trials')?.value, 37);
    const large = { ...mixed, budget: { trials: { value: 5000, range } } };
    assert.equal(search.controls(large).find(({ id }) => id === 'trials')?.value, 100);
  });

  it('passes its checks: the models no worse than random, nothing twice, nothing outside, the same again', () => {
    const checks = checksOf(run(mixed, { trials: 40, runs: 7, gpRuns: 3, noise: 0 }));
    assert.equal(checks.length, 6);
    for (const check of checks) assert.equal(check.status, 'PASS', `${check.name} ${check.message}`);
  });

  it('counts random trials near a tenth in the best tenth, and those of a search that learns above', () => {
    const rows = compared(run(mixed, { trials: 50, runs: 11, gpRuns: 0 }));
    const good = (name: string): number => Number(rows.find(row => row['search'] === name)?.['good']);
    // 550 draws: a standard error of 1.3 %.
    assert.ok(Math.abs(good('Random') - 10) < 5, String(good('Random')));
    assert.ok(good('Parzen (TPE)') > 20, String(good('Parzen (TPE)')));
  });

  it('leaves out the searches that are switched off', () => {
    const rows = compared(run(mixed, { ...quick, grid: false, qmc: false, tpe: false }));
    assert.deepEqual(
      rows.map(row => row['search']),
      ['Random'],
    );
  });

  it('counts every trial of an unconditional parameter in one decade', () => {
    const chart = chartOf(report, 'search-decades');
    const total = (name: string): number =>
      (chart.data['decades'] ?? [])
        .filter(row => row['search'] === name)
        .reduce((sum, row) => sum + Number(row['trials']), 0);
    assert.equal(total('Random'), 20);
    assert.equal(total('Gaussian process'), 20);
  });

  it('shows one best trial for each search in each strip', () => {
    const best = chartOf(report, 'search-strips').data['trials']?.filter(
      row => row['kind'] === 'The best of its search',
    );
    assert.deepEqual(
      best?.map(row => row['search']),
      ['Random', 'Grid', 'Sobol', 'Parzen (TPE)', 'Gaussian process'],
    );
  });

  it('says of a space with fewer configurations than trials that a grid tries them all', () => {
    assert.match(run(finite, quick).answer, /^The space has 12 configurations, fewer than 20 trials:/);
  });

  it('shows what it has while it runs', () => {
    const options = resolveOptions(search.controls(mixed), quick);
    const partials = [...search.run({ space: mixed, options, seed: 1, source: { toolVersion: '1' } })]
      .flatMap(({ partial }) => partial ?? [])
      .map(partial => compared(partial).length);
    assert.deepEqual(partials, [1, 2, 3, 4]);
  });

  itDrawsCharts(report);

  it('gives the same bytes for the same seed', () => {
    assert.equal(JSON.stringify(run(mixed, quick)), JSON.stringify(run(mixed, quick)));
    assert.notEqual(JSON.stringify(run(mixed, quick, 2)), JSON.stringify(run(mixed, quick)));
  });

  it('has a report, or one sentence on what to change, for any space', () => {
    fc.assert(
      fc.property(fc.array(anyDomain, { minLength: 1, maxLength: 4 }), domains => {
        const space = makeSpace(Object.fromEntries(domains.map((domain, i) => [`p.${i}`, domain])), {
          conditions: { 'p.1': { kind: 'notIn', parent: 'p.0', values: [1] } },
        });
        try {
          const text = JSON.stringify(run(space, { trials: 10, runs: 3, gpRuns: 1 }));
          assert.ok(!/NaN|undefined|Infinity/.test(text), text);
        } catch (error) {
          assert.ok(error instanceof DemoError, String(error));
        }
      }),
      { numRuns: 15, seed: 1 },
    );
    assert.throws(() => run(makeSpace({ a: constantDomain(1) }), quick), DemoError);
  });

  it('says what to change where everything is forbidden', () => {
    const forbidden = [{ kind: 'above', parent: 'lr', bound: 0, inclusive: true }] as const;
    assert.throws(() => run({ ...mixed, forbidden }, quick), DemoError);
  });
});

function taskOn(space: SearchSpace, given: Record<string, unknown> = {}): Task {
  const options = resolveOptions(search.controls(space), given);
  const setup = searchSetup({ space, options, seed: 1, source: { toolVersion: '1' } });
  return finish(taskOf(setup, randomStream(1)));
}

function random(space: SearchSpace, trials: number, seed: string): Run {
  return runToEnd(runOf(randomSearch, space, taskOn(space, { noise: 0 }), trials, seed));
}

function runToEnd(work: ReturnType<typeof runOf>): Run {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

function history(regrets: readonly (readonly number[])[]): History {
  const runs = regrets.map(regret => ({
    trials: regret.map(loss => ({ configuration: new Map(), loss, told: loss })),
    regret,
    repeated: 0,
    outside: 0,
    good: 0,
  }));
  return { entry: { method: randomSearch, runs: runs.length }, runs };
}

function run(space: SearchSpace, given: Record<string, unknown> = {}, seed = 1): Report {
  const options = resolveOptions(search.controls(space), given);
  const steps = search.run({ space, options, seed, source: { file: 'space.pcs', toolVersion: '1' } });
  let fraction = 0;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    assert.ok(step.value.fraction >= fraction - 1e-12 && step.value.fraction <= 1);
    fraction = step.value.fraction;
  }
}

function compared(report: Report): readonly Row[] {
  for (const block of report.sections[0]?.blocks ?? []) if (block.kind === 'table') return block.rows;
  throw new Error('There is no table.');
}

function deviationOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
