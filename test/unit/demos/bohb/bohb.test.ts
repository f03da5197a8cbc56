import assert from 'node:assert/strict';
import { bohb } from '../../../../src/core/demos/bohb/bohb';
import { DemoError, resolveOptions } from '../../../../src/core/demos/demo';
import type { ChartBlock, CheckResult, Report } from '../../../../src/core/report/report';
import type { SearchSpace } from '../../../../src/core/space/searchSpace';
import { drawChart } from '../drawChart';
import { makeSpace, onlyConstants } from '../halvingSpaces';

function reports(space: SearchSpace, given: Record<string, unknown> = {}, seed = 1): Report[] {
  const options = resolveOptions(bohb.controls(space), given);
  const steps = bohb.run({ space, options, seed, source: { toolVersion: '1' } });
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
const checks = (report: Report): readonly CheckResult[] =>
  blocks(report).flatMap(block => (block.kind === 'checks' ? block.checks : []));

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
    assert.deepEqual([...new Set(checks(report).map(({ status }) => status))], ['PASS']);
  });

  it('gives the same bytes for the same seed and other configurations for another', () => {
    const given = { rounds: 2 };
    assert.equal(JSON.stringify(last(space, given)), JSON.stringify(last(space, given)));
    const origins = (of: Report) => charts(of).find(({ id }) => id === 'bohb-origins')?.data;
    assert.notDeepEqual(origins(last(space, given, 2)), origins(last(space, given)));
  });

  it('shows at any moment what has been done until then', () => {
    const counts = all.map(
      partial => charts(partial).find(({ id }) => id === 'bohb-origins')?.data['origins']?.length ?? 0,
    );
    assert.ok(counts.length > 4);
    assert.deepEqual(
      counts,
      [...counts].sort((a, b) => a - b),
    );
    for (const partial of all) {
      assert.equal(partial.provenance.demo, 'bohb');
      for (const { data, summary } of charts(partial)) {
        assert.match(summary, /\d/);
        assert.ok(Object.values(data).every(rows => rows.every(row => Object.keys(row).length > 0)));
      }
    }
  });

  it('is Hyperband, and says so, while no budget has enough results', () => {
    const without = last(space, { rounds: 1, points: 200 });
    assert.match(without.answer, /^Models draw 0 of 49 configurations/);
    assert.ok(!charts(without).some(({ id }) => id === 'bohb-densities'));
    assert.match(
      checks(without).find(({ name }) => name.startsWith('Models'))?.message ?? '',
      /this was Hyperband/,
    );
  });

  it('says what to change when nothing varies or the search cannot be', () => {
    assert.throws(() => last(makeSpace({ parameters: onlyConstants })), DemoError);
    assert.throws(() => last(space, { minResource: 9, maxResource: 3 }), /raise it/);
    assert.throws(() => last(space, { maxResource: 2000, rounds: 20 }), /take fewer rounds/);
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
