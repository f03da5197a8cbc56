import assert from 'node:assert/strict';
import { resolveOptions, type Demo, type DemoDocument } from '../../../src/core/demos/demo';
import type {
  Block,
  ChartBlock,
  CheckResult,
  Report,
  Row,
  TableBlock,
} from '../../../src/core/report/report';
import type { SearchSpace } from '../../../src/core/space/searchSpace';
import { drawChart } from './drawChart';

export interface Played {
  readonly space: SearchSpace;
  /** Settings of its controls that differ from the defaults. */
  readonly given?: Record<string, unknown>;
  readonly seed?: number;
  readonly document?: DemoDocument;
  readonly file?: string;
}

/** The reports of a demonstration as they come, the whole one last. Its progress never goes back. */
export function* reportsOf(
  demo: Demo,
  { space, given = {}, seed = 1, document, file }: Played,
): Generator<Report, Report> {
  const options = resolveOptions(demo.controls(space), given);
  const steps = demo.run({ space, options, seed, document, source: { file, toolVersion: '1' } });
  let reached = 0;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    const { fraction, partial } = step.value;
    assert.ok(fraction >= reached && fraction <= 1, `${reached} → ${fraction}`);
    reached = fraction;
    if (partial) yield partial;
  }
}

export function reportOf(demo: Demo, played: Played): Report {
  const reports = reportsOf(demo, played);
  for (;;) {
    const step = reports.next();
    if (step.done) return step.value;
  }
}

/** All of them, the whole one last. */
export function allReports(demo: Demo, played: Played): Report[] {
  const all: Report[] = [];
  const reports = reportsOf(demo, played);
  for (;;) {
    const step = reports.next();
    all.push(step.value);
    if (step.done) return all;
  }
}

export function blocksOf({ sections }: Report): Block[] {
  return sections.flatMap(({ blocks }) => blocks);
}

export function chartsOf(report: Report): ChartBlock[] {
  return blocksOf(report).filter(block => block.kind === 'chart');
}

export function chartOf(report: Report, id: string): ChartBlock {
  return chartsOf(report).find(block => block.id === id) ?? assert.fail(id);
}

export function chartRows(report: Report, id: string, data: string): readonly Row[] {
  return chartOf(report, id).data[data] ?? assert.fail(data);
}

export function tableOf(report: Report, title: string | RegExp): TableBlock {
  const isIt = (text: string): boolean => (typeof title === 'string' ? text === title : title.test(text));
  const found = blocksOf(report).find(block => block.kind === 'table' && isIt(block.title));
  return found?.kind === 'table' ? found : assert.fail(String(title));
}

export function checksOf(report: Report): CheckResult[] {
  return blocksOf(report).flatMap(block => (block.kind === 'checks' ? block.checks : []));
}

export function checkOf(report: Report, name: RegExp): CheckResult {
  return checksOf(report).find(check => name.test(check.name)) ?? assert.fail(String(name));
}

/** One test a chart: it draws without a complaint, and says in words and rows what it shows. */
export function itDrawsCharts(report: Report): void {
  for (const block of chartsOf(report)) {
    it(`draws ${block.id} without a warning, with a summary that carries numbers and rows to show`, async () => {
      const { svg, warnings } = await drawChart(block);
      assert.deepEqual(warnings, []);
      assert.match(svg, /<path/);
      assert.doesNotMatch(svg, /theme:/);
      assert.match(block.summary, /\d/);
      assert.doesNotMatch(block.summary, /NaN|Infinity|undefined/);
      assert.ok(block.table.rows.length > 0);
      for (const row of block.table.rows) {
        for (const { key } of block.table.columns) assert.ok(key in row, key);
      }
    });
  }
}
