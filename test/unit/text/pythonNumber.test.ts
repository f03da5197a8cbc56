import assert from 'node:assert/strict';
import { pythonFloat, pythonInt } from '../../../src/core/text/pythonNumber';

// What CPython 3.12 answers to float(text) and int(text); undefined where it raises ValueError.
const cases: readonly (readonly [string, number | undefined, number | undefined])[] = [
  ['1', 1, 1],
  [' -12 ', -12, -12],
  ['+3', 3, 3],
  ['1_000', 1000, 1000],
  ['010', 10, 10],
  ['0.01', 0.01, undefined],
  ['1.', 1, undefined],
  ['.5', 0.5, undefined],
  ['1e3', 1000, undefined],
  ['1E-5', 1e-5, undefined],
  ['32.0', 32, undefined],
  ['1__0', undefined, undefined],
  ['_1', undefined, undefined],
  ['1e', undefined, undefined],
  ['0x10', undefined, undefined],
  ['', undefined, undefined],
  ['.', undefined, undefined],
  ['one', undefined, undefined],
];

describe('numbers as Python reads text', () => {
  for (const [text, float, int] of cases) {
    it(`"${text}" is ${float ?? 'no float'} and ${int ?? 'no int'}`, () => {
      assert.equal(pythonFloat(text), float);
      assert.equal(pythonInt(text), int);
    });
  }

  it('infinities and overflows bound nothing', () => {
    for (const text of ['inf', '-Infinity', 'nan', '1e999']) assert.equal(pythonFloat(text), undefined);
  });
});
