import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { analyse } from '../../../src/core/analyse';
import { checks } from '../../../src/core/checks/index';
import { DemoError } from '../../../src/core/demos/demo';
import { explain } from '../../../src/core/demos/explain';
import { demos } from '../../../src/core/demos/index';
import type { Report } from '../../../src/core/report/report';
import { sweep } from '../checks/found';
import { drawChart } from './drawChart';
import { makeSpace } from './halvingSpaces';
import { chartsOf, checksOf, tableOf } from './reading';

function run(text: string, language: 'yaml' | 'json' = 'yaml', space = 0): Report {
  const analysis = analyse(text, language);
  const chosen = analysis?.spaces[space];
  assert.ok(analysis && chosen);
  const document = { text, findings: analysis.findings };
  const steps = explain.run({ space: chosen, options: {}, seed: 1, document, source: { toolVersion: '1' } });
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    assert.ok(step.value.fraction >= 0 && step.value.fraction <= 1);
  }
}

const firstChart = (report: Report) => chartsOf(report)[0] ?? assert.fail();

const hurried = sweep(
  '  lr: {min: 0.00001, max: 0.1}\n  seed: {min: 0, max: 9}\n  depth: {values: [2, 4]}\n  epochs: {value: 27}',
  'method: random\nrun_cap: 59',
);

const nested = JSON.stringify({
  optimizer: {
    _type: 'choice',
    _value: [{ _name: 'sgd', momentum: { _type: 'choice', _value: [0, 0.9] } }, { _name: 'adam' }],
  },
  layers: { _type: 'randint', _value: [1, 5] },
});

describe('explain', () => {
  it('is the first demonstration', () => {
    assert.equal(demos[0], explain);
  });

  it('answers with the parameters, the grid, the reach of the budget and the problems', () => {
    assert.equal(
      run(hurried).answer,
      '4 parameters, 1 fixed; a grid with 5 levels for the continuous one would have 100 points; 59 random trials would have one in the best 5 % with 95 % probability; 2 problems.',
    );
    assert.match(
      run(hurried.replace('run_cap: 59\n', '')).answer,
      /; no `run_cap` ends the search; 2 problems\.$/,
    );
    assert.equal(
      run(nested, 'json').answer,
      '3 parameters, 1 of them conditional; a grid of 12 points; no problems.',
    );
    assert.equal(
      run(sweep('  depth: {values: [2, 4]}\n  width: {values: [a, b, c, d, e]}', 'method: grid\nrun_cap: 5'))
        .answer,
      '2 parameters; a grid of 10 points, of which 5 trials cover at most 50 %; no problems and 1 remark.',
    );
  });

  it('has a row for each parameter with its quantiles and values', () => {
    const { rows } = tableOf(run(hurried), 'Parameters');
    const [lr, seed, depth, epochs] = rows;
    assert.equal(rows.length, 4);
    // The quantiles of a uniform draw: low + p (high − low).
    assert.ok(Math.abs(Number(lr?.['low']) - (1e-5 + 0.05 * (0.1 - 1e-5))) < 1e-12);
    assert.equal(lr?.['values'], 'continuous');
    assert.equal(seed?.['values'], '10');
    assert.equal(depth?.['range'], '2, 4');
    assert.equal(epochs?.['kind'], 'constant');
  });

  it('shows conditions as a tree with levels, and how often each parameter is active', () => {
    const { rows } = tableOf(run(nested, 'json'), 'Conditions');
    assert.deepEqual(
      rows.map(row => [String(row['tree']).trim(), row['level'], row['active']]),
      [
        ['optimizer', 1, '100 %'],
        ['optimizer.sgd.momentum', 2, '50 %'],
      ],
    );
    assert.ok(run(hurried).sections.every(({ id }) => id !== 'conditions'));
  });

  it('says the tier by Ax’s thresholds', () => {
    const many = Array.from({ length: 51 }, (_, i) => `  x${i}: {min: 0.1, max: 1.0}`).join('\n');
    const caption = (report: Report) => report.sections.find(({ id }) => id === 'complexity')?.caption ?? '';
    assert.match(caption(run(sweep(many))), /the space is advanced: parameters that vary\.$/);
    assert.match(caption(run(sweep('  x: {min: 0.1, max: 1.0}'))), /the space is standard\.$/);
    const long = '{values: [a, b, c, d, e, f]}';
    assert.match(caption(run(sweep(`  x: ${long}\n  y: ${long}`))), /beyond what is supported/);
  });

  it('shows the rungs and the cost where the file has a schedule', () => {
    const report = run(
      sweep(
        '  x: {min: 0.1, max: 1.0}',
        'method: random\nrun_cap: 1000\nmetric: {name: loss, goal: minimize}\nearly_terminate: {type: hyperband, max_iter: 27, s: 2, eta: 3}',
      ),
    );
    const { rows } = tableOf(report, 'Rungs');
    // W&B lets one more than a third through at each band.
    assert.deepEqual(
      rows.map(row => [row['resource'], row['configurations']]),
      [
        [3, 1000],
        [9, 334],
        [27, 112],
      ],
    );
    assert.ok(run(hurried).sections.every(({ id }) => id !== 'schedule'));
  });

  it('lists every finding with its parameter, and every other check as passed or not applicable with a reason', () => {
    const results = checksOf(run(hurried));
    const found = results.filter(({ status }) => status === 'WARN');
    assert.deepEqual(
      found.map(({ parameter }) => parameter),
      ['lr', 'seed'],
    );
    assert.equal(results.length, checks.length);
    assert.ok(results.some(({ status }) => status === 'PASS'));
    const grid = results.find(({ name }) => name === 'Grid over a continuous parameter');
    assert.deepEqual([grid?.status, grid?.message], ['NOT_APPLICABLE', 'The method is not grid search.']);
  });

  it('does not let a silenced check pass', () => {
    const quiet = hurried.replace('max: 9}', 'max: 9} # tuning-lens: ignore tuned-seed');
    const seed = checksOf(run(quiet)).find(({ name }) => name === 'Random seed as a parameter');
    assert.deepEqual(
      [seed?.status, seed?.message],
      ['NOT_APPLICABLE', 'A comment or a setting keeps 1 finding quiet.'],
    );
  });

  it('explains one of several spaces with its own findings', () => {
    const of = (name: string, parameter: string): string =>
      `apiVersion: kubeflow.org/v1beta1\nkind: Experiment\nmetadata: {name: ${name}}\nspec:\n  objective: {type: minimize, objectiveMetricName: loss}\n  algorithm: {algorithmName: random}\n  parameters:\n    - {name: ${parameter}, parameterType: int, feasibleSpace: {min: "1", max: "9"}}\n`;
    const text = `${of('one', 'seed')}---\n${of('two', 'depth')}`;
    const warned = (space: number): boolean =>
      checksOf(run(text, 'yaml', space)).some(
        ({ name, status }) => name === 'Random seed as a parameter' && status === 'WARN',
      );
    assert.equal(warned(0), true);
    assert.equal(warned(1), false);
  });

  it('draws one strip for each parameter that varies, and no more than forty', async () => {
    const { data } = firstChart(run(hurried));
    assert.equal(Object.keys(data).length, 3);
    const many = Array.from({ length: 45 }, (_, i) => `  x${i}: {min: 0.1, max: 1.0}`).join('\n');
    const report = run(sweep(many));
    assert.equal(Object.keys(firstChart(report).data).length, 40);
    assert.match(report.sections[0]?.caption ?? '', /the first 40 of 45 parameters/);
    const { svg, warnings } = await drawChart(firstChart(run(hurried)));
    assert.deepEqual(warnings, []);
    assert.ok(svg.length > 0);
  });

  it('draws every kind of distribution without a complaint', async () => {
    const kinds = sweep(
      [
        'a: {distribution: log_uniform_values, min: 0.0001, max: 0.1}',
        'b: {distribution: normal, mu: 0.0, sigma: 1.0}',
        'c: {distribution: q_uniform, min: 0, max: 10, q: 2}',
        'd: {values: [adam, sgd, null, true], probabilities: [0.4, 0.3, 0.2, 0.1]}',
        'e: {min: 1, max: 100000}',
        'f: {distribution: q_log_normal, mu: 1.0, sigma: 1.0, q: 1}',
        'g: {distribution: beta, a: 2.0, b: 5.0}',
        `h: {values: [${Array.from({ length: 30 }, (_, i) => `choice${i}`).join(', ')}]}`,
      ]
        .map(line => `  ${line}`)
        .join('\n'),
    );
    const { warnings } = await drawChart(firstChart(run(kinds)));
    assert.deepEqual(warnings, []);
  });

  it('says what to do where there is no parameter', () => {
    const empty = makeSpace({ parameters: [] });
    assert.throws(
      () => explain.run({ space: empty, options: {}, seed: 1, source: { toolVersion: '1' } }).next(),
      DemoError,
    );
  });

  it('explains every sample', () => {
    for (const file of readdirSync('media/samples', { recursive: true, encoding: 'utf8' })) {
      if (!/\.(?:ya?ml|json)$/.test(file)) continue;
      const language = file.endsWith('.json') ? 'json' : 'yaml';
      const text = readFileSync(`media/samples/${file}`, 'utf8');
      if (analyse(text, language)) assert.match(run(text, language).answer, /parameters?.*problem/, file);
    }
  });
});
