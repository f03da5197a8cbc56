import type { RandomStream } from '../numeric/random';
import { varyingParameters } from '../sampling/configurations';
import type { SearchSpace } from '../space/searchSpace';
import { sameValue } from '../space/values';
import type { Value } from '../text/scalars';
import { coordinateOf, type Coordinate } from './coordinates';
import { bestConfiguration, type SpaceObjective } from './spaceObjective';

const floor = 0.08;
const chance = 0.9;

/** What a wrong choice adds to the height, and how far it moves the optima of the ordered parameters. */
const penalty = { least: 0.03, most: 0.3 };
const furthestMove = 0.2;

interface Choice {
  readonly value: Value;
  readonly penalty: number;
  /** By the name of the ordered parameter that it moves. */
  readonly moves: ReadonlyMap<string, number>;
}

/**
 * The validation error of an imagined training on any space, 0.08 to 0.9, in which every branch has an optimum of its
 * own: `0.08 + 0.82 (1 − e^(−3h))`, where the height h is the sum of 4 w (u − o)² over the active ordered parameters,
 * with w falling as 1/rank² and u the place in the parameter's distribution, and of a penalty for every choice that
 * is not the best of its parameter. Such a choice also moves the optima o by up to 0.2. Everything hidden is drawn
 * from `random`.
 */
export function conditionalValley(space: SearchSpace, random: RandomStream): SpaceObjective {
  const varying = varyingParameters(space);
  const ordered = varying.filter(({ domain }) => domain.kind !== 'categorical');
  const ranks = random.substream('weights').permutation(ordered.length);
  const total = ranks.reduce((sum, rank) => sum + 1 / (rank + 1) ** 2, 0);
  const valleys = ordered.map(({ name, domain }, i) => {
    const hidden = random.substream(name);
    const optimum = 0.2 + 0.6 * hidden.uniform();
    const coordinate: Coordinate = coordinateOf(domain, optimum, hidden);
    return { name, optimum, coordinate, weight: 1 / ((ranks[i] ?? 0) + 1) ** 2 / total };
  });
  const best = new Map<string, Value>(valleys.map(({ name, coordinate }) => [name, coordinate.best]));
  const choices = varying.flatMap(({ name, domain }) => {
    if (domain.kind !== 'categorical') return [];
    const hidden = random.substream(name);
    const good = hidden.integer(domain.choices.length);
    best.set(name, domain.choices[good]?.value ?? null);
    const others = domain.choices.map(({ value }, k): Choice => ({
      value,
      penalty: k === good ? 0 : penalty.least + (penalty.most - penalty.least) * hidden.uniform(),
      moves: new Map(
        ordered.map(parameter => [
          parameter.name,
          k === good ? 0 : furthestMove * (2 * hidden.uniform() - 1),
        ]),
      ),
    }));
    return [{ name, others }];
  });
  return {
    minimum: floor,
    minimiser: bestConfiguration(space, best),
    evaluate(configuration) {
      const chosen = choices.flatMap(({ name, others }) => {
        const value = configuration.get(name);
        return value === undefined ? [] : (others.find(other => sameValue(other.value, value)) ?? []);
      });
      let height = chosen.reduce((sum, choice) => sum + choice.penalty, 0);
      for (const { name, optimum, coordinate, weight } of valleys) {
        const value = configuration.get(name);
        if (value === undefined) continue;
        const moved = chosen.reduce((place, { moves }) => place + (moves.get(name) ?? 0), optimum);
        height += 4 * weight * (coordinate.of(value) - Math.min(0.9, Math.max(0.1, moved))) ** 2;
      }
      return floor + (chance - floor) * (1 - Math.exp(-3 * height));
    },
  };
}
