import assert from 'node:assert/strict';
import type { Thunk } from '../../../src/core/python/environment';
import { evaluate, isFloat } from '../../../src/core/python/evaluate';
import { PythonModule } from '../../../src/core/python/module';

/** The expression bound to `x` in a module. */
function x(source: string): Thunk {
  const { environment } = new PythonModule(source);
  return { expression: { kind: 'name', name: 'x', range: { start: 0, end: 0 } }, environment };
}

const value = (source: string) => evaluate(x(source));

describe('the value of a Python expression', () => {
  const known: readonly (readonly [string, unknown])[] = [
    ['x = 1e-4', 1e-4],
    ['x = 1_000', 1000],
    ['x = 5.', 5],
    ['x = (5., 0x1F)', [5, 31]],
    ['x = -3', -3],
    ['x = 10**-5', 1e-5],
    ['x = 2 * 64 + 7 // 2 - 7 % 4', 128],
    ['x = -7 // 2', -4],
    ['x = 1 // 0.1', 9],
    ['import numpy as np\nx = np.log(1e-5)', Math.log(1e-5)],
    ['import math\nx = math.log(1e-5)', Math.log(1e-5)],
    ['from math import log10\nx = log10(1000)', 3],
    ['x = int(2.7)', 2],
    ['x = "a" "b"', 'ab'],
    ["x = r'\\d' + '\\x41\\n'", '\\dA\n'],
    ['n = 3\nx = f"l{n}_{{}}"', 'l3_{}'],
    ['x = "a{}_{b}".format(1, b="c")', 'a1_c'],
    ['x = "%s-%d" % ("a", 2)', 'a-2'],
    ['x = [True, None, (1,), {"a": 2}]', [true, null, [1], { a: 2 }]],
    ['x = [2**i for i in range(3)]', [1, 2, 4]],
    ['x = list(range(2, 7, 2)) + [9]', [2, 4, 6, 9]],
    ['x = {f"k{i}": v for i, v in enumerate(["a", "b"])}', { k0: 'a', k1: 'b' }],
    ['x = {"a": 1}\nx["b"] = 2\nx.update({"c": 3})', { a: 1, b: 2, c: 3 }],
    ['y = {"a": 1}\nx = {**y, "b": 2}', { a: 1, b: 2 }],
    ['x = dict(a=1, **{"b": 2})', { a: 1, b: 2 }],
    ['y = {"a": [1, 2]}\nx = y["a"][-1]', 2],
    ['def f(a, b=2):\n    return {"a": a, "b": b}\nx = f(1)', { a: 1, b: 2 }],
    ['a, b = 1, 2\nx = b', 2],
    ['x = {"__proto__": 1}', JSON.parse('{"__proto__": 1}')],
  ];
  for (const [source, expected] of known) {
    it(`is known: ${JSON.stringify(source)}`, () => assert.deepEqual(value(source), expected));
  }

  const unknown: readonly (readonly [string, string])[] = [
    ['a name bound twice', 'y = 1\ny = 2\nx = y'],
    ['a name that grows', 'y = 1\ny += 1\nx = y'],
    ['a name a loop binds', 'for y in range(3):\n    pass\nx = y'],
    ['a name another function may rebind', 'y = 1\ndef f():\n    global y\n    y = 2\nx = y'],
    ['a name bound nowhere', 'x = y'],
    ['a call of what is not known', 'x = f(1)'],
    ['a name that stands for itself', 'x = x + 1'],
    ['a list that holds itself', 'x = [x]'],
    ['a function that calls itself', 'def f(n):\n    return f(n)\nx = f(1)'],
    ['a division by zero', 'x = 1 / 0'],
    ['a list with an unknown item', 'x = [1, y]'],
    ['an f-string with a format', 'x = f"{1:02d}"'],
  ];
  for (const [what, source] of unknown) {
    it(`is not guessed for ${what}`, () => assert.equal(value(source), undefined));
  }

  it('tells a float from an integer as Python does', () => {
    for (const source of ['1.0', '1e3', '4 / 2', '2 ** -1', '-1.5', 'float(1)', '1 + 0.5']) {
      assert.ok(isFloat(x(`x = ${source}`)), source);
    }
    for (const source of ['1', '2 * 3', '7 // 2', '2 ** 3', 'int(2.5)']) {
      assert.ok(!isFloat(x(`x = ${source}`)), source);
    }
  });

  it('ends on names that double each other', () => {
    const names = Array.from({ length: 60 }, (_, i) => `n${i + 1} = n${i} + n${i}`);
    assert.equal(value(['n0 = [1]', ...names, 'x = n60'].join('\n')), undefined);
  });
});
