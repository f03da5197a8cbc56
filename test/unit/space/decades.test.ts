import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decadeShares } from '../../../src/core/space/decades';
import { numericDomain } from '../../../src/core/space/domains';
import { assertClose } from '../numeric/close';
import { anyDomain, drawable } from './arbitraryDomain';

describe('the share of draws per decade', () => {
  it('is equal for a log-uniform domain', () => {
    const shares = decadeShares(
      drawable(numericDomain({ type: 'float', low: 1e-5, high: 0.1, scale: 'log' })),
    );
    assert.deepEqual(
      shares.map(({ low, high }) => [low, high]),
      [
        [1e-5, 1e-4],
        [1e-4, 1e-3],
        [1e-3, 1e-2],
        [1e-2, 0.1],
      ],
    );
    for (const { share } of shares) assertClose(share, 0.25, 1e-12);
  });

  it('is nine tenths in the last decade of a uniform domain', () => {
    const shares = decadeShares(drawable(numericDomain({ type: 'float', low: 1e-5, high: 0.1 })));
    assertClose(shares[3]?.share ?? NaN, 0.09 / (0.1 - 1e-5), 1e-12);
    assertClose(shares[0]?.share ?? NaN, 9e-5 / (0.1 - 1e-5), 1e-9);
  });

  it('counts a whole power of ten with the decade it opens', () => {
    const shares = decadeShares(drawable(numericDomain({ type: 'integer', low: 1, high: 100 })));
    assert.deepEqual(
      shares.map(({ share }) => Math.round(share * 100)),
      [9, 91],
    );
  });

  it('takes the tails of a log-normal into the outermost decades', () => {
    const prior = { kind: 'normal', mean: Math.log(1e-3), standardDeviation: 1 } as const;
    const shares = decadeShares(
      drawable(numericDomain({ type: 'float', low: 0, high: Infinity, scale: 'log', prior })),
    );
    assert.equal(shares[0]?.low, 0);
    assert.equal(shares.at(-1)?.high, Infinity);
    assert.ok(shares.length <= 4);
  });

  it('is not defined for domains that reach zero on a linear scale', () => {
    assert.deepEqual(decadeShares(drawable(numericDomain({ type: 'float', low: 0, high: 1 }))), []);
  });

  it('sums to one', () => {
    fc.assert(
      fc.property(anyDomain, domain => {
        const shares = decadeShares(domain);
        if (shares.length === 0) return;
        assertClose(
          shares.reduce((sum, { share }) => sum + share, 0),
          1,
          1e-9,
        );
        assert.ok(shares.every(({ share }) => share >= 0));
      }),
      { numRuns: 1000 },
    );
  });
});
