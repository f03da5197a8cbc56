import assert from 'node:assert/strict';
import { DemoError } from '../../../../src/core/demos/demo';
import { pbt } from '../../../../src/core/demos/pbt/pbt';
import type { Report } from '../../../../src/core/report/report';
import type { SearchSpace } from '../../../../src/core/space/searchSpace';
import { makeSpace, onlyConstants } from '../halvingSpaces';
import { allReports, chartRows, chartsOf, checksOf, itDrawsCharts, reportOf } from '../reading';

const reports = (space: SearchSpace, given: Record<string, unknown> = {}, seed = 1) =>
  allReports(pbt, { space, given, seed });
const last = (space: SearchSpace, given: Record<string, unknown> = {}, seed = 1) =>
  reportOf(pbt, { space, given, seed });

describe('the demonstration of population-based training', () => {
  const space = makeSpace();
  const all = reports(space);
  const report = all.at(-1) ?? assert.fail();

  it('answers with the population’s loss beside that of the best schedule and the best fixed configuration', () => {
    assert.match(
      report.answer,
      /^For 2000 units 20 members end at a loss of [\d.e-]+; the best schedule there is at 0\.0379, the best of 1000 fixed configurations at [\d.e-]+\. Over 40 runs copying pays: [\d.e-]+ above the best schedule, against [\d.e-]+ without\.$/,
    );
  });

  it('passes its own checks', () => {
    assert.deepEqual([...new Set(checksOf(report).map(({ status }) => status))], ['PASS']);
  });

  it('finds no gain where nobody copies', () => {
    const alone = last(space, { quantile: 0 });
    assert.match(alone.answer, /copying does not pay/);
    assert.equal(chartRows(alone, 'pbt-losses', 'events').length, 0);
  });

  it('gains most where the best values move', () => {
    const gain = (drift: number): number => {
      const summaries = chartRows(last(space, { drift }), 'pbt-contest', 'summaries');
      return Number(summaries[1]?.['median']) - Number(summaries[0]?.['median']);
    };
    assert.ok(gain(1) > 1.5 * gain(0));
  });

  it('gives the same bytes for the same seed and another lineage for another', () => {
    assert.equal(JSON.stringify(last(space)), JSON.stringify(report));
    const lineage = (of: Report) => chartRows(of, 'pbt-lineage', 'lineage');
    assert.notDeepEqual(lineage(last(space, {}, 2)), lineage(report));
  });

  it('shows at any moment what has been trained until then, and where it came from', () => {
    const counts = all.map(partial => chartRows(partial, 'pbt-lineage', 'lineage').length);
    assert.ok(counts.length > 4);
    assert.deepEqual(
      counts,
      [...counts].sort((a, b) => a - b),
    );
    for (const partial of all) {
      const members = new Set(chartRows(partial, 'pbt-lineage', 'lineage').map(({ member }) => member));
      for (const { parent } of chartRows(partial, 'pbt-lineage', 'lineage')) assert.ok(members.has(parent));
      for (const { summary } of chartsOf(partial)) assert.doesNotMatch(summary, /NaN|Infinity|undefined/);
    }
  });

  it('says what to change when nothing varies', () => {
    assert.throws(() => last(makeSpace({ parameters: onlyConstants })), DemoError);
  });

  itDrawsCharts(report);
});
