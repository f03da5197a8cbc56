import assert from 'node:assert/strict';
import { sagemakerRules } from '../../../src/core/formats/sagemaker/rules';
import { sagemakerTuning } from '../../../src/core/formats/sagemaker/sagemakerTuning';
import { parseSource } from '../../../src/core/text/parse';
import { assertDraws, even, type Drawn } from './drawnCases';
import { afterFix, errors, findings } from './findings';
import { onlySpace } from './onlySpace';
import { holdToRules, type RuleCase } from './ruleCases';

const limits = '"ResourceLimits": {"MaxNumberOfTrainingJobs": 20, "MaxParallelTrainingJobs": 2}';

/** A configuration that the API takes, with the ranges of a single kind. */
function config(kind: string, ranges: string, more = '"Strategy": "Bayesian"'): string {
  return `{${more}, ${limits}, "ParameterRanges": {"${kind}ParameterRanges": [${ranges}]}}`;
}

const interval = (low: string, high: string, scaling = 'Linear') =>
  `{"Name": "x", "MinValue": ${low}, "MaxValue": ${high}, "ScalingType": "${scaling}"}`;
const category = '{"Name": "x", "Values": ["a", "b"]}';

const readAll = (text: string, language: 'yaml' | 'json' = 'json') =>
  sagemakerTuning.read(parseSource(text, language));
const read = (text: string, language: 'yaml' | 'json' = 'json') => onlySpace(readAll(text, language));

// From the SageMaker developer guide, "Define Hyperparameter Ranges": Logarithmic for ranges above 0, and
// ReverseLogarithmic, uniform in -log(1 - x), for ranges in [0, 1).
const drawn: readonly (readonly [string, string, Drawn])[] = [
  ['Linear', config('Continuous', interval('"0"', '"10"')), { quantiles: [0.5, 5, 9.5] }],
  ['Logarithmic', config('Continuous', interval('"0.0001"', '"1e-2"', 'Logarithmic')), { quantiles: [1e-4 * 10 ** 0.1, 1e-3, 1e-4 * 10 ** 1.9] }],
  ['ReverseLogarithmic spreads what is near 1', config('Continuous', interval('"0.9"', '"0.999"', 'ReverseLogarithmic')), { quantiles: [1 - 10 ** -1.1, 0.99, 1 - 10 ** -2.9] }],
  ['ReverseLogarithmic may start at 0', config('Continuous', interval('"0"', '"0.99"', 'ReverseLogarithmic')), { quantiles: [1 - 10 ** -0.1, 0.9, 1 - 10 ** -1.9] }],
  ['an integer holds both ends', config('Integer', interval('"1"', '"3"')), even(1, 2, 3)],
  ['categories are text', config('Categorical', '{"Name": "x", "Values": ["1", "b"]}'), even('1', 'b')],
  ['nothing comes of bounds that are no numbers', config('Integer', interval('"one"', '"3"')), 'nothing'],
  ['nothing comes of a log scale from 0', config('Continuous', interval('"0"', '"1"', 'Logarithmic')), 'nothing'],
  ['nothing comes of a reversed log scale up to 1', config('Continuous', interval('"0"', '"1"', 'ReverseLogarithmic')), 'nothing'],
]; // prettier-ignore

describe('what SageMaker draws', () => {
  for (const [what, text, expected] of drawn) {
    it(what, () => assertDraws(read(text).parameters[0]?.domain, expected));
  }
});

describe('a SageMaker tuning job', () => {
  it('states its strategy, limits, objective and early stopping', () => {
    const text = config(
      'Integer',
      interval('"1"', '"3"'),
      '"Strategy": "Random", "TrainingJobEarlyStoppingType": "Auto", "HyperParameterTuningJobObjective": {"Type": "Maximize", "MetricName": "auc"}',
    );
    const { method, budget, objective } = read(`{"HyperParameterTuningJobConfig": ${text}}`);
    assert.deepEqual([method?.family, budget.trials?.value, budget.parallelTrials?.value], ['random', 20, 2]);
    assert.deepEqual([objective?.metric, objective?.goal], ['auc', 'maximize']);
    assert.equal(budget.earlyStopping?.family, 'medianStopping');
  });

  it('of Hyperband states its resources', () => {
    const strategy =
      '"Strategy": "Hyperband", "StrategyConfig": {"HyperbandStrategyConfig": {"MinResource": 1, "MaxResource": 27}}';
    const { earlyStopping } = read(config('Integer', interval('"1"', '"3"'), strategy)).budget;
    assert.deepEqual([earlyStopping?.minResource?.value, earlyStopping?.maxResource?.value], [1, 27]);
  });

  it('is read in a Kubernetes resource, whose keys start small', () => {
    const text =
      'apiVersion: sagemaker.aws.amazon.com/v1\nkind: HyperparameterTuningJob\nspec:\n  hyperParameterTuningJobConfig:\n' +
      '    strategy: Bayesian\n    resourceLimits: {maxParallelTrainingJobs: 1}\n    parameterRanges:\n' +
      "      integerParameterRanges:\n        - {name: depth, minValue: '1', maxValue: '3'}\n";
    const { parameters, findings: found } = read(text, 'yaml');
    assert.deepEqual(found, []);
    assertDraws(parameters[0]?.domain, even(1, 2, 3));
  });

  it('has a space for each training definition', () => {
    const definition = (name: string, parameter: string) =>
      `{"DefinitionName": "${name}", "HyperParameterRanges": {"CategoricalParameterRanges": [{"Name": "${parameter}", "Values": ["a", "b"]}]}}`;
    const text = `{"HyperParameterTuningJobConfig": {"Strategy": "Random", ${limits}}, "TrainingJobDefinitions": [${definition('one', 'x')}, ${definition('two', 'y')}]}`;
    assert.deepEqual(
      readAll(text).map(({ name, parameters }) => [name, parameters[0]?.name]),
      [
        ['one', 'x'],
        ['two', 'y'],
      ],
    );
  });

  it('is put on a log scale where it is linear over decades', () => {
    const text = config('Continuous', interval('"0.0001"', '"0.1"')).replace('"x"', '"eta"');
    const after = afterFix(text, 'linear-decades', 'json');
    assert.ok(after.includes('"ScalingType": "Logarithmic"'), after);
    assert.deepEqual([errors(after, 'json'), findings(after, 'linear-decades', 'json')], [[], []]);
  });

  it('is not called linear where SageMaker chooses the scale', () => {
    const text = config('Continuous', '{"Name": "eta", "MinValue": "0.0001", "MaxValue": "0.1"}');
    assert.deepEqual(findings(text, 'linear-decades', 'json'), []);
    assert.equal(findings(text, 'sagemaker-auto', 'json').length, 1);
  });
});

const int = interval('"1"', '"3"');
const values = (count: number) =>
  `{"Name": "x", "Values": [${Array.from({ length: count }, (_, i) => `"${i}"`).join(', ')}]}`;
const stopping = (type: string) =>
  config('Integer', int, `"Strategy": "Hyperband", "TrainingJobEarlyStoppingType": "${type}"`);

const cases: readonly RuleCase[] = [
  { code: 'unknown-word', what: 'a strategy there is not', wrong: config('Integer', int, '"Strategy": "Bayes"'), right: config('Integer', int, '"Strategy": "Bayesian"'), at: '"Bayes"' },
  { code: 'unknown-word', what: 'a scaling there is not', wrong: config('Integer', interval('"1"', '"3"', 'Log')), right: config('Integer', interval('"1"', '"3"', 'Logarithmic')), at: '"Log"' },
  { code: 'unknown-field', what: 'a field there is not', wrong: config('Categorical', '{"Name": "x", "Value": ["c"], "Values": ["a", "b"]}'), right: config('Categorical', category), at: '"Value"' },
  { code: 'missing-field', what: 'no strategy', wrong: config('Integer', int, '"RandomSeed": 1'), right: config('Integer', int), at: '"RandomSeed"' },
  { code: 'missing-field', what: 'a bound that is missing', wrong: config('Integer', '{"Name": "x", "MinValue": "1"}'), right: config('Integer', int), at: '"Name"' },
  { code: 'wrong-value', what: 'a bound that is no number', wrong: config('Integer', interval('"1"', '"three"')), right: config('Integer', int), at: '"three"' },
  { code: 'repeated-name', what: 'a parameter declared twice', wrong: config('Categorical', `${category}, ${category}`), right: config('Categorical', `${category}, ${category.replace('"x"', '"y"')}`), at: '"x"' },
  { code: 'method-domain', what: 'a grid over integers', wrong: config('Integer', int, '"Strategy": "Grid"'), right: config('Categorical', category, '"Strategy": "Grid"'), at: '"x"' },
  { code: 'sagemaker-unquoted', what: 'a bound that is no text', wrong: config('Integer', interval('1', '"3"')), right: config('Integer', int), at: '1', fixed: '"1"' },
  { code: 'sagemaker-unquoted', what: 'a category that is no text', wrong: config('Categorical', '{"Name": "x", "Values": ["a", true]}'), right: config('Categorical', '{"Name": "x", "Values": ["a", "true"]}'), at: 'true', fixed: '"true"' },
  { code: 'sagemaker-early-stopping', what: 'early stopping beside Hyperband', wrong: stopping('Auto'), right: stopping('Off'), at: '"Auto"', fixed: '"Off"' },
  { code: 'sagemaker-limit', what: '31 categories', wrong: config('Categorical', values(31)), right: config('Categorical', values(30)), at: '"Values"' },
  { code: 'sagemaker-reverse-range', what: 'a reversed log scale up to 1', wrong: config('Continuous', interval('"0.9"', '"1"', 'ReverseLogarithmic')), right: config('Continuous', interval('"0.9"', '"0.999"', 'ReverseLogarithmic')), at: '"1"' },
  { code: 'sagemaker-auto', what: 'decades whose scale is left to SageMaker', wrong: config('Continuous', interval('"0.001"', '"1"', 'Auto')), right: config('Continuous', interval('"0.001"', '"1"', 'Logarithmic')), at: '"Auto"', fixed: '"Logarithmic"' },
]; // prettier-ignore

describe('what SageMaker rejects', () => {
  holdToRules(sagemakerTuning, 'json', cases);

  it('has a case for every rule of its own', () => {
    const covered = new Set(cases.map(({ code }) => code));
    assert.deepEqual(
      sagemakerRules.filter(({ code }) => !covered.has(code)),
      [],
    );
  });
});
