import assert from 'node:assert/strict';
import { optunaPython } from '../../../../src/core/formats/optuna/optunaPython';
import { applyEdits } from '../../../../src/core/text/range';
import { holdToRules } from '../ruleCases';
import { objective, read } from './optunaText';

describe('what Optuna would object to', () => {
  const suggest = (call: string) => objective(`return trial.${call}`);
  holdToRules(optunaPython, 'python', [
    {
      code: 'optuna-deprecated',
      what: 'suggest_discrete_uniform',
      wrong: suggest('suggest_discrete_uniform("x", 0, 1, q=0.25)'),
      right: suggest('suggest_float("x", 0, 1, step=0.25)'),
      at: 'suggest_discrete_uniform',
    },
    {
      code: 'call-arguments',
      what: 'an argument by position that has a name only',
      wrong: suggest('suggest_float("x", 0, 1, 0.25)'),
      right: suggest('suggest_float("x", 0, 1, step=0.25)'),
      at: '0.25',
      fixed: 'step=0.25',
    },
    {
      code: 'call-arguments',
      what: 'a misspelt argument',
      wrong: suggest('suggest_float("x", 1, hihg=2)'),
      right: suggest('suggest_float("x", 1, high=2)'),
      at: 'hihg',
      fixed: 'high',
    },
    {
      code: 'string-number',
      what: 'a bound in quotes',
      wrong: suggest('suggest_float("x", "1e-5", 1, log=True)'),
      right: suggest('suggest_float("x", 1e-5, 1, log=True)'),
      at: '"1e-5"',
      fixed: '1e-5',
    },
    {
      code: 'wrong-value',
      what: 'a step of zero',
      wrong: suggest('suggest_float("x", 0, 1, step=0)'),
      right: suggest('suggest_float("x", 0, 1, step=0.5)'),
      at: '0',
    },
    {
      code: 'optuna-choice-type',
      what: 'a class among the choices',
      wrong: suggest('suggest_categorical("x", ["a", nn.ReLU])'),
      right: suggest('suggest_categorical("x", ["a", "relu"])'),
      at: 'nn.ReLU',
    },
    {
      code: 'optuna-redefined',
      what: 'another range under the same name',
      wrong: objective('trial.suggest_int("x", 1, 3)', 'trial.suggest_int("x", 1, 4)'),
      right: objective('trial.suggest_int("x", 1, 3)', 'trial.suggest_int("x", 1, 3)'),
      at: '"x"',
    },
  ]);

  it('writes the modern call for each deprecated one', () => {
    for (const [old, modern] of [
      ['suggest_loguniform("x", 1, 2)', 'suggest_float("x", 1, 2, log=True)'],
      ['suggest_uniform("x", 1, 2)', 'suggest_float("x", 1, 2)'],
      ['suggest_discrete_uniform("x", 1, 2, 0.5)', 'suggest_float("x", 1, 2, step=0.5)'],
      ['suggest_discrete_uniform("x", 1, 2, q=0.5)', 'suggest_float("x", 1, 2, step=0.5)'],
    ] as const) {
      const text = suggest(old);
      const [finding] = read(text).findings;
      const fixed = applyEdits(text, finding?.fixes[0]?.edits ?? []);
      assert.equal(fixed, suggest(modern));
    }
  });

  it('takes other choices or another scale under one name for an error, another range for a warning', () => {
    const severity = (...lines: string[]) =>
      read(objective(...lines)).findings.map(({ code, severity }) => [code, severity]);
    assert.deepEqual(severity('trial.suggest_float("x", 1, 3)', 'trial.suggest_float("x", 1, 4)'), [
      ['optuna-redefined', 'warning'],
    ]);
    assert.deepEqual(severity('trial.suggest_float("x", 1, 3)', 'trial.suggest_float("x", 1, 3, log=True)'), [
      ['optuna-redefined', 'error'],
    ]);
    assert.deepEqual(severity('trial.suggest_float("x", 1, 3)', 'trial.suggest_int("x", 1, 3)'), [
      ['optuna-redefined', 'error'],
    ]);
  });

  it('holds a grid to the parameters: one without a list is an error, a value outside a warning', () => {
    const text =
      objective('return trial.suggest_float("x", 0, 1), trial.suggest_int("n", 1, 3)') +
      'study = optuna.create_study(sampler=optuna.samplers.GridSampler({"x": [0.5, 2]}))\nstudy.optimize(objective)\n';
    assert.deepEqual(
      read(text).findings.map(({ code, severity, range }) => [
        code,
        severity,
        text.slice(range.start, range.end),
      ]),
      [
        ['optuna-grid', 'error', '"n"'],
        ['optuna-grid', 'warning', '2'],
      ],
    );
  });
});
