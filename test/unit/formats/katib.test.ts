import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { katibExperiment } from '../../../src/core/formats/katib/katibExperiment';
import { recognise } from '../../../src/core/formats/index';
import { parseSource } from '../../../src/core/text/parse';
import { algorithm, double, experiment, parameter, readKatib, templateOf } from './katibText';

const corpus = '../shared/corpus';

describe('reading a Katib experiment', () => {
  it('recognises kind and group in any document of a stream, YAML or JSON', () => {
    const json = JSON.stringify({ apiVersion: 'kubeflow.org/v1beta1', kind: 'Experiment', spec: {} });
    assert.equal(katibExperiment.recognise(parseSource(json, 'json')), 1);
    assert.equal(katibExperiment.recognise(parseSource(`kind: ConfigMap\n---\n${experiment()}`, 'yaml')), 1);
  });

  it('leaves other resources alone', () => {
    for (const text of [
      'apiVersion: kubeflow.org/v1beta1\nkind: Trial',
      'apiVersion: example.org/v1\nkind: Experiment',
      'kind: Experiment',
      experiment().replace(/^/gm, '  ').replace('  apiVersion', 'data:\n  apiVersion'),
    ]) {
      assert.equal(katibExperiment.recognise(parseSource(text, 'yaml')), 0);
    }
  });

  it('keeps objective, method and budget with their places', () => {
    const text = experiment({
      objective: 'objective: {type: maximize, goal: 0.99, objectiveMetricName: accuracy}',
      algorithm: algorithm('tpe'),
      counts: 'maxTrialCount: 30\nparallelTrialCount: 2',
      more: 'earlyStopping: {algorithmName: medianstop, algorithmSettings: [{name: start_step, value: "6"}]}',
    });
    const { objective, method, budget } = readKatib(text);
    const at = (range: { start: number; end: number } | undefined): string =>
      text.slice(range?.start, range?.end);
    assert.deepEqual([objective?.metric, objective?.goal], ['accuracy', 'maximize']);
    assert.deepEqual([at(objective?.metricRange), at(objective?.goalRange)], ['accuracy', 'maximize']);
    assert.deepEqual([method?.name, method?.family, at(method?.range)], ['tpe', 'parzen', 'tpe']);
    assert.deepEqual([budget.trials?.value, budget.parallelTrials?.value], [30, 2]);
    assert.equal(budget.earlyStopping?.family, 'medianStopping');
    assert.deepEqual(
      [budget.earlyStopping?.minResource?.value, at(budget.earlyStopping?.minResource?.range)],
      [6, '"6"'],
    );
  });

  it('hands on what Hyperband halves by', () => {
    const { budget, method } = readKatib(
      experiment({ algorithm: algorithm('hyperband', { r_l: '27', resource_name: 'epochs' }) }),
    );
    assert.equal(method?.family, 'hyperband');
    assert.equal(budget.earlyStopping?.maxResource?.value, 27);
    assert.equal(budget.earlyStopping?.reductionFactor?.value, 3);
  });

  it('declares what the file says and where', () => {
    const text = experiment({
      parameters: double('lr', 'min: "0.01", max: "0.05", step: "0.01", distribution: logUniform'),
    });
    const [lr] = readKatib(text).parameters;
    assert.ok(lr);
    const { notation, type, scale, bounds, low, high, step } = lr.declared;
    assert.deepEqual(
      [notation, type, scale, bounds, low, high, step],
      ['logUniform', 'float', 'log', 'values', 0.01, 0.05, 0.01],
    );
    const at = Object.fromEntries(
      Object.entries(lr.tokens).map(([token, range]) => [token, range && text.slice(range.start, range.end)]),
    );
    assert.deepEqual(
      [at.name, at.notation, at.low, at.high, at.step, at.choices],
      ['lr', 'logUniform', '"0.01"', '"0.05"', '"0.01"', undefined],
    );
    assert.ok(at.declaration?.startsWith('{name: lr') && at.declaration.endsWith('}}'));
  });

  it('keeps the numbers of a discrete list in their order and a categorical as text', () => {
    const { parameters } = readKatib(
      experiment({
        parameters: `${parameter('a', 'discrete', 'list: ["64", "1e1"]')}\n${parameter('b', 'categorical', 'list: ["64", x]')}`,
      }),
    );
    assert.deepEqual(
      parameters.map(({ declared }) => [declared.type, declared.choices?.map(({ value }) => value)]),
      [
        ['ordinal', [64, 10]],
        ['categorical', ['64', 'x']],
      ],
    );
  });

  it('opens at the key of its parameters', () => {
    const text = experiment();
    const { range } = readKatib(text);
    assert.equal(text.slice(range.start, range.end), 'parameters');
  });

  it('has no parameters and no complaint about an architecture search', () => {
    const text = experiment({
      algorithm: algorithm('enas', { controller_hidden_size: '64' }),
      parameters: '[]',
      template: templateOf('lr').replace('reference: lr', 'reference: architecture'),
      more: 'nasConfig: {graphConfig: {numLayers: 8}}',
    });
    const { parameters, findings } = readKatib(text.replace('parameters:\n  []', ''));
    assert.deepEqual([parameters, findings], [[], []]);
  });
});

describe('Katib files of the corpus', () => {
  /** Katib's own webhook rejects this example: it allows more failed trials than trials. */
  const rejected = '19_kubeflow__katib__simple-pbt.yaml';

  it('are Katib experiments, and nothing else in the corpus is', function () {
    if (!existsSync(corpus)) this.skip();
    for (const [folder, file, text] of corpusFiles()) {
      const format = recognise(parseSource(text, file.endsWith('json') ? 'json' : 'yaml', file));
      assert.equal(format?.id === 'katib-experiment', folder === 'katib', `${folder}/${file}`);
    }
  });

  it('have parameters that can all be drawn', function () {
    if (!existsSync(corpus)) this.skip();
    for (const [folder, file, text] of corpusFiles()) {
      if (folder !== 'katib') continue;
      const { parameters } = readKatib(text);
      assert.ok(parameters.length > 0 && parameters.every(({ domain }) => domain !== undefined), file);
    }
  });

  it('have no error where Katib’s own projects wrote them, save one that its webhook rejects too', function () {
    if (!existsSync(corpus)) this.skip();
    for (const [folder, file, text] of corpusFiles()) {
      if (folder !== 'katib' || !/kubeflow__katib|canonical/.test(file)) continue;
      const errors = readKatib(text).findings.filter(({ severity }) => severity === 'error');
      assert.deepEqual(
        errors.map(({ code }) => code),
        file === rejected ? ['katib-trial-counts'] : [],
        file,
      );
    }
  });
});

function corpusFiles(): [string, string, string][] {
  return readdirSync(corpus)
    .filter(folder => !folder.includes('.'))
    .flatMap(folder =>
      readdirSync(`${corpus}/${folder}`).map((file): [string, string, string] => [
        folder,
        file,
        readFileSync(`${corpus}/${folder}/${file}`, 'utf8'),
      ]),
    );
}
