import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DemoError, resolveOptions } from '../../../src/core/demos/demo';
import { sampling } from '../../../src/core/demos/sampling';
import type { ChartBlock, CheckResult, Report, Row } from '../../../src/core/report/report';
import { categoricalDomain, constantDomain, numericDomain } from '../../../src/core/space/domains';
import { decadeShares } from '../../../src/core/space/distribution';
import type { SearchSpace } from '../../../src/core/space/searchSpace';
import { anyDomain, drawable } from '../space/arbitraryDomain';
import { makeSpace } from '../space/makeSpace';
import { drawChart } from './drawChart';

const lr = drawable(numericDomain({ type: 'float', low: 1e-5, high: 0.1 }));
const decay = numericDomain({ type: 'float', low: 1e-6, high: 0.01, scale: 'log' });
const optimiser = categoricalDomain([{ value: 'adam' }, { value: 'sgd' }, { value: 'lion' }]);
const layers = numericDomain({ type: 'integer', low: 1, high: 4 });
const momentum = numericDomain({ type: 'float', low: 0, high: 1 });
const onSgd = { kind: 'in', parent: 'optimiser', values: ['sgd'] } as const;

const linear = makeSpace({ lr, decay, optimiser });
const small = makeSpace({ layers, optimiser, seed: constantDomain(1) });
const conditional = makeSpace(
  { decay, momentum, optimiser },
  { conditions: { momentum: onSgd }, forbidden: [{ kind: 'in', parent: 'optimiser', values: ['lion'] }] },
);

describe('sampling', () => {
  const report = run(linear);

  it('answers with the decades that random search leaves empty and what a log scale would change', () => {
    const [, empty, sobol, filled] =
      /^64 trials: random leaves (\d) of 4 decades of lr empty, Sobol (\d); once it is log-scaled, Sobol fills (\d) of 4\. The grid tries only \d values of lr, random 64\.$/.exec(
        report.answer,
      ) ?? [];
    const seen = (key: string) => decadeRows(report, 'lr').filter(row => row[key] === 0).length;
    assert.equal(Number(empty), seen('random'));
    assert.equal(Number(sobol), seen('sobol'));
    assert.equal(filled, '4');
  });

  it('answers with repeated configurations where the space is small', () => {
    const [, random, sobol] =
      /^64 trials: random repeats (\d+) of them, Sobol (\d+); a grid tries all 12 configurations once\.$/.exec(
        run(small).answer,
      ) ?? [];
    assert.ok(Number(random) >= 52 && Number(sobol) >= 52);
  });

  it('answers with evenness where nothing else stands out', () => {
    assert.match(
      run(makeSpace({ decay, momentum })).answer,
      /^64 trials: Sobol is \d+(\.\d+)? times as even as the median random design\. The grid tries only 8 values of decay, random 64\.$/,
    );
  });

  it('passes its own checks, for any seed', () => {
    for (const space of [linear, small, conditional]) {
      for (const seed of [1, 2, 3]) {
        for (const { name, status, message } of checks(run(space, {}, seed))) {
          assert.ok(['PASS', 'NOT_APPLICABLE'].includes(status), `${name}: ${status}, ${message}`);
        }
      }
    }
  });

  it('finds Sobol more even than chance and the grid less', () => {
    const ratio = Object.fromEntries(comparison(report).map(row => [row['sampler'], Number(row['ratio'])]));
    assert.ok((ratio['Sobol'] ?? 9) < 0.6 && (ratio['Latin hypercube'] ?? 9) < 0.9);
    assert.ok((ratio['Grid'] ?? 0) > 1.5);
    assert.ok((ratio['Random'] ?? 0) > 0.5 && (ratio['Random'] ?? 9) < 2);
  });

  it('expects of each decade what the distribution gives', () => {
    assert.deepEqual(
      decadeRows(report, 'lr').map(row => row['expected']),
      decadeShares(lr).map(({ share }) => share * 100),
    );
  });

  it('leaves out inactive parameters and what is forbidden', () => {
    const rows =
      chart(run(conditional, { x: 'momentum', y: 'optimiser' }), 'sampling-pairs').data['pairs'] ?? [];
    assert.ok(rows.length > 20);
    assert.deepEqual([...new Set(rows.map(row => row['y']))], ['sgd']);
  });

  it('gives the grid the levels it is asked for', () => {
    const rows = comparison(run(linear, { gridLevels: '3' }));
    assert.deepEqual([rows[0]?.['trials'], rows[0]?.['distinct']], [27, 3]);
  });

  it('shows trials in their order when there is only one parameter', () => {
    const only = makeSpace({ lr });
    const rows = chart(run(only), 'sampling-pairs').data['pairs'] ?? [];
    assert.deepEqual(
      rows.filter(row => row['sampler'] === 'Random').map(row => row['y']),
      Array.from({ length: 64 }, (_, i) => i + 1),
    );
  });

  it('draws charts that Vega-Lite has nothing to object to', async () => {
    for (const shown of [
      report,
      run(small),
      run(conditional),
      run(linear, { x: 'optimiser', y: ':order' }),
    ]) {
      for (const block of charts(shown)) {
        const { svg, warnings } = await drawChart(block);
        // A brush listens to the window, which there is none of here.
        const objections = warnings.filter(warning => warning !== 'Can not resolve event source: window');
        assert.deepEqual(objections, [], block.id);
        assert.ok(svg.includes('<path'), block.id);
      }
    }
  });

  it('says of each chart what it shows, with its numbers', () => {
    for (const { summary, table } of charts(report)) {
      assert.match(summary, /\d.*\.$/);
      assert.ok(table.rows.length > 0);
    }
  });

  it('gives the same bytes for the same seed and other trials for another', () => {
    assert.equal(JSON.stringify(run(linear)), JSON.stringify(report));
    assert.notEqual(JSON.stringify(run(linear, {}, 2)), JSON.stringify(report));
  });

  it('can be shown before chance is known', () => {
    const options = resolveOptions(sampling.controls(linear), {});
    for (const { partial } of sampling.run({
      space: linear,
      options,
      seed: 1,
      source: { toolVersion: '1' },
    })) {
      if (!partial) continue;
      assert.match(partial.answer, /^64 trials: random leaves/);
      assert.ok(partial.sections.length >= 3);
      return;
    }
    assert.fail('There was no partial report.');
  });

  it('says what to do where nothing varies or everything is forbidden', () => {
    assert.throws(() => run(makeSpace({ a: constantDomain(1), b: undefined })), DemoError);
    const forbidden = [{ kind: 'in', parent: 'optimiser', values: ['adam', 'sgd', 'lion'] }] as const;
    assert.throws(() => run(makeSpace({ lr, optimiser }, { forbidden })), /forbidden/);
  });

  it('has a report for any space', () => {
    fc.assert(
      fc.property(
        fc.array(anyDomain, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 4, max: 20 }),
        (domains, count) => {
          const space = makeSpace(Object.fromEntries(domains.map((domain, i) => [`p${i}`, domain])));
          if (domains.every(({ kind }) => kind === 'constant')) return;
          const result = run(space, { count });
          assert.ok(result.answer.startsWith(`${count} trials`), result.answer);
          assert.ok(!/NaN|undefined|Infinity/.test(JSON.stringify(result)), JSON.stringify(result));
          assert.ok(
            checks(result).every(({ status }) => status !== 'FAIL'),
            JSON.stringify(checks(result)),
          );
        },
      ),
      { numRuns: 40 },
    );
  });
});

function run(space: SearchSpace, given: Record<string, unknown> = {}, seed = 1): Report {
  const options = resolveOptions(sampling.controls(space), given);
  const steps = sampling.run({ space, options, seed, source: { file: 'sweep.yaml', toolVersion: '1' } });
  let fraction = 0;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    assert.ok(step.value.fraction >= fraction && step.value.fraction <= 1);
    fraction = step.value.fraction;
  }
}

function charts(report: Report): ChartBlock[] {
  return report.sections.flatMap(({ blocks }) => blocks).filter(block => block.kind === 'chart');
}

function chart(report: Report, id: string): ChartBlock {
  const found = charts(report).find(block => block.id === id);
  assert.ok(found);
  return found;
}

function checks(report: Report): readonly CheckResult[] {
  return report.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap(block => (block.kind === 'checks' ? block.checks : []));
}

function tableRows(report: Report, title: string): readonly Row[] {
  const blocks = report.sections.flatMap(section => section.blocks);
  return blocks.flatMap(block => (block.kind === 'table' && block.title === title ? block.rows : []));
}

function comparison(report: Report): readonly Row[] {
  return tableRows(report, 'Samplers compared');
}

function decadeRows(report: Report, parameter: string): readonly Row[] {
  return tableRows(report, 'Share of trials per decade').filter(row => row['parameter'] === parameter);
}
