import assert from 'node:assert/strict';
import reference from '../../fixtures/normal.json';
import {
  erfc,
  erfcx,
  normalCumulative,
  normalDensity,
  normalQuantile,
} from '../../../src/core/numeric/normal';
import { assertClose } from './close';

describe('the normal distribution', () => {
  it('has the quantiles that mpmath computes, from p = 1e-300 up', () => {
    for (const { p, z } of reference.quantile) {
      // Near 1 a double cannot hold p any better than this.
      const conditioning = z > 0 ? 2 ** -53 / normalDensity(z) / z : 0;
      assertClose(normalQuantile(Number(p)), z, 1e-14 + conditioning, `p = ${p}`);
    }
  });

  it('has the cumulative probabilities that mpmath computes, down to z = -37', () => {
    assert.ok(reference.logCumulative.length > 10);
    for (const { z, logCumulative } of reference.logCumulative) {
      const error = Math.abs(Math.log(normalCumulative(z)) - logCumulative);
      assert.ok(error <= 1e-14 * Math.max(1, z * z), `z = ${z}: ${error}`);
    }
  });

  it('has the scaled complementary error function that mpmath computes', () => {
    for (const { x, erfcx: expected } of reference.erfcx) assertClose(erfcx(x), expected, 2e-15, `x = ${x}`);
    assertClose(erfcx(-2), 2 * Math.exp(4) - erfcx(2), 1e-15);
  });

  it('leads from quantile to cumulative probability and back', () => {
    for (const p of [1e-12, 0.003, 0.07, 0.42, 0.5, 0.9, 0.9999]) {
      assertClose(normalCumulative(normalQuantile(p)), p, 1e-13);
    }
  });

  it('has its limits at the ends and NaN outside', () => {
    assert.equal(normalQuantile(0), -Infinity);
    assert.equal(normalQuantile(1), Infinity);
    assert.ok(Number.isNaN(normalQuantile(-0.1)) && Number.isNaN(normalQuantile(NaN)));
    assert.equal(normalCumulative(-Infinity), 0);
    assert.equal(normalCumulative(Infinity), 1);
    assert.equal(erfc(0), 1);
    assertClose(normalDensity(0), 1 / Math.sqrt(2 * Math.PI), 1e-16);
  });
});
