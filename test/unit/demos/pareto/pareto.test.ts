import assert from 'node:assert/strict';
import { DemoError, resolveOptions, type Demo } from '../../../../src/core/demos/demo';
import { multiObjective } from '../../../../src/core/demos/pareto/multiObjective';
import { pareto } from '../../../../src/core/demos/pareto/pareto';
import { supportedPoints } from '../../../../src/core/demos/pareto/weightsTable';
import { dominates } from '../../../../src/core/pareto/dominance';
import type { ChartBlock, Report } from '../../../../src/core/report/report';
import type { SearchSpace } from '../../../../src/core/space/searchSpace';
import { drawChart } from '../drawChart';
import { makeSpace, onlyConstants } from '../halvingSpaces';
import { blocksOf, chartsOf, checksOf } from '../reading';

function run(demo: Demo, space: SearchSpace, given: Record<string, unknown> = {}, seed = 1) {
  const options = resolveOptions(demo.controls(space), given);
  const steps = demo.run({ space, options, seed, source: { file: 'sweep.yaml', toolVersion: '1' } });
  const partials: Report[] = [];
  for (;;) {
    const step = steps.next();
    if (step.done) return { report: step.value, partials };
    assert.ok(step.value.fraction >= 0 && step.value.fraction <= 1);
    if (step.value.partial) partials.push(step.value.partial);
  }
}

const failures = (report: Report) => checksOf(report).filter(({ status }) => status === 'FAIL');

describe('the Pareto frontier', () => {
  const { report, partials } = run(pareto, makeSpace(), { trials: 24 });

  it('answers with the knee and what lies on either side of it, in numbers', () => {
    assert.match(report.answer, /\d.*doubling of the cost buys.*points of error/);
    assert.deepEqual(failures(report), []);
    assert.equal(partials.length, 1);
  });

  it('shows at every step only what nothing before it dominates', () => {
    const { data, slider } = chartsOf(report)[0] as ChartBlock;
    assert.equal(slider?.captions.length, 24);
    const trials = data['trials'] ?? [];
    for (const { step, error, cost } of data['fronts'] ?? []) {
      for (const other of trials.slice(0, Number(step))) {
        const losses = [Number(other['error']), Number(other['cost'])];
        assert.ok(!dominates(losses, [Number(error), Number(cost)]));
      }
    }
  });

  it('has a place on the slider for every point that can be picked, with its configuration in words', () => {
    const { data, slider, table } = chartsOf(report)[1] as ChartBlock;
    assert.equal(slider?.parameter, 'place');
    assert.deepEqual(
      (data['front'] ?? []).map(({ place }) => place),
      slider.captions.map((_, i) => i + 1),
    );
    assert.ok(slider.captions.every(caption => /lr \S+/.test(caption)));
    assert.equal(table.rows.length, slider.captions.length);
  });

  it('says along the frontier what is given up for what is gained', () => {
    const table = blocksOf(report).find(block => block.kind === 'table');
    assert.ok(table?.kind === 'table' && table.rows.length > 2);
    for (const { gained, given, rate } of table.rows.slice(1)) {
      assert.ok(Number(gained) > 0 && Number(given) > 0 && Number(rate) > 0);
    }
    assert.equal(table.rows.filter(({ knee }) => knee !== null).length, 1);
  });

  it('draws its charts without a warning, and the same from the same seed', async () => {
    for (const chart of chartsOf(report)) assert.deepEqual((await drawChart(chart)).warnings, []);
    assert.deepEqual(run(pareto, makeSpace(), { trials: 24 }).report, report);
  });

  it('runs by each search, for each cost and with any parameter for the size', () => {
    for (const given of [
      { method: 'random', cost: 'memory' },
      { method: 'nsga2', driver: 'lr' },
      { method: 'parego', cost: 'parameters' },
    ]) {
      const { report } = run(pareto, makeSpace(), { trials: 12, ...given });
      assert.deepEqual(failures(report), []);
    }
  });

  it('says what is missing where nothing can be traded', () => {
    assert.throws(() => run(pareto, makeSpace({ parameters: onlyConstants })), DemoError);
  });
});

describe('multi-objective tuning', () => {
  const { report, partials } = run(multiObjective, makeSpace(), { trials: 20, runs: 3 });

  it('compares four searches, showing each as soon as it is done', async () => {
    assert.equal(partials.length, 4);
    assert.match(report.answer, /of the attainable hypervolume/);
    const [comparison] = blocksOf(report).filter(block => block.kind === 'table');
    assert.deepEqual(
      comparison?.rows.map(({ median }) => Number(median) > 0 && Number(median) <= 100 + 1e-9),
      [true, true, true, true],
    );
    for (const chart of chartsOf(report)) assert.deepEqual((await drawChart(chart)).warnings, []);
  });

  it('never loses hypervolume from one trial to the next', () => {
    const rows = chartsOf(report)[0]?.data['history'] ?? [];
    rows.forEach((row, i) => {
      const before = rows[i - 1];
      if (before && before['method'] === row['method']) {
        assert.ok(Number(row['median']) >= Number(before['median']));
      }
    });
  });

  it('counts the points of the frontier that some weights would choose', () => {
    const point = (error: number, cost: number) => ({
      trial: 0,
      configuration: new Map(),
      error,
      cost,
      losses: [error, Math.log(cost)],
    });
    const dented = [point(0.5, 1), point(0.45, 2), point(0.1, 4), point(0.09, 8)];
    assert.equal(supportedPoints(dented), 3);
    assert.equal(supportedPoints(dented.slice(0, 1)), 1);
  });
});
