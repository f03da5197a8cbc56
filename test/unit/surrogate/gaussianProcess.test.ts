import assert from 'node:assert/strict';
import fc from 'fast-check';
import { finish } from '../../../src/core/numeric/work';
import { gaussianProcess, predictAll } from '../../../src/core/surrogate/gaussianProcess';
import { kernels } from '../../../src/core/surrogate/kernel';
import { marginalLikelihood } from '../../../src/core/surrogate/marginalLikelihood';
import { standardise, unstandardised } from '../../../src/core/surrogate/standardisation';
import { squaredDistance, toLogVector } from '../../../src/core/surrogate/hyperparameters';
import { assertClose } from './close';
import { dataOf, fixture, hyperparametersOf, kernelOf } from './fixture';

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, x, i) => sum + x * (b[i] ?? NaN), 0);

describe('Gaussian process', () => {
  for (const reference of fixture.fixed) {
    const { X, y } = dataOf(reference);
    it(`predicts to 1e-9 with ${reference.kernel}, ℓ = ${reference.ls.join()}, ${X.length} points`, () => {
      const kernel = kernels[kernelOf(reference)];
      const model = gaussianProcess(kernel, hyperparametersOf(reference), X, y, unstandardised);
      finish(predictAll(model, reference.Z)).forEach(({ mean, standardDeviation }, i) => {
        assertClose(mean, reference.mean[i] ?? NaN, 1e-9, 'mean');
        assertClose(standardDeviation, reference.std[i] ?? NaN, 1e-9, 'standard deviation');
      });
      const first = model.whiten(reference.Z[0] ?? []);
      reference.Z.forEach((point, j) => {
        const prior =
          reference.var * kernel.value(squaredDistance(reference.Z[0] ?? [], point, reference.ls));
        assertClose(
          prior - dot(first, model.whiten(point)),
          reference.cov_row0[j] ?? NaN,
          1e-9,
          'covariance',
        );
      });
    });
  }

  it('standardises its outputs by their population deviation', () => {
    const { X, y, Z, mean, std } = fixture.normalised;
    const model = gaussianProcess(kernels.matern52, hyperparametersOf(fixture.normalised), X, y);
    finish(predictAll(model, Z)).forEach((prediction, i) => {
      assertClose(prediction.mean, mean[i] ?? NaN, 1e-8, 'mean');
      assertClose(prediction.standardDeviation, std[i] ?? NaN, 1e-8, 'standard deviation');
    });
  });

  for (const [noise, exact] of Object.entries(fixture.duplicates.by_noise)) {
    it(`stays right on repeated and nearly repeated points with a noise variance of ${noise}`, () => {
      const { X, y, Z, ls } = fixture.duplicates;
      const hyperparameters = { signalVariance: 1, lengthScales: ls, noiseVariance: Number(noise) };
      // The condition number is 3 / noise: what it costs is the arithmetic's, not the algorithm's.
      const lost = 1e-15 / Number(noise);
      const model = gaussianProcess(kernels.rbf, hyperparameters, X, y, unstandardised);
      const { mean, standardDeviation } = model.predict(Z[0] ?? []);
      assertClose(mean, exact.exact_mean, 1e-9 + lost);
      assertClose(standardDeviation, exact.exact_std, 1e-9 + lost);
      const { value } = finish(
        marginalLikelihood(kernels.rbf, X, Float64Array.from(y))(toLogVector(hyperparameters)),
      );
      assertClose(value, exact.exact_lml, 1e-9 + lost);
    });
  }

  it('gives back the observation and the prior deviation when there is one observation', () => {
    const hyperparameters = { signalVariance: 4, lengthScales: [0.01], noiseVariance: 1e-6 };
    const model = gaussianProcess(kernels.matern52, hyperparameters, [[0.5]], [7]);
    assertClose(model.predict([0.5]).mean, 7, 1e-9);
    assertClose(model.predict([0]).mean, 7, 1e-9);
    assertClose(model.predict([0]).standardDeviation, 2, 1e-9);
  });

  it('takes equal observations for a scale of one rather than dividing by their rounding error', () => {
    const { offset, scale } = standardise([0.1 + 0.2, 0.3, 0.3]);
    assertClose(offset, 0.3, 1e-12);
    assert.equal(scale, 1);
  });

  it('never has a negative variance, and an observation never raises it', () => {
    const coordinate = fc.double({ min: 0, max: 1, noNaN: true });
    const points = fc.array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(points, fc.tuple(coordinate, coordinate), (observed, at) => {
        const hyperparameters = { signalVariance: 1, lengthScales: [0.3, 0.8], noiseVariance: 1e-6 };
        const deviation = (count: number): number =>
          gaussianProcess(
            kernels.matern52,
            hyperparameters,
            observed.slice(0, count),
            observed.slice(0, count).map((_, i) => i),
            unstandardised,
          ).predict(at).standardDeviation;
        assert.ok(deviation(observed.length) >= 0);
        assert.ok(deviation(observed.length) <= deviation(observed.length - 1) + 1e-6);
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});
