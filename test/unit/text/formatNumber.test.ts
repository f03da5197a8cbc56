import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatNumber } from '../../../src/core/text/formatNumber';

describe('formatNumber', () => {
  const cases: [number, string][] = [
    [1e-5, '1e-5'],
    [0.00025, '2.5e-4'],
    [0.001, '0.001'],
    [0.05, '0.05'],
    [0.1 + 0.2, '0.3'],
    [99.99, '100'],
    [12500, '12500'],
    [14580, '14580'],
    [2048, '2048'],
    [1234.5, '1230'],
    [1234567, '1.23e6'],
    [1e6, '1e6'],
    [999999.5, '1e6'],
    [-0.25, '-0.25'],
    [-0, '0'],
    [1e308, '1e308'],
    [Infinity, '∞'],
    [NaN, 'NaN'],
  ];
  for (const [x, text] of cases) it(`writes ${x} as ${text}`, () => assert.equal(formatNumber(x), text));

  it('stays within half a unit of the third digit', () => {
    fc.assert(
      fc.property(fc.double({ min: -1.7e308, max: 1.7e308, noNaN: true }), x => {
        assert.ok(Math.abs(Number(formatNumber(x)) - x) <= 0.00501 * Math.abs(x));
      }),
    );
  });
});
