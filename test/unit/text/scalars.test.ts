import assert from 'node:assert/strict';
import { scalarValue, type Scalar } from '../../../src/core/text/scalars';

function omegaConf(text: string): Scalar {
  return scalarValue(
    { kind: 'scalar', text, style: 'plain', range: { start: 0, end: text.length } },
    'omegaconf',
  );
}

describe('scalars as OmegaConf reads them', () => {
  // OmegaConf 2.3.1, `OmegaConf.create('a: …').a`.
  const read: readonly (readonly [string, Scalar])[] = [
    ['1e-4', 1e-4],
    ['1.0e4', 1e4],
    ['+1e3', 1000],
    ['1_0e3', 10_000],
    ['1_000', 1000],
    ['1_0.5', 10.5],
    ['.5', 0.5],
    ['1.', 1],
    ['09.5', 9.5],
    ['010', 8],
    ['0x1F', 31],
    ['0b11', 3],
    ['12:30', 750],
    ['1:2.5', 62.5],
    ['.inf', Infinity],
    ['yes', true],
    ['~', null],
    ['-.5', '-.5'],
    ['-.5e-3', '-.5e-3'],
    ['.5e3', '.5e3'],
    ['0o17', '0o17'],
    ['08', '08'],
    ['inf', 'inf'],
    ['nan', 'nan'],
    ['2020-01-01', '2020-01-01'],
    ['1e', '1e'],
    ['e5', 'e5'],
    ['None', 'None'],
  ];

  for (const [text, value] of read) {
    it(`${text} is ${String(value)}${typeof value === 'string' ? ', a text' : ''}`, () => {
      assert.equal(omegaConf(text), value);
    });
  }
});
