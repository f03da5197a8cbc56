import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { finish } from '../../../src/core/numeric/work';
import { demos } from '../../../src/core/demos/index';
import { resolveOptions } from '../../../src/core/demos/demo';
import { theoryCells, type TheoryCell } from '../../../src/core/theory/cells';
import { chartOf } from '../../../src/core/theory/charts/chartOf';
import { theoryReport } from '../../../src/core/theory/report';
import { checkOf, printedValues, runCell } from '../../../src/core/theory/result';
import { takeaway } from '../../../src/core/theory/takeaways';
import { topicDemo } from '../../../src/core/theory/topicDemos';
import { topics } from '../../../src/core/theory/topics';
import { numericDomain } from '../../../src/core/space/domains';
import { makeSpace } from '../space/makeSpace';
import { drawChart } from '../demos/drawChart';

/** What the cells print when NumPy 2.4.6 runs them, on a processor with fused multiply-add. */
const printed = JSON.parse(readFileSync('test/fixtures/theory.json', 'utf8')) as {
  readonly cells: readonly (readonly string[])[];
};

const { seeds } = JSON.parse(readFileSync('test/fixtures/oracles/numpyStreams.json', 'utf8')) as {
  readonly seeds: Readonly<
    Record<
      string,
      { readonly fullGradient: number[]; readonly batchGradient: number[]; readonly gap: number }
    >
  >;
};

const provenance = { demo: 'theory', seed: 1, options: {}, toolVersion: '0' };
const cellOf = (number: number): TheoryCell => {
  const cell = theoryCells.find(candidate => candidate.number === number);
  assert.ok(cell);
  return cell;
};

describe('the theory notebook', () => {
  for (const cell of theoryCells) {
    it(`cell ${cell.number} prints what NumPy prints and passes its check`, () => {
      const result = runCell(cell);
      assert.deepEqual(
        printedValues(result).map(({ text }) => text),
        printed.cells[cell.number - 1],
      );
      assert.equal(checkOf(result).status, 'PASS');
    });

    it(`the chart of cell ${cell.number} is drawn without a warning`, async () => {
      const { svg, warnings } = await drawChart(chartOf(runCell(cell)));
      assert.deepEqual(warnings, []);
      assert.match(svg, /<path/);
    });
  }

  it('has six cells of each kind, and each of the 22 topics', () => {
    for (const kind of ['curve', 'update', 'stochastic', 'closed form']) {
      assert.equal(theoryCells.filter(cell => cell.kind === kind).length, 6, kind);
    }
    assert.deepEqual(
      theoryCells.map(({ number }) => number),
      Array.from({ length: 24 }, (_, i) => i + 1),
    );
    assert.deepEqual(new Set(theoryCells.map(({ topic }) => topic)), new Set(topics));
  });

  it('has the gradients of NumPy to twelve digits', () => {
    for (const cell of theoryCells) {
      const result = runCell(cell);
      if (result.kind !== 'stochastic') continue;
      const expected = seeds[result.cell.seed];
      assert.ok(expected);
      const { fullGradient, batchGradient, gap } = result.values;
      const pairs = [
        ...fullGradient.map((slope, i) => [slope, expected.fullGradient[i]]),
        ...batchGradient.map((slope, i) => [slope, expected.batchGradient[i]]),
        [gap, expected.gap],
      ];
      for (const [ours = NaN, numpys = NaN] of pairs) assert.ok(Math.abs(ours - numpys) < 1e-12, `${ours}`);
    }
  });

  it('has the curve of the first cell from −3 to 3 at 200 even points', () => {
    const result = runCell(cellOf(1));
    assert.ok(result.kind === 'curve');
    const { theta, loss, gradient } = result.values;
    assert.equal(theta.length, 200);
    assert.deepEqual([theta[0], theta.at(-1)], [-3, 3]);
    assert.ok(Math.abs((loss[0] ?? NaN) - (4.5 - 0.1 * Math.sin(3))) < 1e-15);
    assert.ok(Math.abs((gradient[0] ?? NaN) - (-3 + 0.1 * Math.cos(3))) < 1e-15);
  });

  it('ends each topic with one sentence of its own', () => {
    const sentences = topics.map(takeaway);
    assert.equal(new Set(sentences).size, topics.length);
    for (const sentence of sentences) assert.match(sentence, /^[A-Z][^.]*\.$/);
  });

  it('offers demonstrations that there are, with options they have', () => {
    const space = makeSpace({ lr: numericDomain({ type: 'float', low: 1e-5, high: 0.1, scale: 'log' }) });
    for (const topic of topics) {
      const offer = topicDemo(topic);
      if (offer === undefined) continue;
      const demo = demos.find(({ id }) => id === offer.demo);
      assert.ok(demo, offer.demo);
      const resolved = resolveOptions(demo.controls(space), offer.options);
      for (const [id, value] of Object.entries(offer.options)) assert.equal(resolved[id], value);
    }
  });

  it('reports a cell by itself or all with an overview, each with chart, table, check and offer', () => {
    const all = finish(theoryReport(theoryCells, provenance));
    assert.equal(all.sections.length, 25);
    assert.equal(all.answer, 'All 24 cells pass their checks; their numbers are those NumPy gives.');
    for (const section of all.sections.slice(1)) {
      const kinds = section.blocks.map(({ kind }) => kind);
      for (const kind of ['chart', 'table', 'text', 'checks'] as const) {
        assert.ok(kinds.includes(kind), section.id);
      }
    }
    const one = finish(theoryReport([cellOf(3)], provenance));
    assert.equal(one.title, '3. Log-uniform sampling');
    assert.equal(one.sections.length, 1);
    const offer = one.sections[0]?.blocks.find(block => block.kind === 'demo');
    assert.equal(offer?.kind === 'demo' ? offer.demo : undefined, 'sampling');
  });

  it('says FAIL where a number is not what it has to be', () => {
    const result = runCell(cellOf(4));
    assert.ok(result.kind === 'closed form');
    const wrong = { ...result, values: { ...result.values, energy: result.values.energy + 1e-6 } };
    assert.equal(checkOf(wrong).status, 'FAIL');
  });
});
