import assert from 'node:assert/strict';
import { DemoError } from '../../../../src/core/demos/demo';
import { hyperband } from '../../../../src/core/demos/hyperband/hyperband';
import type { Report } from '../../../../src/core/report/report';
import type { SearchSpace } from '../../../../src/core/space/searchSpace';
import { makeSpace, onlyConstants, stated } from '../halvingSpaces';
import { allReports, chartsOf, checksOf, itDrawsCharts, reportOf, tableOf } from '../reading';

const reports = (space: SearchSpace, given: Record<string, unknown> = {}, seed = 1) =>
  allReports(hyperband, { space, given, seed });
const last = (space: SearchSpace, given: Record<string, unknown> = {}, seed = 1) =>
  reportOf(hyperband, { space, given, seed });

describe('the demonstration of Hyperband', () => {
  const space = makeSpace();
  const report = last(space);

  it('answers with the brackets, what a round costs and its regret beside that of random search', () => {
    assert.match(
      report.answer,
      /^5 brackets train 143 configurations for 1902 units \(1581 if trials resume\), as much as 19 in full; for that the best found is [\d.e-]+ above the best possible loss, against [\d.e-]+ for random search\.$/,
    );
  });

  it('shows both conventions side by side', () => {
    assert.deepEqual(
      tableOf(report, 'Both conventions').rows.map(({ paper, printed }) => [paper, printed]),
      [
        ['81 → 27 → 9 → 3 → 1', '81 → 27 → 9 → 3 → 1'],
        ['34 → 11 → 3 → 1', '27 → 9 → 3 → 1'],
        ['15 → 5 → 1', '9 → 3 → 1'],
        ['8 → 2', '6 → 2'],
        ['5', '5'],
      ],
    );
  });

  it('passes its own checks and beats random search', () => {
    assert.deepEqual([...new Set(checksOf(report).map(({ status }) => status))], ['PASS']);
  });

  it('gives the same bytes for the same seed and other regrets for another', () => {
    assert.equal(JSON.stringify(last(space)), JSON.stringify(report));
    const regret = (of: Report) => chartsOf(of).find(({ id }) => id === 'hyperband-regret')?.data;
    assert.notDeepEqual(regret(last(space, {}, 2)), regret(report));
  });

  it('shows the brackets at once', () => {
    const [first] = reports(space);
    assert.deepEqual(
      first?.sections.map(({ id }) => id),
      ['brackets'],
    );
  });

  it('walks through other factors, least resources and workers, each read out with its cost', () => {
    const sliders = chartsOf(report).filter(({ slider }) => slider);
    assert.deepEqual(
      sliders.map(({ id }) => id),
      ['hyperband-factor', 'hyperband-least', 'hyperband-workers'],
    );
    for (const { slider, data } of sliders) {
      assert.equal(slider?.captions.length, data['options']?.length);
      assert.match(slider?.captions[0] ?? '', /(Cost|Time) \d/);
    }
    const times = sliders[2]?.data['options']?.map(({ time }) => Number(time)) ?? [];
    assert.deepEqual(
      times,
      [...times].sort((a, b) => b - a),
    );
    // One worker takes what a round costs when trials resume.
    assert.equal(times[0], 1581);
  });

  it('puts what the file’s tool computes beside it and says where it differs', () => {
    const katib = makeSpace({
      format: 'katib-experiment',
      earlyStopping: {
        name: 'hyperband',
        family: 'hyperband',
        maxResource: stated(243),
        reductionFactor: stated(3),
      },
    });
    const [first] = reports(katib);
    assert.ok(first);
    const rows = tableOf(first, 'Exact and computed').rows;
    assert.deepEqual(
      [rows[0]?.['exact'], rows[0]?.['tool'], rows[0]?.['difference']],
      ['243 for 1', 'none', '▼ missing'],
    );
    assert.equal(checksOf(first).find(({ name }) => name === 'Katib runs every bracket')?.status, 'WARN');
    assert.equal(
      first.sections
        .find(({ id }) => id === 'tool')
        ?.caption?.startsWith('For the numbers in the file Katib differs'),
      true,
    );
  });

  it('counts a round that is too large to play', () => {
    const large = last(space, { maxResource: 50_000, minResource: 1 });
    assert.ok(!large.sections.some(({ id }) => id === 'regret'));
    assert.deepEqual(
      checksOf(large)
        .map(({ status }) => status)
        .filter(status => status !== 'PASS'),
      ['NOT_APPLICABLE'],
    );
  });

  it('says what to change when nothing varies or the resources cannot be', () => {
    assert.throws(() => last(makeSpace({ parameters: onlyConstants })), DemoError);
    assert.throws(() => last(space, { minResource: 9, maxResource: 3 }), /raise it/);
    assert.throws(() => last(space, { minResource: 1, maxResource: 1_000_000 }), /raise the least/);
  });

  itDrawsCharts(report);
});
