import assert from 'node:assert/strict';
import { acquisition } from '../../../src/core/demos/acquisition';
import { DemoError, resolveOptions } from '../../../src/core/demos/demo';
import type { ChartBlock, CheckResult, Report, Row, TableBlock } from '../../../src/core/report/report';
import { categoricalDomain, numericDomain } from '../../../src/core/space/domains';
import type { SearchSpace } from '../../../src/core/space/searchSpace';
import { fitWidth } from '../../../src/webview/chart/fitWidth';
import { drawChart } from './drawChart';
import { makeSpace, onlyConstants } from './halvingSpaces';

const space = makeSpace();

function run(given: Record<string, unknown> = {}, on: SearchSpace = space, seed = 1): Report {
  const options = resolveOptions(acquisition.controls(on), given);
  const steps = acquisition.run({
    space: on,
    options,
    seed,
    source: { file: 'sweep.yaml', toolVersion: '1' },
  });
  let reached = 0;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    assert.ok(step.value.fraction >= reached && step.value.fraction <= 1);
    reached = step.value.fraction;
  }
}

const blocks = (report: Report) => report.sections.flatMap(section => section.blocks);
const charts = (report: Report): ChartBlock[] => blocks(report).filter(block => block.kind === 'chart');
const chart = (report: Report, id: string): ChartBlock => {
  const found = charts(report).find(block => block.id === id);
  assert.ok(found);
  return found;
};
const table = (report: Report, title: RegExp): TableBlock => {
  const found = blocks(report).find(block => block.kind === 'table' && title.test(block.title));
  assert.ok(found?.kind === 'table');
  return found;
};
const checks = (report: Report): readonly CheckResult[] =>
  blocks(report).flatMap(block => (block.kind === 'checks' ? block.checks : []));
const rows = ({ data }: ChartBlock, name: string): readonly Row[] => {
  const found = data[name];
  assert.ok(found);
  return found;
};
const last = (block: ChartBlock, name: string): Row => {
  const found = rows(block, name).find(({ iteration }) => iteration === block.slider?.max);
  assert.ok(found);
  return found;
};

describe('acquisition along one parameter', () => {
  const report = run();
  const picture = chart(report, 'acquisition-posterior');

  it('answers with the next value, its expected improvement, the runner-up and a reason', () => {
    assert.match(
      report.answer,
      /^After 12 trials the surrogate would try lr = \S+ next: expected improvement \S+, .*(runner-up|only peak), because .+\.$/,
    );
  });

  it('names in the answer the value and the improvement that the picture marks', () => {
    const next = last(picture, 'next');
    const [, value, improvement] = /lr = (\S+) next: expected improvement ([^,]+),/.exec(report.answer) ?? [];
    assert.ok(Math.abs(Number(value) / Number(next['x']) - 1) < 5e-3);
    assert.ok(Math.abs(Number(improvement) / Number(next['acquisition']) - 1) < 5e-3);
  });

  it('marks the next point at the highest expected improvement of every step', () => {
    for (const next of rows(picture, 'next')) {
      const curve = rows(picture, 'posterior').filter(({ iteration }) => iteration === next['iteration']);
      const highest = Math.max(...curve.map(row => Number(row['acquisition'])));
      assert.ok(Number(next['acquisition']) >= highest * (1 - 1e-5), `after ${String(next['iteration'])}`);
    }
  });

  it('tries next what it said it would', () => {
    const trials = rows(picture, 'trials');
    for (const { iteration, x } of rows(picture, 'next')) {
      const following = trials[Number(iteration)];
      if (following) assert.equal(following['x'], x);
    }
    assert.equal(trials.length, 12);
  });

  it('keeps the band around the mean and the improvement above zero', () => {
    for (const row of rows(picture, 'posterior')) {
      assert.ok(Number(row['lower']) <= Number(row['mean']) && Number(row['mean']) <= Number(row['upper']));
      assert.ok(Number(row['acquisition']) >= 0);
    }
  });

  it('walks from the end of the initial design to the last trial, with a sentence for every step', () => {
    const { slider } = picture;
    assert.ok(slider);
    assert.deepEqual([slider.min, slider.max, slider.value], [4, 12, 12]);
    assert.equal(slider.captions.length, 9);
    assert.ok(slider.captions.every((caption, i) => caption.startsWith(`After ${4 + i} trials`)));
  });

  it('draws a logarithmic parameter on a logarithmic axis', () => {
    assert.match(JSON.stringify(picture.spec), /"type":"log","domain":\[0\.00001,0\.1\]/);
  });

  it('compares the acquisitions on the same surrogate', () => {
    const { rows } = table(report, /under each acquisition/);
    assert.equal(rows.length, 4);
    for (const row of rows) {
      assert.ok(Number(row['axis0']) >= 1e-5 && Number(row['axis0']) <= 0.1);
      assert.ok(Number(row['sd']) >= 0);
    }
  });

  it('says what is held and at which value', () => {
    assert.deepEqual(
      table(report, /Held/).rows.map(({ parameter }) => parameter),
      ['optimizer', 'layers'],
    );
  });

  it('finds nothing wrong with itself', () => {
    assert.equal(checks(report).length, 7);
    for (const { name, status, message } of checks(report)) {
      assert.ok(status === 'PASS' || status === 'INFO', `${name}: ${status}, ${message}`);
    }
  });

  it('is the same report from the same seed, and another from another', () => {
    assert.equal(JSON.stringify(run()), JSON.stringify(report));
    assert.notEqual(JSON.stringify(run({}, space, 2)), JSON.stringify(report));
  });

  it('has something to show before it is checked', () => {
    const options = resolveOptions(acquisition.controls(space), {});
    const steps = [...acquisition.run({ space, options, seed: 1, source: { toolVersion: '1' } })];
    const partials = steps.flatMap(({ partial }) => partial ?? []);
    assert.equal(partials.length, 1);
    assert.equal(partials[0]?.answer, report.answer);
    assert.deepEqual(charts(partials[0] ?? report)[0], picture);
  });
});

describe('acquisition over two parameters', () => {
  const report = run({ y: 'layers', trials: 20, objective: 'branin', noise: 0 });
  const picture = chart(report, 'acquisition-surface');

  it('names both values in its answer', () => {
    assert.match(report.answer, /^After 20 trials the surrogate would try lr = \S+, layers = \d next: /);
  });

  it('has a mean and an acquisition for every cell of every step, and a place for every cell', () => {
    const cells = rows(picture, 'cells');
    assert.equal(cells.length, 20 * 6);
    assert.equal(rows(picture, 'surface').length, cells.length * 17);
    for (const { x, x2, y, y2 } of cells) assert.ok(Number(x) < Number(x2) && Number(y) < Number(y2));
    assert.deepEqual([cells[0]?.['y'], cells[5]?.['y2']], [0.5, 6.5]);
    assert.ok(Math.abs(Number(cells[0]?.['x']) / 1e-5 - 1) < 1e-5);
    assert.ok(Math.abs(Number(cells.at(-1)?.['x2']) / 0.1 - 1) < 1e-5);
  });

  it('draws contours of every step within the cells', () => {
    const contours = rows(picture, 'contours');
    assert.equal(new Set(contours.map(({ iteration }) => iteration)).size, 17);
    for (const { x, x2, y, y2 } of contours) {
      assert.ok([x, x2].every(value => Number(value) >= 1e-5 && Number(value) <= 0.1));
      assert.ok([y, y2].every(value => Number(value) >= 1 && Number(value) <= 6));
    }
  });

  it('stays below one and a half megabytes at its largest', () => {
    const largest = run({ y: 'momentum', trials: 30, objective: 'ackley', noise: 0 });
    assert.ok(JSON.stringify(largest).length < 1.5e6, `${JSON.stringify(largest).length}`);
  });
});

describe('acquisition charts', () => {
  const cases: Record<string, unknown>[] = [
    {},
    { acquisition: 'thompson', trials: 6 },
    { x: 'layers', acquisition: 'confidence-bound', trials: 6 },
    { y: 'momentum', trials: 6 },
    { x: 'layers', y: 'lr', acquisition: 'thompson', trials: 6 },
    { y: 'layers', acquisition: 'probability-of-improvement', objective: 'rosenbrock', trials: 6 },
  ];
  for (const given of cases) {
    it(`compile and draw without a complaint: ${JSON.stringify(given)}`, async () => {
      const report = run(given);
      assert.equal(charts(report).length, 2);
      for (const block of charts(report)) {
        const spec = { ...fitWidth(block.spec, 760, block.data) };
        const { svg, warnings } = await drawChart({ ...block, spec: spec as ChartBlock['spec'] });
        assert.deepEqual(warnings, [], block.id);
        assert.ok(svg.includes('<path') && !svg.includes('NaN'));
        assert.ok(block.summary.length > 40 && block.table.rows.length > 0);
        assert.ok(!JSON.stringify(block.data).includes('null'));
      }
    });
  }

  it('colour by tokens only', () => {
    const specs = charts(run({ y: 'layers', trials: 5 })).map(({ spec }) => JSON.stringify(spec));
    for (const spec of specs) assert.doesNotMatch(spec, /#[0-9a-f]{3}|rgb|scheme/i);
  });
});

describe('acquisition on unusual spaces', () => {
  const numbers = {
    wide: numericDomain({ type: 'float', low: 1e-300, high: 1e300, scale: 'log' }),
    negative: numericDomain({ type: 'float', low: -3, high: -2 }),
    pair: numericDomain({ type: 'integer', low: 0, high: 1 }),
    reversed: numericDomain({ type: 'float', low: 0.9, high: 0.999, scale: 'reverseLog' }),
    normal: numericDomain({
      type: 'float',
      low: -Infinity,
      high: Infinity,
      prior: { kind: 'normal', mean: 0, standardDeviation: 1 },
    }),
    rounded: numericDomain({
      type: 'float',
      low: 0.1,
      high: 5,
      scale: 'log',
      step: { size: 0.5, origin: 'zero', clamp: false },
    }),
    beta: numericDomain({ type: 'float', low: 0, high: 1, prior: { kind: 'beta', alpha: 2, beta: 5 } }),
    large: numericDomain({ type: 'integer', low: 1, high: 1e9, scale: 'log' }),
  };
  const all = makeSpace({
    parameters: Object.entries(numbers).map(([name, domain]) => ({ name, domain })),
  });

  for (const name of Object.keys(numbers)) {
    it(`stays finite and draws: ${name}`, async () => {
      for (const y of ['', name === 'pair' ? 'wide' : 'pair']) {
        const report = run({ x: name, y, trials: 6, objective: 'levy' }, all);
        const [picture] = charts(report);
        assert.ok(picture);
        for (const row of Object.values(picture.data).flat()) {
          assert.ok(
            Object.values(row).every(cell => typeof cell === 'number' && Number.isFinite(cell)),
            JSON.stringify(row),
          );
        }
        const spec = fitWidth(picture.spec, 760, picture.data) as ChartBlock['spec'];
        assert.deepEqual((await drawChart({ ...picture, spec })).warnings, []);
        assert.ok(checks(report).every(({ status }) => status !== 'FAIL'));
      }
    });
  }

  it('offers only what has an order and a distance, and takes one parameter twice for one', () => {
    const [x, y] = acquisition.controls(space);
    assert.ok(x?.kind === 'choice' && y?.kind === 'choice');
    assert.deepEqual(
      x.choices.map(({ value }) => value),
      ['lr', 'layers', 'momentum'],
    );
    assert.equal(y.value, '');
    assert.equal(charts(run({ x: 'lr', y: 'lr', trials: 5 }))[0]?.id, 'acquisition-posterior');
  });

  it('says what would help where there is no number to search', () => {
    const alternatives = [
      { name: 'optimizer', domain: categoricalDomain([{ value: 'adam' }, { value: 'sgd' }]) },
    ];
    for (const parameters of [alternatives, onlyConstants, []]) {
      const without = makeSpace({ parameters });
      assert.deepEqual(acquisition.controls(without), []);
      assert.throws(
        () => run({}, without),
        (error: unknown) => error instanceof DemoError && /low and a high/.test(error.message),
      );
    }
  });
});
