import assert from 'node:assert/strict';
import { drawFunction } from '../../../src/core/acquisition/drawnFunction';
import { acquisitionFunctions } from '../../../src/core/acquisition/acquisitionFunction';
import { withPending } from '../../../src/core/acquisition/fantasies';
import { randomStream } from '../../../src/core/numeric/random';
import { finish } from '../../../src/core/numeric/work';
import { acquisitionScore } from '../../../src/core/search/acquisitionScore';
import { gaussianProcess } from '../../../src/core/surrogate/gaussianProcess';
import { toLogVector } from '../../../src/core/surrogate/hyperparameters';
import { kernels, type KernelId } from '../../../src/core/surrogate/kernel';
import { marginalLikelihood } from '../../../src/core/surrogate/marginalLikelihood';
import { powerTransformed } from '../../../src/core/surrogate/powerTransform';
import { assertClose } from './close';

const hyperparameters = { signalVariance: 1.5, lengthScales: [0.4, 0.7, 1.2], noiseVariance: 1e-4 };
const categorical = [false, false, true];
const random = randomStream('mixed');
const points = Array.from({ length: 14 }, () => [random.uniform(), random.uniform(), random.integer(3)]);
const values = points.map(([x = 0, y = 0, c = 0]) => Math.sin(5 * x) + y * y + (c === 1 ? 1 : 0));
const model = (kernel: KernelId) =>
  gaussianProcess(kernels[kernel], hyperparameters, points, values, undefined, categorical);

const step = 1e-5;
function difference(f: (point: readonly number[]) => number, at: readonly number[], d: number): number {
  const moved = (by: number): number[] => at.map((u, i) => (i === d ? u + by : u));
  return (f(moved(step)) - f(moved(-step))) / (2 * step);
}

describe('a Gaussian process with a categorical input', () => {
  for (const id of ['rbf', 'matern12', 'matern32', 'matern52'] as const) {
    it(`has the gradients of its predictions and of every acquisition: ${id}`, () => {
      const process = model(id);
      const at = [0.37, 0.61, 1];
      const { meanGradient, deviationGradient, mean, standardDeviation } = process.slope(at);
      assert.deepEqual({ mean, standardDeviation }, process.predict(at));
      for (const d of [0, 1]) {
        const byMean = difference(point => process.predict(point).mean, at, d);
        assertClose(meanGradient[d] ?? NaN, byMean, 1e-6);
        const byDeviation = difference(point => process.predict(point).standardDeviation, at, d);
        assertClose(deviationGradient[d] ?? NaN, byDeviation, 1e-6);
        for (const acquisition of Object.keys(
          acquisitionFunctions,
        ) as (keyof typeof acquisitionFunctions)[]) {
          const score = acquisitionScore(process, acquisition, -0.8);
          const expected = difference(point => score.value(Float64Array.from(point)), at, d);
          assertClose(score.slope(Float64Array.from(at)).gradient[d] ?? NaN, expected, 1e-5, acquisition);
        }
      }
      assert.equal(meanGradient[2], 0);
    });
  }

  it('takes all other choices for equally far', () => {
    const one = gaussianProcess(
      kernels.matern52,
      hyperparameters,
      [[0.5, 0.5, 0]],
      [1],
      undefined,
      categorical,
    );
    assert.equal(one.predict([0.5, 0.5, 1]).standardDeviation, one.predict([0.5, 0.5, 7]).standardDeviation);
    assert.ok(one.predict([0.5, 0.5, 0]).standardDeviation < one.predict([0.5, 0.5, 1]).standardDeviation);
  });

  it('has the gradient of its marginal likelihood', () => {
    const likelihood = marginalLikelihood(kernels.matern52, points, Float64Array.from(values), categorical);
    const logs = toLogVector(hyperparameters);
    const { gradient } = finish(likelihood(logs));
    logs.forEach((_, i) => {
      const at = (by: number): number =>
        finish(likelihood(logs.map((log, k) => (k === i ? log + by : log)))).value;
      assertClose(gradient[i] ?? NaN, (at(step) - at(-step)) / (2 * step), 1e-4);
    });
  });

  it('predicts each observation from the others as if it had never seen it', () => {
    const process = model('matern52');
    finish(process.leaveOneOut()).forEach(({ mean, standardDeviation }, left) => {
      const without = gaussianProcess(
        kernels.matern52,
        hyperparameters,
        points.filter((_, i) => i !== left),
        values.filter((_, i) => i !== left),
        process.standardisation,
        categorical,
      ).predict(points[left] ?? []);
      assertClose(mean, without.mean, 1e-8);
      assertClose(standardDeviation, Math.hypot(without.standardDeviation, process.noise), 1e-8);
    });
  });

  it('grows by observations to what it would be with all of them', () => {
    const half = gaussianProcess(
      kernels.matern52,
      hyperparameters,
      points.slice(0, 8),
      values.slice(0, 8),
      model('matern52').standardisation,
      categorical,
    );
    const grown = half.extended(points.slice(8), values.slice(8));
    const at = [0.2, 0.9, 2];
    assertClose(grown.predict(at).mean, model('matern52').predict(at).mean, 1e-9);
    assertClose(grown.predict(at).standardDeviation, model('matern52').predict(at).standardDeviation, 1e-9);
  });

  it('knows its mean at the observed points without predicting there', () => {
    const process = model('matern32');
    process.fittedValues.forEach((mean, i) => assertClose(mean, process.predict(points[i] ?? []).mean, 1e-9));
  });

  it('takes for a pending point what the liar says', () => {
    const process = model('matern52');
    const at = [0.9, 0.1, 0];
    assert.equal(withPending(process, [], 'believer'), process);
    assertClose(withPending(process, [at], 'believer').predict(at).mean, process.predict(at).mean, 1e-9);
    assertClose(withPending(process, [at], 'best').predict(at).mean, Math.min(...values), 1e-2);
    assertClose(withPending(process, [at], 'worst').predict(at).mean, Math.max(...values), 1e-2);
    assert.ok(withPending(process, [at], 'believer').predict(at).standardDeviation < 0.05);
  });
});

describe('a function drawn from the posterior', () => {
  const at = [
    [0.1, 0.2, 0],
    [0.15, 0.9, 1],
    [0.8, 0.5, 2],
  ];

  it('has the mean and the covariance of the posterior, categorical inputs included', () => {
    const process = model('matern52');
    const stream = randomStream('functions');
    const draws = Array.from({ length: 400 }, (_, i) => {
      const drawn = finish(drawFunction(process, 128, stream.substream(`${i}`)));
      return at.map(point => drawn.value(point));
    });
    at.forEach((point, i) => {
      const { mean, standardDeviation } = process.predict(point);
      const seen = draws.map(draw => draw[i] ?? NaN);
      const average = seen.reduce((sum, value) => sum + value, 0) / seen.length;
      const spread = Math.sqrt(seen.reduce((sum, value) => sum + (value - average) ** 2, 0) / seen.length);
      // Four standard errors.
      assert.ok(Math.abs(average - mean) < (4 * standardDeviation) / Math.sqrt(seen.length), `mean ${i}`);
      assert.ok(
        Math.abs(spread / standardDeviation - 1) < 4 / Math.sqrt(2 * seen.length) + 0.02,
        `spread ${i}`,
      );
    });
  });

  it('has a gradient, and is the same function wherever it is asked', () => {
    const drawn = finish(drawFunction(model('rbf'), 64, randomStream(4)));
    const point = [0.3, 0.4, 1];
    assert.equal(drawn.value(point), drawn.value(point));
    for (const d of [0, 1]) {
      assertClose(
        drawn.gradient(point)[d] ?? NaN,
        difference(p => drawn.value(p), point, d),
        1e-5,
      );
    }
  });
});

describe('the power transformation', () => {
  it('keeps the order, draws an outlier in and spreads what is crowded', () => {
    const losses = [0.1, 0.11, 0.12, 0.2, 0.4, 0.5, 1e6];
    const transformed = powerTransformed(losses);
    transformed.slice(1).forEach((value, i) => assert.ok(value > (transformed[i] ?? NaN)));
    const reach = (list: readonly number[]): number =>
      ((list[5] ?? NaN) - (list[0] ?? NaN)) / ((list[6] ?? NaN) - (list[0] ?? NaN));
    assert.ok(reach(transformed) > 100 * reach(losses));
  });

  it('is finite for constant losses and for losses of any size', () => {
    for (const losses of [[3], [2, 2, 2], [0, 0], [1e300, -1e300, 1.7e308], [1e-300, 2e-300]]) {
      assert.ok(powerTransformed(losses).every(Number.isFinite), losses.join());
    }
  });
});
