import assert from 'node:assert/strict';
import { hyperoptPython } from '../../../../src/core/formats/hyperopt/hyperoptPython';
import { conditionText } from '../../../../src/core/space/conditionText';
import { parseSource } from '../../../../src/core/text/parse';
import { assertDraws, even, type Drawn } from '../drawnCases';
import { onlySpace } from '../onlySpace';
import { holdToRules } from '../ruleCases';

const readAll = (text: string) => hyperoptPython.read(parseSource(text, 'python'));
const read = (text: string) => onlySpace(readAll(text));
const space = (...lines: readonly string[]) =>
  [
    'from hyperopt import fmin, hp, tpe',
    'from hyperopt.pyll.base import scope',
    'import numpy as np',
    ...lines,
    '',
  ].join('\n');
const active = (text: string) =>
  read(text).parameters.map(({ name, condition }) =>
    condition ? `${name} if ${conditionText(condition)}` : name,
  );

// hyperopt/pyll/stochastic.py and pyll_utils.py of Hyperopt 0.2: log bounds are exponents, quantised draws are
// round(x / q) * q, randint is numpy's.
const drawn: readonly (readonly [string, string, Drawn])[] = [
  ['uniform', 'hp.uniform("x", 0, 10)', { quantiles: [0.5, 5, 9.5] }],
  ['loguniform takes exponents', 'hp.loguniform("x", -2, 0)', { quantiles: [Math.exp(-1.9), Math.exp(-1), Math.exp(-0.1)] }],
  ['logarithms are worked out', 'hp.loguniform("x", np.log(1e-4), np.log(1e-2))', { quantiles: [10 ** -3.9, 1e-3, 10 ** -2.1] }],
  ['quniform rounds to multiples', 'hp.quniform("x", 0, 4, 2)', { levels: [[0, 0.25], [2, 0.5], [4, 0.25]] }],
  ['quniform may leave its bounds', 'hp.quniform("x", 1, 5, 4)', { levels: [[0, 0.25], [4, 0.75]] }],
  ['an integer of it keeps its levels', 'scope.int(hp.quniform("x", 0, 4, 2))', { levels: [[0, 0.25], [2, 0.5], [4, 0.25]] }],
  ['uniformint is quniform with a q of 1', 'hp.uniformint("x", 0, 2)', { levels: [[0, 0.25], [1, 0.5], [2, 0.25]] }],
  ['normal', 'hp.normal("x", 1, 2)', { quantiles: [1 - 2 * 1.6448536, 1, 1 + 2 * 1.6448536] }],
  ['lognormal takes moments of the logarithm', 'hp.lognormal("x", 0, 1)', { quantiles: [Math.exp(-1.6448536), 1, Math.exp(1.6448536)] }],
  ['randint counts from zero and leaves its end out', 'hp.randint("x", 3)', even(0, 1, 2)],
  ['randint counts from a lower end', 'hp.randint("x", 2, 4)', even(2, 3)],
  ['choice is even', 'hp.choice("x", ["a", 2])', even('a', 2)],
  ['pchoice goes by its weights', 'hp.pchoice("x", [(0.25, "a"), (0.75, "b")])', { levels: [['a', 0.25], ['b', 0.75]] }],
]; // prettier-ignore

describe('what Hyperopt draws', () => {
  for (const [what, call, expected] of drawn) {
    it(what, () => assertDraws(read(space(`s = {"x": ${call}}`)).parameters[0]?.domain, expected));
  }
});

describe('a Hyperopt space', () => {
  it('has what stands inside an alternative only where that is chosen', () => {
    const text = space(
      's = hp.choice("kind", [',
      '    {"type": "svm", "C": hp.lognormal("C", 0, 1), "kernel": hp.choice("kernel", [',
      '        {"name": "linear"}, {"name": "rbf", "width": hp.lognormal("width", 0, 1)}])},',
      '    ("forest", hp.quniform("depth", 2, 32, 1)),',
      '    {"type": "bayes"},',
      '])',
    );
    assert.deepEqual(active(text), [
      'kind',
      'C if kind is svm',
      'kernel if kind is svm',
      'width if kind is svm, and kernel is rbf',
      'depth if kind is forest',
    ]);
  });

  it('calls alternatives by number where their dictionaries do not tell them apart', () => {
    const text = space('s = hp.choice("k", [{"x": hp.uniform("x", 0, 1)}, {"y": hp.uniform("y", 0, 1)}])');
    assert.deepEqual(active(text), ['k', 'x if k is 0', 'y if k is 1']);
  });

  it('has a parameter always where every alternative takes it', () => {
    const text = space('x = hp.uniform("x", 0, 1)', 's = hp.choice("k", [x, x + 1])');
    assert.deepEqual(active(text), ['k', 'x']);
  });

  it('knows what fmin is told, whatever it minimises over', () => {
    const text = space(
      's = {"x": hp.uniform("x", 0, 1)}',
      'best = fmin(f, space=s, algo=tpe.suggest, max_evals=50)',
    );
    const { method, budget } = read(text);
    assert.deepEqual([method?.name, method?.family, budget.trials?.value], ['tpe', 'parzen', 50]);
    assert.equal(read(text.replace('tpe.suggest', 'partial(tpe.suggest, gamma=0.3)')).method?.name, 'tpe');
  });

  it('keeps functions apart that each make a space', () => {
    const text = space(
      'def a():\n    return {"x": hp.uniform("x", 0, 1)}',
      'def b():\n    return hp.choice("y", [1, 2])',
      's = a()',
    );
    assert.deepEqual(
      readAll(text).map(({ name, parameters }) => [name, parameters.map(each => each.name)]),
      [
        ['a', ['x']],
        ['b', ['y']],
      ],
    );
  });
});

describe('what Hyperopt would object to', () => {
  holdToRules(hyperoptPython, 'python', [
    {
      code: 'hyperopt-label',
      what: 'a slip in the label',
      wrong: space('s = {"height": hp.uniform("heright", 0, 1)}'),
      right: space('s = {"height": hp.uniform("height", 0, 1)}'),
      at: '"heright"',
      fixed: '"height"',
    },
    {
      code: 'repeated-name',
      what: 'one label for two parameters',
      wrong: space('s = [hp.uniform("x", 0, 1), hp.uniform("x", 0, 2)]'),
      right: space('s = [hp.uniform("x", 0, 1), hp.uniform("y", 0, 2)]'),
      at: '"x"',
    },
    {
      code: 'hyperopt-probabilities',
      what: 'weights that do not add up',
      wrong: space('s = {"x": hp.pchoice("x", [(0.5, "a"), (0.4, "b")])}'),
      right: space('s = {"x": hp.pchoice("x", [(0.5, "a"), (0.5, "b")])}'),
      at: '"a"',
    },
    {
      code: 'call-arguments',
      what: 'a quantised kind without its step',
      wrong: space('s = {"x": hp.quniform("x", 0, 1)}'),
      right: space('s = {"x": hp.quniform("x", 0, 1, 0.5)}'),
      at: 'hp.quniform',
    },
    {
      code: 'empty-range',
      what: 'no number below the end',
      wrong: space('s = {"x": hp.randint("x", 2, 2)}'),
      right: space('s = {"x": hp.randint("x", 2, 4)}'),
      at: '2',
    },
  ]);

  it('has nothing to say of a half-written name that stands for what it is part of', () => {
    const half = read(space('a = hp.choice("a", [hp.uniform("b", 0, 1), {"c": a}])'));
    assert.deepEqual(
      half.parameters.map(({ name }) => name),
      ['a', 'b'],
    );
    assert.deepEqual(half.findings, []);
  });
});
