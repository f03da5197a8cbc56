import assert from 'node:assert/strict';
import { bohb } from '../../../../src/core/demos/bohb/bohb';
import { DemoError } from '../../../../src/core/demos/demo';
import type { Report } from '../../../../src/core/report/report';
import type { SearchSpace } from '../../../../src/core/space/searchSpace';
import { makeSpace, onlyConstants } from '../halvingSpaces';
import { allReports, chartsOf, checksOf, itDrawsCharts, reportOf } from '../reading';

const reports = (space: SearchSpace, given: Record<string, unknown> = {}, seed = 1) =>
  allReports(bohb, { space, given, seed });
const last = (space: SearchSpace, given: Record<string, unknown> = {}, seed = 1) =>
  reportOf(bohb, { space, given, seed });

describe('the demonstration of BOHB', () => {
  const space = makeSpace();
  const all = reports(space);
  const report = all.at(-1) ?? assert.fail();

  it('answers with how many configurations models drew and three regrets', () => {
    assert.match(
      report.answer,
      /^Models draw \d+ of 294 configurations: for 2142 units BOHB ends [\d.e-]+ above the best possible loss, Hyperband [\d.e-]+ and random search [\d.e-]+ \(medians of 30 runs\)\.$/,
    );
  });

  it('passes its own checks', () => {
    assert.deepEqual([...new Set(checksOf(report).map(({ status }) => status))], ['PASS']);
  });

  it('gives the same bytes for the same seed and other configurations for another', () => {
    const given = { rounds: 2 };
    assert.equal(JSON.stringify(last(space, given)), JSON.stringify(last(space, given)));
    const origins = (of: Report) => chartsOf(of).find(({ id }) => id === 'bohb-origins')?.data;
    assert.notDeepEqual(origins(last(space, given, 2)), origins(last(space, given)));
  });

  it('shows at any moment what has been done until then', () => {
    const counts = all.map(
      partial => chartsOf(partial).find(({ id }) => id === 'bohb-origins')?.data['origins']?.length ?? 0,
    );
    assert.ok(counts.length > 4);
    assert.deepEqual(
      counts,
      [...counts].sort((a, b) => a - b),
    );
    for (const partial of all) {
      assert.equal(partial.provenance.demo, 'bohb');
      for (const { data, summary } of chartsOf(partial)) {
        assert.match(summary, /\d/);
        assert.ok(Object.values(data).every(rows => rows.every(row => Object.keys(row).length > 0)));
      }
    }
  });

  it('is Hyperband, and says so, while no budget has enough results', () => {
    const without = last(space, { rounds: 1, points: 200 });
    assert.match(without.answer, /^Models draw 0 of 49 configurations/);
    assert.ok(!chartsOf(without).some(({ id }) => id === 'bohb-densities'));
    assert.match(
      checksOf(without).find(({ name }) => name.startsWith('Models'))?.message ?? '',
      /this was Hyperband/,
    );
  });

  it('says what to change when nothing varies or the search cannot be', () => {
    assert.throws(() => last(makeSpace({ parameters: onlyConstants })), DemoError);
    assert.throws(() => last(space, { minResource: 9, maxResource: 3 }), /raise it/);
    assert.throws(() => last(space, { maxResource: 2000, rounds: 20 }), /take fewer rounds/);
  });

  itDrawsCharts(report);
});
