import assert from 'node:assert/strict';
import { axPython } from '../../../../src/core/formats/ax/axPython';
import { parseSource } from '../../../../src/core/text/parse';
import { assertDraws, even, type Drawn } from '../drawnCases';
import { onlySpace } from '../onlySpace';
import { holdToRules } from '../ruleCases';

const readAll = (text: string) => axPython.read(parseSource(text, 'python'));
const read = (text: string) => onlySpace(readAll(text));
const experiment = (...parameters: readonly string[]) =>
  `from ax.service.ax_client import AxClient, ObjectiveProperties\nc = AxClient()\nc.create_experiment(parameters=[${parameters.join(', ')}])\n`;
const config = (...parameters: readonly string[]) =>
  `from ax.api.client import Client\nfrom ax.api.configs import ChoiceParameterConfig, RangeParameterConfig\nClient().configure_experiment(parameters=[${parameters.join(', ')}])\n`;

const drawn: readonly (readonly [string, string, Drawn])[] = [
  ['a range', experiment('{"name": "x", "type": "range", "bounds": [0.0, 10.0]}'), { quantiles: [0.5, 5, 9.5] }],
  ['whole bounds make integers', experiment('{"name": "x", "type": "range", "bounds": [1, 3]}'), even(1, 2, 3)],
  ['unless the type is stated', experiment('{"name": "x", "type": "range", "bounds": [0, 10], "value_type": "float"}'), { quantiles: [0.5, 5, 9.5] }],
  ['a log scale', experiment('{"name": "x", "type": "range", "bounds": [1e-4, 1e-2], "log_scale": True}'), { quantiles: [10 ** -3.9, 1e-3, 10 ** -2.1] }],
  ['choices', experiment('{"name": "x", "type": "choice", "values": ["a", "b", "c"]}'), even('a', 'b', 'c')],
  ['a range configuration', config('RangeParameterConfig(name="x", parameter_type="float", bounds=(0, 10))'), { quantiles: [0.5, 5, 9.5] }],
  ['with a step', config('RangeParameterConfig("x", (0, 1), "float", step_size=0.5)'), even(0, 0.5, 1)],
  ['on a log scale', config('RangeParameterConfig(name="x", bounds=(1, 100), parameter_type="float", scaling="log")'), { quantiles: [10 ** 0.1, 10, 10 ** 1.9] }],
  ['a choice configuration', config('ChoiceParameterConfig(name="x", values=[1, 2], parameter_type="int")'), even(1, 2)],
]; // prettier-ignore

describe('what Ax draws', () => {
  for (const [what, text, expected] of drawn) {
    it(what, () => assertDraws(read(text).parameters[0]?.domain, expected));
  }
});

describe('an Ax experiment', () => {
  it('is recognised by its parameters, whatever else has that name', () => {
    const sure = (text: string) => axPython.recognise(parseSource(text, 'python'));
    assert.equal(sure(experiment('{"name": "x", "type": "range", "bounds": [0.0, 1.0]}')), 1);
    assert.equal(sure('client.create_experiment(parameters=[1, 2])'), 0);
    assert.equal(sure('import mlflow\nmlflow.create_experiment("a", artifact_location="b")'), 0);
  });

  it('orders numbers and pairs, and keeps fixed values', () => {
    const kinds = read(
      experiment(
        '{"name": "a", "type": "choice", "values": [1, 2, 4]}',
        '{"name": "b", "type": "choice", "values": [1, 2, 4], "is_ordered": False}',
        '{"name": "c", "type": "fixed", "value": 3}',
      ),
    ).parameters.map(({ domain }) => domain?.kind);
    assert.deepEqual(kinds, ['ordinal', 'categorical', 'constant']);
  });

  it('says its metric and direction in each of three ways', () => {
    const goal = (text: string) => read(text).objective?.goal;
    const parameter = '{"name": "x", "type": "range", "bounds": [0.0, 1.0]}';
    const plain = experiment(parameter);
    const withProperties = plain.replace('])', '], objectives={"loss": ObjectiveProperties(minimize=True)})');
    assert.deepEqual([read(withProperties).objective?.metric, goal(withProperties)], ['loss', 'minimize']);
    const managed = `from ax import optimize\noptimize(parameters=[${parameter}], objective_name="acc", evaluation_function=f, total_trials=30)`;
    assert.deepEqual([goal(managed), read(managed).budget.trials?.value], ['maximize', 30]);
    const api =
      config('RangeParameterConfig("x", (0, 1), "float")') +
      'client.configure_optimization(objective="-1 * loss")\nclient.run_trials(max_trials=12)\n';
    assert.deepEqual([goal(api), read(api).budget.trials?.value], ['minimize', 12]);
  });
});

describe('what Ax would object to', () => {
  const range = (more: string) => experiment(`{"name": "x", "type": "range", ${more}}`);
  holdToRules(axPython, 'python', [
    { code: 'ax-zero-or-one', what: 'whole bounds 0 and 1', wrong: range('"bounds": [0, 1]'), right: range('"bounds": [0.0, 1.0]'), at: '1' },
    { code: 'ax-mixed-bounds', what: 'bounds of two types', wrong: range('"bounds": [0, 1.5]'), right: range('"bounds": [0.0, 1.5]'), at: '0', fixed: '0.0' },
    { code: 'call-arguments', what: 'a misspelt key', wrong: range('"bounds": [1, 3], "value_typ": "int"'), right: range('"bounds": [1, 3], "value_type": "int"'), at: '"value_typ"' },
  ]); // prettier-ignore
});
