import assert from 'node:assert/strict';
import { DemoError, resolveOptions } from '../../../src/core/demos/demo';
import { halving } from '../../../src/core/demos/halving';
import type { Report } from '../../../src/core/report/report';
import type { SearchSpace } from '../../../src/core/space/searchSpace';
import { makeSpace, onlyConstants, usualParameters, wandbHyperband } from './halvingSpaces';
import { blocksOf, chartOf, checkOf, checksOf, itDrawsCharts, reportOf, reportsOf, tableOf } from './reading';

const sweep = makeSpace({ earlyStopping: wandbHyperband });

const run = (space: SearchSpace, given: Record<string, unknown> = {}, seed = 1) =>
  reportOf(halving, { space, given, seed, file: 'sweep.yaml' });

/** The report without the simulated runs, which are most of the work. */
const draw = (space: SearchSpace, given: Record<string, unknown> = {}, seed = 1): Report =>
  reportsOf(halving, { space, given, seed }).next().value;

describe('halving', () => {
  const report = run(sweep);

  it('answers with the trials, the rungs, both costs, the cost of full training and the survival of the best', () => {
    assert.match(
      report.answer,
      /^27 trials, 4 rungs: 108 epochs \(81 if trials resume\) instead of 729, and the best configuration survives in \d+ % of 200 runs\.$/,
    );
  });

  it('lists configurations, resource and cost of each rung', () => {
    assert.deepEqual(tableOf(report, 'Rungs').rows, [
      { rung: 0, configurations: 27, resource: 1, cost: 27, resumedCost: 27, promoted: 9 },
      { rung: 1, configurations: 9, resource: 3, cost: 27, resumedCost: 18, promoted: 3 },
      { rung: 2, configurations: 3, resource: 9, cost: 27, resumedCost: 18, promoted: 1 },
      { rung: 3, configurations: 1, resource: 27, cost: 27, resumedCost: 18, promoted: 0 },
    ]);
  });

  it('ends each of 27 curves where its trial was stopped and says why', () => {
    const { data } = chartOf(report, 'halving-curves');
    const ends = data['ends'] ?? [];
    assert.equal(ends.length, 27);
    for (const { trial, resource, loss, reason } of ends) {
      const last = (data['curves'] ?? []).filter(row => row['trial'] === trial).at(-1);
      assert.deepEqual([last?.['resource'], last?.['loss']], [resource, loss]);
      assert.match(
        String(reason),
        /^(stopped at rung \d+: rank \d+ of \d+, \d+ promoted|finished at rung 27: rank 1 of 1)$/,
      );
    }
    const stopped = tableOf(report, 'Stopped trials').rows;
    assert.equal(stopped.length, 26);
    assert.equal(
      stopped.filter(({ reason }) => /^stopped at rung 9: rank [23] of 3, 1 promoted$/.test(String(reason)))
        .length,
      2,
    );
  });

  it('draws a rung line at each rung on a logarithmic axis to the base of the reduction factor', () => {
    const { data, spec } = chartOf(report, 'halving-curves');
    assert.deepEqual(
      (data['rungs'] ?? []).map(({ resource }) => resource),
      [1, 3, 9, 27],
    );
    assert.match(JSON.stringify(spec), /"type":"log","base":3/);
  });

  it('passes its own checks', () => {
    assert.deepEqual(
      checksOf(report).map(({ status }) => status),
      ['PASS', 'PASS', 'PASS', 'PASS', 'PASS', 'PASS', 'PASS', 'INFO'],
    );
    assert.deepEqual(
      [checkOf(report, /spends what the table/).value, checkOf(report, /costs less/).target],
      [108, 729],
    );
  });

  it('gives the same bytes for the same seed and other curves for another', () => {
    assert.equal(JSON.stringify(run(sweep)), JSON.stringify(report));
    const other = draw(sweep, {}, 2);
    assert.notDeepEqual(chartOf(other, 'halving-curves').data, chartOf(report, 'halving-curves').data);
  });

  it('yields a partial report with the curves before the simulated runs', () => {
    const options = resolveOptions(halving.controls(sweep), {});
    const partials = [
      ...halving.run({ space: sweep, options, seed: 1, source: { toolVersion: '1' } }),
    ].flatMap(({ partial }) => partial ?? []);
    assert.ok(partials.length > 10);
    assert.equal(partials[0]?.answer, '27 trials, 4 rungs: 108 epochs (81 if trials resume) instead of 729.');
    assert.equal(partials[0]?.sections[0]?.id, 'curves');
  });

  it('promotes one more trial at each band when it computes as W&B does', () => {
    const asWandb = run(sweep, { asTool: true });
    assert.deepEqual(
      tableOf(asWandb, 'Rungs').rows.map(({ configurations, resource }) => [configurations, resource]),
      [
        [27, 1],
        [10, 3],
        [4, 9],
        [2, 27],
      ],
    );
    assert.match(asWandb.answer, /^27 trials, 4 rungs: 107 epochs instead of 729, and/);
    assert.ok(checksOf(asWandb).every(({ status }) => status !== 'FAIL'));
  });

  it('offers the W&B rule only on a W&B sweep', () => {
    const ids = (space: SearchSpace): string[] => halving.controls(space).map(({ id }) => id);
    assert.ok(ids(sweep).includes('asTool'));
    assert.ok(!ids(makeSpace({ format: 'katib-experiment' })).includes('asTool'));
  });

  it('draws at most 200 curves and states which', () => {
    const many = draw(sweep, { configurations: 256 });
    const trials = new Set(chartOf(many, 'halving-curves').data['curves']?.map(({ trial }) => trial));
    assert.equal(trials.size, 200);
    assert.ok(
      blocksOf(many).some(
        block => block.kind === 'text' && block.text.includes('200') && block.text.includes('56'),
      ),
    );
  });

  it('warns when nothing is ever stopped and when the configurations do not fill the rungs', () => {
    const single = run(sweep, { minResource: 27 });
    assert.match(checkOf(single, /trials to compare/).message, /nothing is ever stopped/);
    assert.equal(checkOf(single, /costs less/).status, 'WARN');
    assert.equal(checkOf(single, /lowest losses/).status, 'NOT_APPLICABLE');
    const few = run(sweep, { configurations: 12 });
    assert.equal(
      checkOf(few, /trials to compare/).message,
      '12 configurations fill 3 of 4 rungs; the last one needs 27.',
    );
    assert.equal(checkOf(few, /last rung is/).status, 'INFO');
  });

  it('shows where the truly best trial would have gone when it was stopped', () => {
    const seeds = Array.from({ length: 12 }, (_, seed) => draw(sweep, {}, seed));
    const missed = seeds.filter(other => chartOf(other, 'halving-curves').data['missed'] !== undefined);
    assert.ok(missed.length > 0 && missed.length < seeds.length);
    for (const other of missed) {
      assert.match(chartOf(other, 'halving-curves').summary, /the truly best one was stopped at \d+\.$/);
      assert.equal(tableOf(other, 'Stopped trials').rows.filter(({ best }) => best === 'yes').length, 1);
    }
  });

  it('says what to change when nothing varies or the resources are the wrong way round', () => {
    assert.throws(() => run(makeSpace({ parameters: onlyConstants })), DemoError);
    assert.throws(() => run(sweep, { minResource: 9, maxResource: 3 }), /raise it/);
  });

  it('yields after every few parameters drawn, also in a wide space', () => {
    const wide = makeSpace({
      parameters: Array.from({ length: 40 }, (_, i) =>
        usualParameters.map(p => ({ ...p, name: `${p.name}${i}`, condition: undefined })),
      )
        .flat()
        .map(({ name, domain }) => ({ name, domain })),
    });
    const options = resolveOptions(halving.controls(wide), { configurations: 50 });
    const steps = halving.run({ space: wide, options, seed: 1, source: { toolVersion: '1' } });
    let beforeCurves = 0;
    for (let step = steps.next(); !step.done && step.value.partial === undefined; step = steps.next()) {
      beforeCurves++;
    }
    assert.ok(beforeCurves >= 50);
  });

  itDrawsCharts(report);
});

describe('halving on other learning curves', () => {
  it('loses the best configuration the oftener, the less early losses tell of the end', () => {
    const survival = (correlation: number): number =>
      checkOf(run(sweep, { correlation }), /truly best/).value ?? NaN;
    assert.ok(survival(1) > 0.6 && survival(1) > survival(0.7) && survival(0.7) > survival(0.2));
  });

  it('never keeps a run that has diverged', () => {
    const report = run(sweep, { curves: 'diverging' });
    assert.ok(checksOf(report).every(({ status }) => status !== 'FAIL'));
  });
});
