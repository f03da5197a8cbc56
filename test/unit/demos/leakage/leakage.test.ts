import assert from 'node:assert/strict';
import { analyse } from '../../../../src/core/analyse';
import { resolveOptions } from '../../../../src/core/demos/demo';
import { leakage } from '../../../../src/core/demos/leakage/leakage';
import type { Report } from '../../../../src/core/report/report';
import { drawChart } from '../drawChart';
import { blocksOf, chartsOf, checksOf } from '../reading';

const sweep = 'method: random\nrun_cap: 40\nparameters:\n  lr: { min: 1.0e-4, max: 0.1 }\n';
const script =
  'def objective(trial):\n    X2 = SelectKBest(k=3).fit_transform(X, y)\n' +
  '    svc = SVC(C=trial.suggest_float("C", 1e-3, 10, log=True))\n    return cross_val_score(svc, X2, y).mean()\n';

function run(
  text: string,
  language: 'yaml' | 'python' = 'yaml',
  given: Record<string, unknown> = {},
): Report {
  const analysis = analyse(text, language) ?? assert.fail();
  const [space] = analysis.spaces;
  const options = resolveOptions(leakage.controls(space), given);
  const document = { text, findings: analysis.findings };
  const steps = leakage.run({ space, options, seed: 1, document, source: { file: 'a', toolVersion: '1' } });
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    assert.ok(step.value.fraction >= 0 && step.value.fraction <= 1);
  }
}

describe('leakage', function () {
  this.timeout(60_000);
  let report: Report;
  before(() => {
    report = run(sweep);
  });

  it('starts from the trials that the file asks for', () => {
    const [space] = analyse(sweep, 'yaml')?.spaces ?? assert.fail();
    assert.equal(leakage.controls(space).find(({ id }) => id === 'trials')?.value, 40);
  });

  it('answers with the trials, the rows, what is expected and what was measured, and the worst leak', () => {
    assert.match(
      report.answer,
      /^The best of 40 trials on 500 validation rows is expected to look \d\.\d points better than it is \(measured: \d\.\d to \d\.\d\)\. Mistakes with the data can fool far more, by \d\d\.\d points on labels without any signal: .+\.$/,
    );
  });

  it('measures every leak with an interval that holds its mean, and names what to do instead', () => {
    const [chart] = chartsOf(report);
    const rows = chart?.data['leaks'] ?? [];
    assert.equal(rows.length, 8);
    for (const { low, optimism, high } of rows) {
      assert.ok(Number(low) <= Number(optimism) && Number(optimism) <= Number(high));
    }
    const table = blocksOf(report).find(block => block.kind === 'table' && block.title === 'Leak by leak');
    assert.ok(table?.kind === 'table' && table.rows.every(({ remedy }) => String(remedy).length > 20));
  });

  it('passes its checks', () => {
    const statuses = checksOf(report).map(({ status }) => status);
    assert.deepEqual(statuses, ['PASS', 'PASS', 'PASS', 'PASS', 'PASS', 'PASS', 'PASS', 'INFO']);
  });

  it('expects nothing of one trial and more of more trials on fewer rows', () => {
    const rows = chartsOf(report)[1]?.data['optimism'] ?? [];
    const at = (size: string, trials: number): number =>
      Number(rows.find(row => row['rows'] === size && row['trials'] === trials)?.['optimism']);
    for (const size of ['125 rows', '500 rows', '2000 rows']) assert.ok(Math.abs(at(size, 1)) < 0.01);
    assert.ok(at('125 rows', 64) > at('500 rows', 64) && at('500 rows', 64) > at('2000 rows', 64));
    assert.ok(at('500 rows', 1024) > at('500 rows', 64));
  });

  it('shows the leaks of the open file where it holds any, and says so where it holds none', () => {
    const shown = run(script, 'python', { trials: 2 }).sections.find(({ id }) => id === 'file')?.blocks[0];
    assert.ok(shown?.kind === 'table');
    assert.deepEqual(
      shown.rows.map(({ line, what }) => [line, what]),
      [[2, 'Features selected before the split']],
    );
    const none = report.sections.find(({ id }) => id === 'file')?.blocks[0];
    assert.equal(none?.kind, 'text');
  });

  it('gives the same bytes for the same seed', () => {
    assert.equal(JSON.stringify(run(sweep)), JSON.stringify(report));
  });

  it('draws its charts without a complaint', async () => {
    for (const chart of chartsOf(report)) assert.deepEqual((await drawChart(chart)).warnings, []);
  });
});
