import assert from 'node:assert/strict';
import { DemoError, resolveOptions } from '../../../../src/core/demos/demo';
import { pbt } from '../../../../src/core/demos/pbt/pbt';
import type { ChartBlock, CheckResult, Report, Row } from '../../../../src/core/report/report';
import type { SearchSpace } from '../../../../src/core/space/searchSpace';
import { drawChart } from '../drawChart';
import { makeSpace, onlyConstants } from '../halvingSpaces';

function reports(space: SearchSpace, given: Record<string, unknown> = {}, seed = 1): Report[] {
  const options = resolveOptions(pbt.controls(space), given);
  const steps = pbt.run({ space, options, seed, source: { toolVersion: '1' } });
  const seen: Report[] = [];
  for (;;) {
    const step = steps.next();
    if (step.done) return [...seen, step.value];
    if (step.value.partial) seen.push(step.value.partial);
  }
}

const last = (space: SearchSpace, given: Record<string, unknown> = {}, seed = 1): Report =>
  reports(space, given, seed).at(-1) ?? assert.fail();
const blocks = (report: Report) => report.sections.flatMap(section => section.blocks);
const charts = (report: Report): ChartBlock[] => blocks(report).filter(block => block.kind === 'chart');
const rows = (report: Report, id: string, data: string): readonly Row[] =>
  charts(report).find(chart => chart.id === id)?.data[data] ?? assert.fail();
const checks = (report: Report): readonly CheckResult[] =>
  blocks(report).flatMap(block => (block.kind === 'checks' ? block.checks : []));

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
    assert.deepEqual([...new Set(checks(report).map(({ status }) => status))], ['PASS']);
  });

  it('finds no gain where nobody copies', () => {
    const alone = last(space, { quantile: 0 });
    assert.match(alone.answer, /copying does not pay/);
    assert.equal(rows(alone, 'pbt-losses', 'events').length, 0);
  });

  it('gains most where the best values move', () => {
    const gain = (drift: number): number => {
      const summaries = rows(last(space, { drift }), 'pbt-contest', 'summaries');
      return Number(summaries[1]?.['median']) - Number(summaries[0]?.['median']);
    };
    assert.ok(gain(1) > 1.5 * gain(0));
  });

  it('gives the same bytes for the same seed and another lineage for another', () => {
    assert.equal(JSON.stringify(last(space)), JSON.stringify(report));
    const lineage = (of: Report) => rows(of, 'pbt-lineage', 'lineage');
    assert.notDeepEqual(lineage(last(space, {}, 2)), lineage(report));
  });

  it('shows at any moment what has been trained until then, and where it came from', () => {
    const counts = all.map(partial => rows(partial, 'pbt-lineage', 'lineage').length);
    assert.ok(counts.length > 4);
    assert.deepEqual(
      counts,
      [...counts].sort((a, b) => a - b),
    );
    for (const partial of all) {
      const members = new Set(rows(partial, 'pbt-lineage', 'lineage').map(({ member }) => member));
      for (const { parent } of rows(partial, 'pbt-lineage', 'lineage')) assert.ok(members.has(parent));
      for (const { summary } of charts(partial)) assert.doesNotMatch(summary, /NaN|Infinity|undefined/);
    }
  });

  it('says what to change when nothing varies', () => {
    assert.throws(() => last(makeSpace({ parameters: onlyConstants })), DemoError);
  });

  for (const { id } of charts(report)) {
    it(`draws ${id} without a warning, with a summary that carries numbers and rows to show`, async () => {
      const block = charts(report).find(other => other.id === id) ?? assert.fail();
      const { svg, warnings } = await drawChart(block);
      assert.deepEqual(warnings, []);
      assert.match(svg, /<path/);
      assert.doesNotMatch(svg, /theme:/);
      assert.match(block.summary, /\d/);
      assert.ok(block.table.rows.length > 0);
      for (const row of block.table.rows) {
        for (const { key } of block.table.columns) assert.ok(key in row, key);
      }
    });
  }
});
