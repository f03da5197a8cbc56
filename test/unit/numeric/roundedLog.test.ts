import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { roundedLog } from '../../../src/core/numeric/roundedLog';

const { logarithms } = JSON.parse(readFileSync('test/fixtures/logarithms.json', 'utf8')) as {
  readonly logarithms: readonly (readonly [number, number])[];
};

describe('the rounded logarithm', () => {
  it('is the number that Python’s math.log returns, to the last bit', () => {
    for (const [x, log] of logarithms) assert.equal(roundedLog(x), log, String(x));
  });

  it('is zero at one', () => {
    assert.equal(roundedLog(1), 0);
  });

  it('is that of the mathematics library for what is no positive finite number', () => {
    for (const x of [Infinity, 0, -1, NaN]) assert.equal(roundedLog(x), Math.log(x), String(x));
  });
});
