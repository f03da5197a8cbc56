import assert from 'node:assert/strict';
import { randomStream } from '../../../src/core/numeric/random';
import { finish } from '../../../src/core/numeric/work';
import { fitHyperparameters } from '../../../src/core/surrogate/fit';
import { fitGaussianProcess } from '../../../src/core/surrogate/fitGaussianProcess';
import { kernels } from '../../../src/core/surrogate/kernel';
import { dimensionScaledPrior } from '../../../src/core/surrogate/prior';
import { assertClose } from './close';
import { dataOf, fixture, kernelOf } from './fixture';

function starts(dimensions: number, count: number) {
  const random = randomStream('starts');
  const logUniform = (low: number, high: number): number => low * (high / low) ** random.uniform();
  return Array.from({ length: count }, () => ({
    signalVariance: logUniform(0.2, 5),
    lengthScales: Array.from({ length: dimensions }, () => logUniform(0.05, 5)),
    noiseVariance: logUniform(1e-6, 1e-1),
  }));
}

describe('fitting hyperparameters', () => {
  for (const reference of fixture.optimised) {
    const { X, y } = dataOf(reference);
    const dimensions = X[0]?.length ?? 0;
    it(`reaches the likelihood of 31 reference starts: ${reference.kernel}, ${X.length} × ${dimensions}`, () => {
      const { logPosterior } = finish(
        fitHyperparameters(
          {
            kernel: kernels[kernelOf(reference)],
            points: X,
            targets: Float64Array.from(y),
            prior: {},
            bounds: {
              signalVariance: reference.bounds.var,
              lengthScale: reference.bounds.ls,
              noiseVariance: reference.bounds.noise,
            },
          },
          starts(dimensions, 12),
        ),
      );
      assert.ok(
        logPosterior >= reference.lml_31_starts - 1e-5,
        `${logPosterior} < ${reference.lml_31_starts}`,
      );
    });
  }

  it('finds the most probable hyperparameters under the dimension-scaled priors, where BoTorch stops short', () => {
    for (const reference of fixture.map) {
      const { X, y } = dataOf(reference);
      const dimensions = X[0]?.length ?? 0;
      const { lengthScale, noiseVariance } = dimensionScaledPrior(dimensions);
      const { logPosterior } = finish(
        fitHyperparameters(
          {
            kernel: kernels.rbf,
            points: X,
            targets: Float64Array.from(
              y,
              value => (value - reference.y_mean) / reference.y_std1 - reference.best.mean_const,
            ),
            prior: { lengthScale, noiseVariance },
            bounds: { signalVariance: [1, 1], lengthScale: [0.025, 100], noiseVariance: [1e-4, 10] },
          },
          starts(dimensions, 8),
        ),
      );
      assertClose(logPosterior, reference.best.objective, 1e-5);
    }
  });
});

describe('fitting a Gaussian process', () => {
  const options = { kernel: 'matern52', noise: 'fitted', randomStarts: 2 } as const;
  const fit = (points: number[][], values: number[]) =>
    finish(fitGaussianProcess(points, values, options, randomStream(1)));

  it('is finite on one point, on repeated points, on constant outputs and on outputs of any size', () => {
    const line = [[0], [0.25], [0.5], [0.75], [1]];
    const cases: [number[][], number[]][] = [
      [[[0.3]], [5]],
      [
        [[0.3], [0.3], [0.3]],
        [1, 1, 1],
      ],
      [
        [[0.3], [0.3], [0.3]],
        [1, 2, 3],
      ],
      [line, [4, 4, 4, 4, 4]],
      [line, [0, 0, 0, 0, 0]],
      [line, [1e12, 2e12, 1e12, 3e12, 0]],
      [line, [1e-12, 2e-12, 1e-12, 3e-12, 0]],
      [line, [1e300, 2e300, 1e300, 3e300, 0]],
      [line, [-1.7e308, 1.7e308, 0, 1e308, 0]],
      [line, [1e-300, 2e-300, 1e-300, 3e-300, 0]],
    ];
    for (const [points, values] of cases) {
      const model = fit(points, values);
      const { mean, standardDeviation } = model.predict([0.6]);
      assert.ok(Number.isFinite(mean) && Number.isFinite(standardDeviation), `${values.join()}: ${mean}`);
      assert.ok(mean >= Math.min(...values) - 3 * standardDeviation - 1e-9);
      assert.ok(mean <= Math.max(...values) + 3 * standardDeviation + 1e-9);
    }
  });

  it('finds a long length scale along a dimension that does not matter', () => {
    const random = randomStream('relevance');
    const points = Array.from({ length: 25 }, () => [random.uniform(), random.uniform()]);
    const model = fit(
      points,
      points.map(([x = 0]) => Math.sin(9 * x)),
    );
    const [relevant = NaN, irrelevant = NaN] = model.hyperparameters.lengthScales;
    assert.ok(irrelevant > 5 * relevant, `${irrelevant} against ${relevant}`);
  });

  it('passes through exact observations and leaves about the right noise on others', () => {
    const random = randomStream('noise');
    const points = Array.from({ length: 60 }, (_, i) => [i / 59]);
    const smooth = points.map(([x = 0]) => Math.sin(7 * x));
    const exact = finish(
      fitGaussianProcess(points, smooth, { ...options, noise: 'negligible' }, randomStream(1)),
    );
    points.forEach((point, i) => assertClose(exact.predict(point).mean, smooth[i] ?? NaN, 1e-3));
    const noisy = fit(
      points,
      smooth.map(value => value + 0.2 * random.normal()),
    );
    assert.ok(noisy.noise > 0.13 && noisy.noise < 0.27, `noise ${noisy.noise}`);
  });
});
