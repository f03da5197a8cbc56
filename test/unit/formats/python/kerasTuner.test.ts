import assert from 'node:assert/strict';
import { kerasTunerPython } from '../../../../src/core/formats/kerasTuner/kerasTunerPython';
import { conditionText } from '../../../../src/core/space/conditionText';
import { parseSource } from '../../../../src/core/text/parse';
import { assertDraws, even, type Drawn } from '../drawnCases';
import { onlySpace } from '../onlySpace';
import { holdToRules } from '../ruleCases';

const read = (text: string) => onlySpace(kerasTunerPython.read(parseSource(text, 'python')));
const model = (...lines: readonly string[]) =>
  ['import keras_tuner as kt', 'def build(hp):', ...lines.map(line => `    ${line}`), ''].join('\n');
const active = (text: string) =>
  read(text).parameters.map(({ name, condition }) =>
    condition ? `${name} if ${conditionText(condition)}` : name,
  );

// keras_tuner/src/engine/hyperparameters/hp_types of Keras Tuner 1.4.8: values are counted with Python's `//`, log
// integers are drawn up to max + 1 and cut off, a step on a log scale multiplies.
const drawn: readonly (readonly [string, string, Drawn])[] = [
  ['Int holds both ends', 'Int("x", 1, 3)', even(1, 2, 3)],
  ['Int counts its step from the lower end', 'Int("x", 6, 13, step=3)', even(6, 9, 12)],
  ['Int on a log scale is cut off', 'Int("x", 1, 3, sampling="log")', { levels: [1, 2, 3].map(k => [k, Math.log((k + 1) / k) / Math.log(4)] as const) }],
  ['a step on a log scale multiplies', 'Int("x", 2, 32, step=2, sampling="log")', even(2, 4, 8, 16, 32)],
  ['also for reals, to the end', 'Float("x", 0.001, 10, step=10, sampling="log")', even(0.001, 0.01, 0.1, 1, 10)],
  ['and mirrored for reverse_log', 'Float("x", 1, 8, step=2, sampling="reverse_log")', even(1, 5, 7, 8)],
  ['Float is uniform', 'Float("x", 0, 10)', { quantiles: [0.5, 5, 9.5] }],
  ['Float on a log scale', 'Float("x", 1e-4, 1e-2, sampling="log")', { quantiles: [10 ** -3.9, 1e-3, 10 ** -2.1] }],
  ['reverse_log gathers near the upper end', 'Float("x", 1, 100, sampling="reverse_log")', { quantiles: [101 - 100 ** 0.95, 101 - 100 ** 0.5, 101 - 100 ** 0.05] }],
  ['Float counts its steps with //, and 0.5 // 0.1 is 4', 'Float("x", 0, 0.5, step=0.1)', even(0, 0.1, 0.2, 0.3, 0.4)],
  ['and 1 // 0.1 is 9', 'Float("x", 0, 1, step=0.1)', even(0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)],
  ['Choice', 'Choice("x", ["a", "b"])', even('a', 'b')],
  ['Boolean', 'Boolean("x")', even(false, true)],
]; // prettier-ignore

describe('what Keras Tuner draws', () => {
  for (const [what, call, expected] of drawn) {
    it(what, () => assertDraws(read(model(`return hp.${call}`)).parameters[0]?.domain, expected));
  }
});

describe('a Keras Tuner model', () => {
  it('orders numbers unless told otherwise, and keeps the default', () => {
    const [ordered, not, word] = read(
      model(
        'hp.Choice("a", [1, 2], default=2)',
        'hp.Choice("b", [1, 2], ordered=False)',
        'hp.Choice("c", ["x", "y"])',
      ),
    ).parameters;
    assert.deepEqual(
      [ordered?.domain?.kind, not?.domain?.kind, word?.domain?.kind],
      ['ordinal', 'categorical', 'categorical'],
    );
    assert.equal(ordered?.default, 2);
  });

  it('has conditions from scopes, parents and branches, and names from name scopes', () => {
    const text = model(
      'kind = hp.Choice("kind", ["mlp", "cnn"])',
      'with hp.conditional_scope("kind", ["mlp"]):',
      '    if kind == "mlp":',
      '        hp.Int("units", 32, 64)',
      'hp.Int("filters", 8, 16, parent_name="kind", parent_values=["cnn"])',
      'with hp.name_scope("top"):',
      '    if hp.Boolean("dropout"):',
      '        hp.Float("rate", 0.1, 0.5)',
      'for i in range(hp.Int("layers", 1, 2)):',
      '    hp.Int(f"width_{i}", 1, 9)',
    );
    assert.deepEqual(active(text), [
      'kind',
      'units if kind is mlp',
      'filters if kind is cnn',
      'top/dropout',
      'top/rate if top/dropout is true',
      'layers',
      'width_0',
      'width_1 if layers is above 1',
    ]);
  });

  it('is found by its hp: a parameter of that name or type, or one it makes itself', () => {
    const sure = (text: string) => kerasTunerPython.recognise(parseSource(text, 'python'));
    assert.equal(
      sure('import keras_tuner\ndef f(params: keras_tuner.HyperParameters):\n    params.Int("n", 1, 3)'),
      1,
    );
    assert.equal(sure('import keras_tuner\nhp = keras_tuner.HyperParameters()\nhp.Int("n", 1, 3)'), 1);
    assert.equal(sure('import keras_tuner\ndef f(shop):\n    shop.Choice("n", [1])'), 0);
  });

  it('takes in the methods of a hypermodel and what its tuner says', () => {
    const text = [
      'import keras_tuner as kt',
      'class M(kt.HyperModel):',
      '    def build(self, hp):\n        return self.body(hp)',
      '    def body(self, hp):\n        return hp.Int("n", 1, 3)',
      'tuner = kt.Hyperband(M(), objective=kt.Objective("val_f1", direction="max"), max_epochs=30, factor=3)',
    ].join('\n');
    const { parameters, objective, method, budget } = read(text);
    assert.deepEqual([parameters.map(({ name }) => name), method?.family], [['n'], 'hyperband']);
    assert.deepEqual([objective?.metric, objective?.goal], ['val_f1', 'maximize']);
    const { maxResource, reductionFactor } = budget.earlyStopping ?? {};
    assert.deepEqual([maxResource?.value, reductionFactor?.value], [30, 3]);
    const random = model('return hp.Int("n", 1, 3)') + 'kt.RandomSearch(build, "val_loss", max_trials=7)';
    assert.deepEqual([read(random).objective?.goal, read(random).budget.trials?.value], ['minimize', 7]);
  });
});

describe('what Keras Tuner would object to', () => {
  holdToRules(kerasTunerPython, 'python', [
    {
      code: 'keras-tuner-choice-types',
      what: 'a list among the choices',
      wrong: model('hp.Choice("x", [[1], [2]])'),
      right: model('hp.Choice("x", [1, 2])'),
      at: '[1]',
    },
    {
      code: 'keras-tuner-last-step',
      what: 'an upper bound lost to floating point',
      wrong: model('hp.Float("x", 0, 1, step=0.1)'),
      right: model('hp.Float("x", 0, 1, step=0.25)'),
      at: '1',
    },
    {
      code: 'keras-tuner-ignored-range',
      what: 'a name declared twice',
      wrong: model('hp.Int("x", 1, 3)', 'hp.Int("x", 1, 5)'),
      right: model('hp.Int("x", 1, 3)', 'hp.Int("x", 1, 3)'),
      at: '"x"',
    },
    {
      code: 'unknown-word',
      what: 'a misspelt sampling',
      wrong: model('hp.Float("x", 1, 2, sampling="logg")'),
      right: model('hp.Float("x", 1, 2, sampling="log")'),
      at: '"logg"',
      fixed: '"log"',
    },
    {
      code: 'wrong-value',
      what: 'a factor of one on a log scale',
      wrong: model('hp.Int("x", 2, 32, step=1, sampling="log")'),
      right: model('hp.Int("x", 2, 32, step=2, sampling="log")'),
      at: '1',
    },
    {
      code: 'wrong-value',
      what: 'a default that is no choice',
      wrong: model('hp.Choice("x", ["a", "b"], default="c")'),
      right: model('hp.Choice("x", ["a", "b"], default="b")'),
      at: '"c"',
    },
  ]);
});
