import assert from 'node:assert/strict';
import fc from 'fast-check';
import { numberText } from '../../../src/core/text/numberText';
import { scalarValue, type Dialect } from '../../../src/core/text/scalars';

const dialects: readonly Dialect[] = ['pyyaml', 'yaml12', 'goyaml', 'json'];

const readBack = (text: string, dialect: Dialect) =>
  scalarValue({ kind: 'scalar', text, style: 'plain', range: { start: 0, end: text.length } }, dialect);

describe('numberText', () => {
  for (const dialect of dialects) {
    it(`writes every finite number so that ${dialect} reads the same number`, () => {
      fc.assert(
        fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), x => {
          assert.equal(readBack(numberText(x, dialect), dialect), x === 0 ? 0 : x);
        }),
      );
    });
  }

  it('gives PyYAML the dot and the sign that make an exponent a number', () => {
    assert.equal(numberText(1e-5, 'pyyaml'), '1.0e-5');
    assert.equal(numberText(2.5e-7, 'pyyaml'), '2.5e-7');
    assert.equal(numberText(1e22, 'pyyaml'), '1.0e+22');
  });

  it('writes everyday numbers without an exponent and integers as integers', () => {
    assert.equal(numberText(0.05, 'pyyaml'), '0.05');
    assert.equal(numberText(1_000_000, 'pyyaml'), '1000000');
    assert.equal(numberText(1e-5, 'json'), '1e-5');
  });
});
