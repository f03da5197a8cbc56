import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { recognise } from '../../../src/core/formats/index';
import { nniExperiment } from '../../../src/core/formats/nni/nniExperiment';
import { nniSearchSpace } from '../../../src/core/formats/nni/nniSearchSpace';
import { parseSource } from '../../../src/core/text/parse';
import { configuration, inline, readConfiguration, readSpaceFile, tuner, variable } from './nniText';

const corpus = '../shared/corpus';

describe('reading an NNI search space', () => {
  it('is recognised by its entries, in JSON and in YAML, also while one is being written', () => {
    for (const text of [
      variable('uniform', '[0, 1]'),
      variable('something_of_our_own', '[0, 1]'),
      '{"x": {"_type": "uniform"}}',
      '{"x": {"_type": "uniform", "_value": [0, 1]}, "y": {}}',
    ]) {
      assert.ok(nniSearchSpace.recognise(parseSource(text, 'json')) > 0, text);
      assert.ok(nniSearchSpace.recognise(parseSource(text, 'yaml')) > 0, text);
    }
  });

  it('is not any JSON that has types', () => {
    for (const text of [
      '{}',
      '[]',
      '3',
      '{"x": {"_type": "doc"}}',
      '{"x": {"type": "uniform", "value": [0, 1]}}',
      '{"a": 1, "b": 2, "x": {"_type": "choice", "_value": []}}',
    ]) {
      assert.equal(nniSearchSpace.recognise(parseSource(text, 'json')), 0, text);
    }
  });

  it('declares what the file says and where', () => {
    const text = variable('qloguniform', '[1, 100, 10]');
    const { parameters, range } = readSpaceFile(text);
    const [x] = parameters;
    assert.ok(x);
    const { notation, type, scale, bounds, low, high, step } = x.declared;
    assert.deepEqual(
      [notation, type, scale, bounds, low, high, step],
      ['qloguniform', 'float', 'log', 'values', 1, 100, 10],
    );
    const at = Object.fromEntries(
      Object.entries(x.tokens).map(([token, place]) => [token, place && text.slice(place.start, place.end)]),
    );
    assert.deepEqual(
      [at.name, at.notation, at.low, at.high, at.step],
      ['"x"', '"qloguniform"', '1', '100', '10'],
    );
    assert.equal(text.slice(range.start, range.end), '{');
  });

  it('keeps mu and sigma of a normal', () => {
    const { declared } = readSpaceFile(variable('qlognormal', '[1, 2, 3]')).parameters[0] ?? {};
    assert.deepEqual(
      [declared?.mean, declared?.standardDeviation, declared?.step, declared?.low],
      [1, 2, 3, undefined],
    );
  });

  it('takes the last of two entries of one name', () => {
    const { parameters } = readSpaceFile(
      '{"x": {"_type": "uniform", "_value": [0, 1]}, "x": {"_type": "choice", "_value": [1, 2]}}',
    );
    assert.deepEqual(
      parameters.map(({ declared }) => declared.notation),
      ['choice'],
    );
  });
});

describe('reading an NNI experiment', () => {
  it('is recognised in either version and in both spellings of its keys', () => {
    for (const text of [
      configuration(),
      'searchSpacePath: search_space.json\ntrainingServicePlatform: local\ntuner: {builtinTunerName: TPE}',
      'search_space_file: search_space.json\ntrial_concurrency: 2\ntuner: {name: Random}',
      inline('uniform', '[0, 1]'),
    ]) {
      assert.ok(nniExperiment.recognise(parseSource(text, 'yaml')) > 0, text);
    }
  });

  it('is not a configuration of another tool', () => {
    for (const text of [
      'search_space: {lr: {lower: 0, upper: 1}}\nscheduler: {max_t: 3}',
      'tuner: {name: TPE}\nepochs: 3',
      'useAnnotation: true',
      'searchSpace: {type: grid}',
    ]) {
      assert.equal(nniExperiment.recognise(parseSource(text, 'yaml')), 0, text);
    }
  });

  it('has no parameters and no complaint when the space is in a file of its own', () => {
    const { parameters, findings } = readConfiguration(
      configuration({ space: 'searchSpaceFile: search_space.json' }),
    );
    assert.deepEqual([parameters, findings], [[], []]);
  });

  it('keeps objective, method and budget of either version', () => {
    const second = readConfiguration(
      configuration({
        tuner: tuner('TPE'),
        more: 'maxTrialNumber: 20\nassessor: {name: Medianstop, classArgs: {start_step: 5}}',
      }),
    );
    assert.deepEqual([second.objective?.goal, second.method?.family], ['minimize', 'parzen']);
    assert.deepEqual([second.budget.trials?.value, second.budget.parallelTrials?.value], [20, 2]);
    assert.deepEqual(
      [second.budget.earlyStopping?.family, second.budget.earlyStopping?.minResource?.value],
      ['medianStopping', 5],
    );
    const first = readConfiguration(
      'searchSpacePath: s.json\nmaxTrialNum: 72\ntrialConcurrency: 3\ntuner: {builtinTunerName: GridSearch}',
    );
    assert.deepEqual(
      [first.method?.family, first.budget.trials?.value, first.findings.length],
      ['grid', 72, 0],
    );
  });

  it('hands on what Hyperband halves by, its defaults included', () => {
    const written = readConfiguration(configuration({ tuner: tuner('Hyperband', 'R: 27, eta: 4') })).budget
      .earlyStopping;
    assert.deepEqual([written?.maxResource?.value, written?.reductionFactor?.value], [27, 4]);
    const assumed = readConfiguration(configuration({ tuner: 'advisor: {name: Hyperband}' })).budget
      .earlyStopping;
    assert.deepEqual([assumed?.maxResource?.value, assumed?.reductionFactor?.value], [60, 3]);
  });
});

describe('NNI files of the corpus', () => {
  const expected = new Map([
    ['nni', 'nni-search-space'],
    ['nni-config', 'nni-experiment'],
  ]);

  it('are of their NNI format, and nothing else in the corpus is', function () {
    if (!existsSync(corpus)) this.skip();
    for (const folder of readdirSync(corpus).filter(name => !name.includes('.'))) {
      for (const file of readdirSync(`${corpus}/${folder}`)) {
        const language = file.endsWith('json') ? 'json' : 'yaml';
        const format = recognise(
          parseSource(readFileSync(`${corpus}/${folder}/${file}`, 'utf8'), language, file),
        );
        const found = format?.id.startsWith('nni') ? format.id : undefined;
        assert.equal(found, expected.get(folder), `${folder}/${file}`);
      }
    }
  });

  it('have no error in the search spaces', function () {
    if (!existsSync(corpus)) this.skip();
    for (const file of readdirSync(`${corpus}/nni`)) {
      const { parameters, findings } = readSpaceFile(readFileSync(`${corpus}/nni/${file}`, 'utf8'));
      assert.ok(parameters.length > 0, file);
      assert.deepEqual(
        findings.filter(({ severity }) => severity === 'error'),
        [],
        file,
      );
    }
  });

  it('have an error in a configuration only for the field of version 1 that version 2 refuses', function () {
    if (!existsSync(corpus)) this.skip();
    const errors = readdirSync(`${corpus}/nni-config`).flatMap(file => {
      const text = readFileSync(`${corpus}/nni-config/${file}`, 'utf8');
      return readConfiguration(text).findings.map(({ range }) => text.slice(range.start, range.end));
    });
    assert.deepEqual(errors, ['logDir']);
  });
});
