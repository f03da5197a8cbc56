import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import {
  lowerConfidenceBound,
  theoreticalBeta,
  upperConfidenceBound,
} from '../../../src/core/acquisition/confidenceBound';
import {
  expectedImprovement,
  improvement,
  logExpectedImprovement,
  logImprovement,
} from '../../../src/core/acquisition/expectedImprovement';
import { probabilityOfImprovement } from '../../../src/core/acquisition/probabilityOfImprovement';

type Values = { readonly EI: number; readonly logEI: number; readonly PI: number };

/** 60-digit reference numbers; the file says where they come from. */
const fixture = JSON.parse(
  readFileSync(new URL('../../fixtures/acquisition.json', import.meta.url), 'utf8'),
) as {
  readonly h: readonly { readonly z: number; readonly log_h: number }[];
  readonly ei: readonly {
    readonly mu: number;
    readonly sigma: number;
    readonly best: number;
    readonly xi: number;
    readonly max: Values;
    readonly min: Values;
  }[];
  readonly ucb: readonly {
    readonly mu: number;
    readonly sigma: number;
    readonly beta: number;
    readonly ucb_sqrt_beta: number;
    readonly lcb_sqrt_beta: number;
  }[];
  readonly srinivas: readonly { D: number; t: number; delta: number; beta: number }[];
};

/** Relative to 1 or to the expected value, whichever is larger. */
function assertNear(actual: number, expected: number, tolerance: number, what: string): void {
  const allowed = tolerance * Math.max(1, Math.abs(expected));
  assert.ok(Math.abs(actual - expected) <= allowed, `${what}: ${actual}, expected ${expected}`);
}

describe('expected improvement', () => {
  it('has a logarithm right to 1e-13 from z = −1e6 to 100', () => {
    for (const { z, log_h } of fixture.h) assertNear(logImprovement(z), log_h, 1e-13, `ln h(${z})`);
  });

  it('is right to 1e-12 relative wherever it does not underflow', () => {
    for (const { z, log_h } of fixture.h.filter(({ log_h }) => log_h > -700)) {
      assertNear(improvement(z) / Math.exp(log_h), 1, 1e-12, `h(${z})`);
    }
  });

  it('is −808.29856835662 in logarithm at z = −40, where the improvement itself is 0 in double precision', () => {
    assert.equal(expectedImprovement({ mean: 40, standardDeviation: 1 }, 0), 0);
    assertNear(
      logExpectedImprovement({ mean: 40, standardDeviation: 1 }, 0),
      -808.29856835662,
      1e-15,
      'ln EI',
    );
  });

  it('agrees with 60-digit values for minimisation, and for maximisation with every sign turned', () => {
    for (const { mu, sigma, best, xi, min, max } of fixture.ei) {
      const cases = [
        { mean: mu, incumbent: best, expected: min },
        { mean: -mu, incumbent: -best, expected: max },
      ];
      for (const { mean, incumbent, expected } of cases) {
        const prediction = { mean, standardDeviation: sigma };
        const what = `mean ${mean}, sd ${sigma}, best ${incumbent}, ξ ${xi}`;
        assertNear(expectedImprovement(prediction, incumbent, xi), expected.EI, 1e-14, what);
        assertNear(logExpectedImprovement(prediction, incumbent, xi), expected.logEI, 1e-13, what);
        assertNear(probabilityOfImprovement(prediction, incumbent, xi), expected.PI, 1e-14, what);
      }
    }
  });

  it('without uncertainty is the improvement itself', () => {
    assert.equal(expectedImprovement({ mean: 1, standardDeviation: 0 }, 3), 2);
    assert.equal(expectedImprovement({ mean: 3, standardDeviation: 0 }, 1), 0);
    assert.equal(logExpectedImprovement({ mean: 3, standardDeviation: 0 }, 1), -Infinity);
    assert.equal(probabilityOfImprovement({ mean: 1, standardDeviation: 0 }, 3), 1);
    assert.equal(probabilityOfImprovement({ mean: 3, standardDeviation: 0 }, 3), 0);
  });

  it('is never negative, rises with uncertainty, and never falls below the certain improvement', () => {
    const number = fc.double({ min: -50, max: 50, noNaN: true });
    const deviation = fc.double({ min: 1e-6, max: 10, noNaN: true });
    fc.assert(
      fc.property(number, number, deviation, (mean, best, standardDeviation) => {
        const value = expectedImprovement({ mean, standardDeviation }, best);
        const wider = expectedImprovement({ mean, standardDeviation: 2 * standardDeviation }, best);
        assert.ok(value >= 0);
        assert.ok(wider >= value * (1 - 1e-12));
        assert.ok(value >= (best - mean) * (1 - 1e-12) - 1e-12);
      }),
      { seed: 1 },
    );
  });
});

describe('confidence bounds', () => {
  it('take β as the multiple of the variance', () => {
    for (const { mu, sigma, beta, ucb_sqrt_beta, lcb_sqrt_beta } of fixture.ucb) {
      const prediction = { mean: mu, standardDeviation: sigma };
      assertNear(upperConfidenceBound(prediction, beta), ucb_sqrt_beta, 1e-15, 'upper');
      assertNear(lowerConfidenceBound(prediction, beta), lcb_sqrt_beta, 1e-15, 'lower');
    }
  });

  it('have the β of Srinivas et al. for a finite set of candidates', () => {
    for (const { D, t, delta, beta } of fixture.srinivas) {
      assertNear(theoreticalBeta(D, t, delta), beta, 1e-14, `β of ${D} candidates at trial ${t}`);
    }
  });
});
