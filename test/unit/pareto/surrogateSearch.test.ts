import assert from 'node:assert/strict';
import { braninCurrin, dtlz2 } from '../../../src/core/objectives/multiTestFunctions';
import { randomStream } from '../../../src/core/numeric/random';
import { augmentedChebyshev, randomWeights } from '../../../src/core/pareto/chebyshev';
import { hypervolume } from '../../../src/core/pareto/hypervolume';
import { hypervolumeSearch } from '../../../src/core/pareto/hypervolumeSearch';
import type { MultiObjectiveMethod } from '../../../src/core/pareto/multiObjectiveMethod';
import { multiObjectiveOptimiser } from '../../../src/core/pareto/multiObjectiveOptimiser';
import { parEgo } from '../../../src/core/pareto/parEgo';
import { usualReference } from '../../../src/core/pareto/referencePoint';
import { isActive } from '../../../src/core/space/conditions';
import { makeSpace } from '../demos/halvingSpaces';
import { oracle } from './oracle';
import { lossesOn, pointOf, runSearch, unitSpace } from './runSearch';

/** The median of three runs of 50 trials. */
function volumeAfter50(problem: typeof braninCurrin, method: MultiObjectiveMethod): number {
  const volumes = [1, 2, 3].map(seed => hypervolume(lossesOn(problem, method, 50, seed), problem.reference));
  return volumes.sort((a, b) => a - b)[1] as number;
}

describe('search by expected hypervolume improvement', () => {
  it('dominates in 50 trials what the GP sampler of Optuna 4.9 does with log-EHVI', () => {
    assert.ok(volumeAfter50(braninCurrin, hypervolumeSearch()) >= 57);
  });
});

describe('ParEGO', () => {
  it('dominates more of three objectives in 50 trials than any sampler of Optuna 4.9', () => {
    // The median of its TPE, the best there, on DTLZ2 in six dimensions.
    const problem = dtlz2(3, 6);
    const found = lossesOn(problem, parEgo, 50, 1);
    assert.ok(hypervolume(found, problem.reference) > 0.37);
  });

  it('dominates more in 50 trials than random search in four times as many', () => {
    assert.ok(volumeAfter50(braninCurrin, parEgo) > 38.1);
  });

  for (const [i, { weights, points, values }] of oracle.chebyshev.entries()) {
    it(`scalarises as the reference does, case ${i + 1}`, () => {
      points.forEach((losses, k) => {
        assert.ok(Math.abs(augmentedChebyshev(losses, weights) - (values[k] as number)) < 1e-15);
      });
    });
  }

  it('draws weights that add up to one, each a third of it on average of three', () => {
    const random = randomStream('weights');
    const draws = Array.from({ length: 3000 }, () => randomWeights(3, random));
    for (const weights of draws) assert.ok(Math.abs(weights.reduce((a, b) => a + b) - 1) < 1e-12);
    const mean = draws.reduce((sum, weights) => sum + (weights[0] as number), 0) / draws.length;
    assert.ok(Math.abs(mean - 1 / 3) < 0.02);
  });
});

for (const method of [hypervolumeSearch(), parEgo]) {
  describe(`${method.label()}`, () => {
    it('suggests only what the space allows, with choices and conditions', () => {
      const space = makeSpace();
      const trials = runSearch(
        method,
        space,
        configuration => ({
          losses: [Math.log(Number(configuration.get('lr'))) ** 2, Number(configuration.get('layers'))],
        }),
        20,
        1,
      );
      for (const { configuration } of trials) {
        for (const { name, condition } of space.parameters) {
          assert.equal(
            configuration.has(name),
            condition === undefined || isActive(condition, configuration),
          );
        }
      }
    });

    it('suggests something else while trials are pending or have failed, and the same again from the same trials', () => {
      const space = unitSpace(2);
      const search = multiObjectiveOptimiser(method, space, 5);
      for (let i = 0; i < 12; i++) {
        const suggestion = search.ask();
        if (suggestion === undefined || i > 9) continue;
        const [x = 0, y = 0] = pointOf(suggestion.configuration);
        const losses = i === 3 ? [NaN, 1] : [x * x + y, (x - 1) ** 2 + y];
        search.tell(suggestion.id, { losses, violation: i === 4 ? 1 : 0 });
      }
      const points = search.trials().map(({ configuration }) => pointOf(configuration).join());
      assert.equal(new Set(points).size, 12);
      const resumed = multiObjectiveOptimiser(method, space, 5, search.trials());
      assert.deepEqual(resumed.ask(), search.ask());
    });

    it('looks on at random while everything has failed', () => {
      const trials = runSearch(method, unitSpace(1), () => ({ losses: [NaN, 0] }), 8, 1);
      assert.equal(trials.length, 8);
    });
  });
}

describe('the usual reference point', () => {
  it('is what four in five do not exceed, and leaves room below it', () => {
    const design = [1, 2, 3, 4, 5, 6].map(x => [x, x === 6 ? 1 : 0, 7]);
    assert.deepEqual(usualReference(design), [5, 1, 7]);
  });
});
