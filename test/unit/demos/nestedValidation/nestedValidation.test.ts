import assert from 'node:assert/strict';
import { analyse } from '../../../../src/core/analyse';
import { resolveOptions } from '../../../../src/core/demos/demo';
import { nestedValidation } from '../../../../src/core/demos/nestedValidation/nestedValidation';
import type { Report } from '../../../../src/core/report/report';
import { drawChart } from '../drawChart';
import { chartRows, chartsOf, checksOf } from '../reading';

const text = 'method: random\nrun_cap: 30\nparameters:\n  lr: { min: 1.0e-4, max: 0.1 }\n';

function run(given: Record<string, unknown> = {}): Report {
  const [space] = analyse(text, 'yaml')?.spaces ?? assert.fail();
  const options = resolveOptions(nestedValidation.controls(space), given);
  const steps = nestedValidation.run({ space, options, seed: 1, source: { toolVersion: '1' } });
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    assert.ok(step.value.fraction >= 0 && step.value.fraction <= 1);
  }
}

describe('nested validation', function () {
  this.timeout(60_000);
  let report: Report;
  before(() => {
    report = run();
  });

  it('answers with the trials that the rows support, the rows that the trials need, and both biases', () => {
    assert.match(
      report.answer,
      /^Your 500 validation rows support \d+ trials within 1\.0 points; 30 trials need \d+ rows\. On Fisher’s irises flat cross-validation makes the best of 30 look \d\.\d points better than it is, nested -?\d\.\d\.$/,
    );
  });

  it('gives bias and variance of each way to validate', () => {
    const rows = chartRows(report, 'nested-ways', 'means');
    assert.deepEqual(
      rows.map(({ way }) => way),
      ['Flat cross-validation', 'Nested cross-validation', 'One hold-out fifth', 'A trial nobody chose'],
    );
    for (const { bias, deviation, rmse } of rows) {
      const squared = Number(bias) ** 2 + Number(deviation) ** 2;
      assert.ok(Math.abs(Number(rmse) / Math.sqrt(squared) - 1) < 0.02);
    }
    const [flat, nested, holdOut] = rows.map(({ deviation }) => Number(deviation));
    assert.ok(flat && nested && holdOut && holdOut > nested);
  });

  it('warns where the validation set supports fewer trials, and passes where it supports them', () => {
    assert.equal(checksOf(report)[0]?.status, 'WARN');
    const [supported] = checksOf(run({ trials: 2, rows: 10_000 }));
    assert.equal(supported?.status, 'PASS');
  });

  it('passes its other checks on every kind of data', () => {
    for (const data of ['iris', 'overlap', 'noise']) {
      const statuses = checksOf(run({ data })).map(({ status }) => status);
      assert.deepEqual(statuses.slice(1), ['INFO', 'PASS', 'PASS', 'PASS', 'PASS'], data);
    }
  });

  it('puts the unbiased expected best above the one with replacement, and both below the search at its end', () => {
    const rows = chartRows(report, 'nested-expected-best', 'best');
    const end = rows.filter(({ trials }) => trials === 30).map(({ best }) => Number(best));
    const [unbiased = NaN, replaced = NaN, seen = NaN] = end;
    assert.ok(Math.abs(unbiased - seen) < 1e-9 && replaced < unbiased);
  });

  it('gives the same bytes for the same seed', () => {
    assert.equal(JSON.stringify(run()), JSON.stringify(report));
  });

  it('draws its charts without a complaint', async () => {
    for (const chart of chartsOf(report)) assert.deepEqual((await drawChart(chart)).warnings, []);
  });
});
