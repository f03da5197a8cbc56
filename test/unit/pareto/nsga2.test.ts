import assert from 'node:assert/strict';
import { braninCurrin, zdt } from '../../../src/core/objectives/multiTestFunctions';
import { hypervolume } from '../../../src/core/pareto/hypervolume';
import { multiObjectiveOptimiser } from '../../../src/core/pareto/multiObjectiveOptimiser';
import { isUsable } from '../../../src/core/pareto/multiObjectiveMethod';
import { nsga2 } from '../../../src/core/pareto/nsga2';
import type { randomSearch } from '../../../src/core/search/randomSearch';
import { isActive } from '../../../src/core/space/conditions';
import { categoricalDomain } from '../../../src/core/space/domains';
import { makeSpace } from '../demos/halvingSpaces';
import { lossesOn, runSearch, unitSpace, pointOf } from './runSearch';

function medianVolume(problem: typeof braninCurrin, method: typeof randomSearch, trials: number): number {
  const volumes = Array.from({ length: 9 }, (_, seed) =>
    hypervolume(lossesOn(problem, method, trials, seed), problem.reference),
  );
  return volumes.sort((a, b) => a - b)[4] as number;
}

describe('NSGA-II', () => {
  it('dominates more after 200 trials than Optuna 4.9 does with its NSGA-II', () => {
    // Medians of l_mo_efficiency: Branin–Currin 33.6, ZDT1 in six dimensions 0.024.
    assert.ok(medianVolume(braninCurrin, nsga2(), 200) > 33.6);
    assert.ok(medianVolume(zdt(1, 6), nsga2(), 200) > 0.024);
  });

  it('suggests only what the space allows, in a space with choices and conditions', () => {
    const space = makeSpace();
    const trials = runSearch(
      nsga2(8),
      space,
      configuration => ({
        losses: [Number(configuration.get('lr')), -Number(configuration.get('momentum') ?? 0)],
      }),
      80,
      1,
    );
    assert.equal(trials.length, 80);
    for (const { configuration } of trials) {
      for (const { name, condition } of space.parameters) {
        assert.equal(configuration.has(name), condition === undefined || isActive(condition, configuration));
      }
    }
    const late = trials.slice(40).filter(({ configuration }) => configuration.get('optimizer') === 'sgd');
    assert.ok(late.length > 20, 'momentum pays, so that most children have it');
  });

  it('finds its way to what is feasible and then keeps to it', () => {
    // The feasible corner is a tenth of the square; without constraints the best would be at the other end.
    const trials = runSearch(
      nsga2(10),
      unitSpace(2),
      configuration => {
        const [x = 0, y = 0] = pointOf(configuration);
        return { losses: [x, y], violation: Math.max(0, 1.55 - x - y) };
      },
      200,
      3,
    );
    const late = trials.slice(100).filter(isUsable).length / 100;
    assert.ok(late > 0.4, `${late} feasible, of which chance would bring 0.1`);
  });

  it('goes on with failed and pending trials about, and from earlier ones as if it had never stopped', () => {
    const space = unitSpace(2);
    const search = multiObjectiveOptimiser(nsga2(4), space, 'seed');
    for (let i = 0; i < 12; i++) {
      const suggestion = search.ask();
      if (suggestion === undefined || i % 4 === 3) continue;
      const [x = 0, y = 0] = pointOf(suggestion.configuration);
      search.tell(suggestion.id, { losses: i % 4 === 2 ? [NaN, y] : [x, y] });
    }
    const resumed = multiObjectiveOptimiser(nsga2(4), space, 'seed', search.trials());
    assert.deepEqual(resumed.ask(), search.ask());
    assert.throws(() => search.tell(0, { losses: [1, 1] }), RangeError);
  });

  it('ends when a finite space has been tried from end to end', () => {
    const space = makeSpace({
      parameters: [{ name: 'a', domain: categoricalDomain([{ value: 1 }, { value: 2 }, { value: 3 }]) }],
    });
    const trials = runSearch(nsga2(2), space, () => ({ losses: [1, 2] }), 10, 1);
    assert.equal(trials.length, 3);
  });
});
