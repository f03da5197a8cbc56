import reference from '../../fixtures/sobol.json';
import { randomStream } from '../../../src/core/numeric/random';
import { centredDiscrepancy, expectedCentredDiscrepancy } from '../../../src/core/sampling/discrepancy';
import { sampleUnit } from '../../../src/core/sampling/sampler';
import { sobolPoints } from '../../../src/core/sampling/sobol';
import { assertClose } from '../numeric/close';

describe('the centred discrepancy', () => {
  it("is SciPy's for three points and for Sobol's sequence", () => {
    const tiny = reference.tiny.points.map(point => Float64Array.from(point));
    assertClose(centredDiscrepancy(tiny), reference.tiny.centredDiscrepancy, 1e-13);
    for (const [key, { sobol }] of Object.entries(reference.centredDiscrepancy)) {
      const [dimension = 0, count = 0] = (key.match(/\d+/g) ?? []).map(Number);
      const points = sobolPoints(dimension);
      const unscrambled = Array.from({ length: count }, () => points.next().value);
      assertClose(centredDiscrepancy(unscrambled), sobol, 1e-8, key);
    }
  });

  it('of random points averages what the closed form says', () => {
    const seen = Array.from({ length: 400 }, (_, seed) =>
      centredDiscrepancy(sampleUnit('random', 3, 16, randomStream(seed))),
    );
    const mean = seen.reduce((sum, x) => sum + x, 0) / seen.length;
    assertClose(mean, expectedCentredDiscrepancy(16, 3), 0.1);
  });
});
