import assert from 'node:assert/strict';
import reference from '../../fixtures/oracles/lowDiscrepancy.json';
import { randomStream } from '../../../src/core/numeric/random';
import { discrepancy, expectedCentredDiscrepancy } from '../../../src/core/sampling/discrepancy';
import { haltonSource } from '../../../src/core/sampling/halton';
import { takePoints } from '../../../src/core/sampling/pointSource';
import { sampleUnit } from '../../../src/core/sampling/sampler';
import { sobolSource } from '../../../src/core/sampling/sobol';
import { assertClose } from '../numeric/close';

const kinds = [
  ['centred', 'CD'],
  ['wrapped', 'WD'],
  ['mixture', 'MD'],
  ['star', 'star'],
] as const;

describe('the discrepancy', () => {
  for (const [kind, key] of kinds) {
    it(`${kind}: is SciPy's for three points and for Sobol's sequence`, () => {
      const tiny = reference.tiny.points.map(point => Float64Array.from(point));
      assertClose(discrepancy(kind, tiny), reference.tiny[key], 1e-13);
      for (const [name, expected] of Object.entries(reference.discrepancy)) {
        const [dimension = 0, count = 0] = (name.match(/\d+/g) ?? []).map(Number);
        const points = takePoints(sobolSource(dimension), dimension, count);
        // A million terms near one cancel, in SciPy's sum too.
        const error = Math.abs(discrepancy(kind, points) - expected[key]);
        assert.ok(error <= 1e-7 * expected[key] + 5e-12, `${name}: off by ${error}`);
      }
    });
  }

  it("of Halton's sequence is SciPy's", () => {
    for (const [name, expected] of Object.entries(reference.haltonCD)) {
      const [dimension = 0, count = 0] = (name.match(/\d+/g) ?? []).map(Number);
      assertClose(
        discrepancy('centred', takePoints(haltonSource(dimension), dimension, count)),
        expected,
        1e-7,
        name,
      );
    }
  });

  it('wrapped does not change when the points are shifted around the cube', () => {
    const points = sampleUnit('random', 3, 40, randomStream(2));
    const shifted = points.map(point => point.map((x, k) => (x + 0.3 * (k + 1)) % 1));
    assertClose(discrepancy('wrapped', shifted), discrepancy('wrapped', points), 1e-9);
  });

  it('centred of random points averages what the closed form says', () => {
    const seen = Array.from({ length: 400 }, (_, seed) =>
      discrepancy('centred', sampleUnit('random', 3, 16, randomStream(seed))),
    );
    const mean = seen.reduce((sum, x) => sum + x, 0) / seen.length;
    assertClose(mean, expectedCentredDiscrepancy(16, 3), 0.1);
  });
});
