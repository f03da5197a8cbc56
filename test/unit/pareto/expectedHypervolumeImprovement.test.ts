import assert from 'node:assert/strict';
import { randomStream } from '../../../src/core/numeric/random';
import { hypervolumeExpectation } from '../../../src/core/pareto/expectedHypervolumeImprovement';
import { hypervolumeImprovement } from '../../../src/core/pareto/hypervolume';
import { oracle } from './oracle';

describe('expected hypervolume improvement', () => {
  for (const [i, reference] of oracle.expectedImprovement.entries()) {
    const { points, mean, standardDeviation, value, logarithm } = reference;
    const expectation = hypervolumeExpectation(points, reference.reference);
    const predictions = mean.map((mean, j) => ({
      mean,
      standardDeviation: standardDeviation[j] as number,
    }));
    it(`is the exact one in ${mean.length} objectives, case ${i + 1}`, () => {
      assert.ok(Math.abs(expectation.value(predictions) / value - 1) <= 1e-12);
      assert.ok(Math.abs(expectation.logarithm(predictions) - logarithm) <= 1e-12 * Math.max(1, -logarithm));
    });
  }

  it('is the mean of the improvements of draws', () => {
    const front = [
      [0.2, 0.7],
      [0.5, 0.3],
    ];
    const predictions = [
      { mean: 0.4, standardDeviation: 0.2 },
      { mean: 0.35, standardDeviation: 0.1 },
    ];
    const random = randomStream('improvement');
    const draws = 20_000;
    let sum = 0;
    for (let i = 0; i < draws; i++) {
      const losses = predictions.map(
        ({ mean, standardDeviation }) => mean + standardDeviation * random.normal(),
      );
      sum += hypervolumeImprovement(losses, front, [1, 1]);
    }
    const expected = hypervolumeExpectation(front, [1, 1]).value(predictions);
    assert.ok(Math.abs(sum / draws - expected) < 0.03 * expected);
  });

  it('still orders what underflows, and is nothing where a certain prediction is dominated', () => {
    const far = (mean: number) =>
      hypervolumeExpectation([], [0, 0]).logarithm([
        { mean, standardDeviation: 1 },
        { mean, standardDeviation: 1 },
      ]);
    assert.ok(far(60) < far(50) && far(50) < -2000);
    const certain = { mean: 0.5, standardDeviation: 0 };
    const { value, logarithm } = hypervolumeExpectation([[0.4, 0.4]], [1, 1]);
    assert.equal(value([certain, certain]), 0);
    assert.equal(logarithm([certain, certain]), -Infinity);
    assert.equal(hypervolumeExpectation([], [1, 1]).value([certain, certain]), 0.25);
  });
});
