import assert from 'node:assert/strict';
import { vertexRules } from '../../../src/core/formats/vertex/rules';
import { vertexStudy } from '../../../src/core/formats/vertex/vertexStudy';
import { parseSource } from '../../../src/core/text/parse';
import { assertDraws, even, type Drawn } from './drawnCases';
import { afterFix, errors, findings } from './findings';
import { onlySpace } from './onlySpace';
import { holdToRules, type RuleCase } from './ruleCases';

const read = (text: string, language: 'yaml' | 'json' = 'yaml') =>
  onlySpace(vertexStudy.read(parseSource(text, language)));

/** AI Platform's form, with a single parameter. */
function legacy(
  parameter: string,
  more = 'goal: MINIMIZE, hyperparameterMetricTag: loss, maxTrials: 9',
): string {
  return `trainingInput:\n  hyperparameters: {${more}, params: [{parameterName: x, ${parameter}}]}\n`;
}

/** The form of Vertex AI and Vizier, with a single parameter. */
function spec(parameter: string, more = 'metrics: [{metricId: loss, goal: MINIMIZE}]'): string {
  return `maxTrialCount: 9\nstudySpec: {${more}, parameters: [{parameterId: x, ${parameter}}]}\n`;
}

const range = (type: string, low: number, high: number, scale: string) =>
  `type: ${type}, minValue: ${low}, maxValue: ${high}, scaleType: ${scale}`;

// From google/vizier, `study.proto` and `pyvizier/converters`: the log scale between the bounds, and its mirror image.
const drawn: readonly (readonly [string, string, Drawn])[] = [
  ['a linear scale', legacy(range('DOUBLE', 0, 10, 'UNIT_LINEAR_SCALE')), { quantiles: [0.5, 5, 9.5] }],
  ['no scale is a linear one', legacy(range('DOUBLE', 0, 10, 'NONE')), { quantiles: [0.5, 5, 9.5] }],
  ['a log scale', legacy(range('DOUBLE', 1e-4, 1e-2, 'UNIT_LOG_SCALE')), { quantiles: [1e-4 * 10 ** 0.1, 1e-3, 1e-4 * 10 ** 1.9] }],
  ['a reversed log scale favours the top', legacy(range('DOUBLE', 0.1, 1, 'UNIT_REVERSE_LOG_SCALE')), { quantiles: [1.1 - 10 ** -0.05, 1.1 - 10 ** -0.5, 1.1 - 10 ** -0.95] }],
  ['an integer holds both ends', legacy('type: INTEGER, minValue: 1, maxValue: 3'), even(1, 2, 3)],
  ['categories are text', legacy('type: CATEGORICAL, categoricalValues: [a, "1"]'), even('a', '1')],
  ['discrete values are numbers in order', legacy('type: DISCRETE, discreteValues: [8, 10, 12.5]'), even(8, 10, 12.5)],
  ['a value spec of doubles', spec('doubleValueSpec: {minValue: 0, maxValue: 10}'), { quantiles: [0.5, 5, 9.5] }],
  ['one of integers, written as text', spec('integerValueSpec: {minValue: "1", maxValue: "2"}'), even(1, 2)],
  ['one of categories', spec('categoricalValueSpec: {values: [a, b]}'), even('a', 'b')],
  ['one of discrete values', spec('discreteValueSpec: {values: [0.5, 1.5]}'), even(0.5, 1.5)],
  ['fields in snake case', spec('double_value_spec: {min_value: 0, max_value: 10}').replace('studySpec', 'study_spec').replace('parameterId', 'parameter_id'), { quantiles: [0.5, 5, 9.5] }],
  ['nothing comes of a log scale from zero', legacy(range('DOUBLE', 0, 1, 'UNIT_LOG_SCALE')), 'nothing'],
  ['nothing comes of a missing bound', legacy('type: DOUBLE, minValue: 1'), 'nothing'],
]; // prettier-ignore

describe('what Vertex AI draws', () => {
  for (const [what, text, expected] of drawn) {
    it(what, () => assertDraws(read(text).parameters[0]?.domain, expected));
  }
});

describe('a Vertex AI study', () => {
  it('holds child parameters while their parent has one of the values named', () => {
    const child = (id: string, values: string, more = '') =>
      `{parentCategoricalValues: {values: [${values}]}, parameterSpec: {parameterId: ${id}, integerValueSpec: {minValue: 1, maxValue: 3}${more}}}`;
    const grandchild =
      ', conditionalParameterSpecs: [{parentIntValues: {values: ["2"]}, parameterSpec: {parameterId: c, discreteValueSpec: {values: [1, 2]}}}]';
    const text = spec(
      `categoricalValueSpec: {values: [sgd, adam]}, conditionalParameterSpecs: [${child('a', 'sgd', grandchild)}, ${child('a', 'adam')}]`,
    );
    const { parameters, findings } = read(text);
    assert.deepEqual(findings, []);
    assert.deepEqual(
      parameters.map(({ name, condition }) => [
        name,
        condition?.kind === 'in' ? [condition.parent, ...condition.values] : [],
      ]),
      [
        ['x', []],
        ['a', ['x', 'sgd']],
        ['c', ['a', '2']],
        ['a (2)', ['x', 'adam']],
      ],
    );
  });

  it('states its metric, goal, trials and algorithm, in JSON too', () => {
    const text = JSON.stringify({
      maxTrialCount: 12,
      parallelTrialCount: 3,
      studySpec: {
        metrics: [{ metricId: 'accuracy' }],
        algorithm: 'RANDOM_SEARCH',
        parameters: [{ parameterId: 'x', doubleValueSpec: { minValue: 0, maxValue: 1, defaultValue: 0.5 } }],
        medianAutomatedStoppingSpec: { useElapsedDuration: true },
      },
    });
    const { objective, method, budget, parameters, dialect } = read(text, 'json');
    assert.deepEqual(
      [objective?.metric, objective?.goal, method?.family, dialect],
      ['accuracy', 'maximize', 'random', 'json'],
    );
    assert.deepEqual([budget.trials?.value, budget.parallelTrials?.value], [12, 3]);
    assert.equal(budget.earlyStopping?.family, 'medianStopping');
    assert.equal(parameters[0]?.default, 0.5);
  });

  it('of AI Platform states them beside its parameters', () => {
    const { objective, budget } = read(legacy('type: INTEGER, minValue: 1, maxValue: 3'));
    assert.deepEqual([objective?.metric, objective?.goal, budget.trials?.value], ['loss', 'minimize', 9]);
  });

  for (const text of [
    legacy('type: DOUBLE, minValue: 1e-4, maxValue: 1').replace('Name: x', 'Name: lr'),
    legacy(range('DOUBLE', 1e-4, 1, 'UNIT_LINEAR_SCALE')).replace('Name: x', 'Name: lr'),
    spec('doubleValueSpec: {minValue: 1e-4, maxValue: 1}').replace('Id: x', 'Id: lr'),
    legacy(range('DOUBLE', 1e-4, 1, 'UNIT_REVERSE_LOG_SCALE')).replace('Name: x', 'Name: lr'),
  ]) {
    it(`is put on a log scale: ${text.slice(0, 140).replaceAll('\n', ' ')}…`, () => {
      const code = text.includes('REVERSE') ? 'reverse-log-rate' : 'linear-decades';
      const after = afterFix(text, code);
      assert.deepEqual([errors(after), findings(after, code)], [[], []]);
      assert.equal(read(after).parameters[0]?.declared.scale, 'log', after);
    });
  }
});

const int = 'type: INTEGER, minValue: 1, maxValue: 3';
const twice = (other: string) =>
  `trainingInput:\n  hyperparameters: {goal: MINIMIZE, hyperparameterMetricTag: loss, params: [{parameterName: x, ${int}}, {parameterName: ${other}, ${int}}]}\n`;
const cases: readonly RuleCase[] = [
  { code: 'unknown-word', what: 'a type there is not', wrong: legacy('type: FLOAT, minValue: 1, maxValue: 3'), right: legacy(int), at: 'FLOAT' },
  { code: 'unknown-word', what: 'a scale there is not', wrong: legacy(range('DOUBLE', 1, 3, 'LOG_SCALE')), right: legacy(range('DOUBLE', 1, 3, 'UNIT_LOG_SCALE')), at: 'LOG_SCALE' },
  { code: 'unknown-field', what: 'a field there is not', wrong: legacy(`${int}, scaletypes: NONE`), right: legacy(`${int}, scaleType: NONE`), at: 'scaletypes', fixed: 'scaleType' },
  { code: 'unknown-field', what: 'two value specs', wrong: spec('integerValueSpec: {minValue: 1, maxValue: 3}, discreteValueSpec: {values: [1]}'), right: spec('integerValueSpec: {minValue: 1, maxValue: 3}'), at: 'discreteValueSpec' },
  { code: 'missing-field', what: 'a bound that is missing', wrong: legacy('type: INTEGER, minValue: 1'), right: legacy(int), at: 'parameterName' },
  { code: 'missing-field', what: 'a study without metrics', wrong: spec('integerValueSpec: {minValue: 1, maxValue: 3}', 'algorithm: RANDOM_SEARCH'), right: spec('integerValueSpec: {minValue: 1, maxValue: 3}'), at: 'parameters' },
  { code: 'wrong-value', what: 'a reversed log scale from zero', wrong: legacy(range('DOUBLE', 0, 1, 'UNIT_REVERSE_LOG_SCALE')), right: legacy(range('DOUBLE', 0.1, 1, 'UNIT_REVERSE_LOG_SCALE')), at: '0' },
  { code: 'wrong-value', what: 'no trials', wrong: legacy(int, 'maxTrials: 0'), right: legacy(int, 'maxTrials: 1'), at: '0' },
  { code: 'repeated-name', what: 'a parameter declared twice', wrong: twice('x'), right: twice('y'), at: 'x' },
  { code: 'method-domain', what: 'a grid over doubles', wrong: spec('doubleValueSpec: {minValue: 0, maxValue: 1}', 'algorithm: GRID_SEARCH, metrics: [{metricId: loss}]'), right: spec('integerValueSpec: {minValue: 0, maxValue: 1}', 'algorithm: GRID_SEARCH, metrics: [{metricId: loss}]'), at: 'doubleValueSpec' },
  { code: 'vertex-values', what: 'discrete values of a category', wrong: legacy('type: CATEGORICAL, discreteValues: [a, b]'), right: legacy('type: CATEGORICAL, categoricalValues: [a, b]'), at: 'discreteValues', fixed: 'categoricalValues' },
  { code: 'vertex-values', what: 'a list beside an interval', wrong: legacy(`${int}, discreteValues: [1, 2]`), right: legacy(int), at: 'discreteValues' },
  { code: 'vertex-category', what: 'a truth value for a category', wrong: legacy('type: CATEGORICAL, categoricalValues: [False, "True"]'), right: legacy('type: CATEGORICAL, categoricalValues: ["False", "True"]'), at: 'False', fixed: '"False"' },
  { code: 'vertex-discrete-order', what: 'discrete values out of order', wrong: legacy('type: DISCRETE, discreteValues: [2, 1]'), right: legacy('type: DISCRETE, discreteValues: [1, 2]'), at: '1' },
]; // prettier-ignore

describe('what Vertex AI rejects', () => {
  holdToRules(vertexStudy, 'yaml', cases);

  it('has a case for every rule of its own', () => {
    const covered = new Set(cases.map(({ code }) => code));
    assert.deepEqual(
      vertexRules.filter(({ code }) => !covered.has(code)),
      [],
    );
  });
});
