import assert from 'node:assert/strict';
import { drawFromPosterior } from '../../../src/core/acquisition/posteriorDraw';
import { randomStream } from '../../../src/core/numeric/random';
import { finish } from '../../../src/core/numeric/work';
import { gaussianProcess } from '../../../src/core/surrogate/gaussianProcess';
import { squaredDistance } from '../../../src/core/surrogate/hyperparameters';
import { kernels } from '../../../src/core/surrogate/kernel';

const hyperparameters = { signalVariance: 1.5, lengthScales: [0.3], noiseVariance: 1e-4 };
const model = gaussianProcess(kernels.matern52, hyperparameters, [[0.1], [0.5], [0.8]], [3, -1, 10]);

describe('a draw from the posterior', () => {
  it('has the mean and the covariance of the posterior at the points it is drawn at', () => {
    const points = [[0], [0.2], [0.35], [0.37], [0.95]];
    const random = randomStream('draws');
    const draws = Array.from({ length: 8000 }, () => finish(drawFromPosterior(model, points, random)));
    const { scale } = model.standardisation;
    const means = points.map(point => model.predict(point).mean);
    points.forEach((a, i) => {
      points.forEach((b, j) => {
        const whitenedB = model.whiten(b);
        const shared = model.whiten(a).reduce((sum, x, k) => sum + x * (whitenedB[k] ?? NaN), 0);
        const prior = 1.5 * kernels.matern52.value(squaredDistance(a, b, [0.3]));
        const expected = scale ** 2 * (prior - shared);
        const seen =
          draws.reduce(
            (sum, draw) =>
              sum + ((draw[i] ?? NaN) - (means[i] ?? NaN)) * ((draw[j] ?? NaN) - (means[j] ?? NaN)),
            0,
          ) / draws.length;
        // Four standard errors of an estimated covariance, at most √2 · variance / √n.
        assert.ok(Math.abs(seen - expected) < 4 * Math.SQRT2 * scale ** 2 * 1.5 * 8000 ** -0.5, `${i}, ${j}`);
      });
    });
  });

  it('passes through what was observed, up to the noise', () => {
    const draw = finish(drawFromPosterior(model, model.points, randomStream(2)));
    draw.forEach((value, i) =>
      assert.ok(Math.abs(value - (model.values[i] ?? NaN)) < 5 * model.noise + 1e-3),
    );
  });

  it('is smooth where candidates are dense, and finite where they coincide', () => {
    const points = Array.from({ length: 300 }, (_, i) => [Math.floor(i / 2) / 150]);
    const draw = finish(drawFromPosterior(model, points, randomStream(3)));
    assert.ok(draw.every(Number.isFinite));
    const steps = draw.slice(1).map((value, i) => Math.abs(value - (draw[i] ?? NaN)));
    assert.ok(Math.max(...steps) < model.standardisation.scale / 4);
  });
});
