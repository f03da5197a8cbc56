import assert from 'node:assert/strict';
import fc from 'fast-check';
import { betaCumulative, betaDensity, betaQuantile } from '../../../src/core/numeric/beta';
import { logGamma } from '../../../src/core/numeric/gamma';
import { assertClose } from './close';

describe('the beta distribution', () => {
  it('is uniform for α = β = 1 and a power law for β = 1', () => {
    for (const x of [0.01, 0.3, 0.99]) {
      assertClose(betaCumulative(x, 1, 1), x, 1e-14);
      assertClose(betaCumulative(x, 3, 1), x ** 3, 1e-13);
      assertClose(betaDensity(x, 3, 1), 3 * x ** 2, 1e-13);
    }
  });

  it('leads from quantile to cumulative probability and back for any shape', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 200, noNaN: true }),
        fc.double({ min: 0.05, max: 200, noNaN: true }),
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        (alpha, beta, p) => {
          const x = betaQuantile(p, alpha, beta);
          // A quantile within a unit in the last place of 1 cannot carry p any better.
          if (x < 1 - 1e-9) assertClose(betaCumulative(x, alpha, beta), p, 1e-8);
        },
      ),
    );
  });

  it('ends at 0 and 1', () => {
    assert.equal(betaQuantile(0, 2, 5), 0);
    assert.equal(betaQuantile(1, 2, 5), 1);
    assert.equal(betaCumulative(-1, 2, 5), 0);
    assert.equal(betaCumulative(2, 2, 5), 1);
  });
});

describe('ln Γ', () => {
  it('is ln (n − 1)! at whole numbers and ln √π at ½', () => {
    assertClose(logGamma(5), Math.log(24), 1e-14);
    assertClose(logGamma(11), Math.log(3628800), 1e-14);
    assertClose(logGamma(0.5), Math.log(Math.PI) / 2, 1e-14);
  });
});
