import type { MultiObjectiveFunction } from '../../../src/core/objectives/multiObjective';
import type { Outcome } from '../../../src/core/pareto/dominance';
import type { MultiObjectiveMethod } from '../../../src/core/pareto/multiObjectiveMethod';
import { multiObjectiveOptimiser } from '../../../src/core/pareto/multiObjectiveOptimiser';
import { numericDomain } from '../../../src/core/space/domains';
import type { Configuration, SearchSpace } from '../../../src/core/space/searchSpace';
import { makeSpace } from '../demos/halvingSpaces';

export function unitSpace(dimensions: number): SearchSpace {
  return makeSpace({
    parameters: Array.from({ length: dimensions }, (_, i) => ({
      name: `x${i}`,
      domain: numericDomain({ type: 'float', low: 0, high: 1 }),
    })),
  });
}

/** The configuration of a `unitSpace` as a point. */
export function pointOf(configuration: Configuration): number[] {
  return [...configuration.values()].map(Number);
}

export function runSearch(
  method: MultiObjectiveMethod,
  space: SearchSpace,
  evaluate: (configuration: Configuration) => Outcome,
  trials: number,
  seed: number | string,
) {
  const search = multiObjectiveOptimiser(method, space, seed);
  for (let i = 0; i < trials; i++) {
    const suggestion = search.ask();
    if (suggestion === undefined) break;
    search.tell(suggestion.id, evaluate(suggestion.configuration));
  }
  return search.trials();
}

/** On a test function over a `unitSpace`. */
export function lossesOn(
  problem: MultiObjectiveFunction,
  method: MultiObjectiveMethod,
  trials: number,
  seed: number | string,
): (readonly number[])[] {
  return runSearch(
    method,
    unitSpace(problem.dimensions),
    configuration => ({ losses: problem.evaluate(pointOf(configuration)) }),
    trials,
    seed,
  ).flatMap(({ losses }) => (losses ? [losses] : []));
}
