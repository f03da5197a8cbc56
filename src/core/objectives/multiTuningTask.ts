import type { RandomStream } from '../numeric/random';
import { varyingParameters } from '../sampling/configurations';
import { words } from '../checks/words';
import { fromUnit, levelCount, levelValues, toUnit } from '../space/distribution';
import type { Configuration, DrawableParameter, SearchSpace } from '../space/searchSpace';
import { sameValue } from '../space/values';
import type { Value } from '../text/scalars';

/** What is paid for a low error. */
export type CostId = 'latency' | 'parameters' | 'memory';

/** From the smallest to the largest model the cost grows by this factor, at the same rate all the way. */
const costs: Readonly<Record<CostId, { readonly least: number; readonly factor: number }>> = {
  latency: { least: 2, factor: 30 },
  parameters: { least: 1, factor: 100 },
  memory: { least: 2, factor: 12 },
};

const errorFloor = 0.04;
/** What the smallest model adds to the error, and how many times it shrinks by e on the way to the largest. */
const underfit = { most: 0.3, decays: 4 };
const untuned = 0.5;

/** A made-up training task with two losses: the validation error and what the model costs to run. */
export interface TuningTask {
  /** The parameters the cost grows with. */
  readonly drivers: readonly DrawableParameter[];
  /** Validation error and cost. */
  losses(configuration: Configuration): [error: number, cost: number];
  /** Some or all of the sizes that there are, ascending. */
  readonly sizes: readonly number[];
  /** The least error that any configuration of a size between 0 and 1 can have, and its cost. */
  bestAt(size: number): [error: number, cost: number];
  /** Beyond this nobody would go: half of all wrong, a tenth more than the largest model costs. */
  readonly worst: readonly [error: number, cost: number];
}

/**
 * A task on a search space. The size of the model is the mean position of its driving parameters on their ranges (0
 * for inactive ones): cost = least · factorˢⁱᶻᵉ, and the error is 0.04, plus 0.3 e^(−4 size) for what a small model
 * cannot learn, plus up to 0.5 for how far the other parameters are from a hidden optimum: squared distances on the
 * unit intervals of their distributions, with weights that fall as 1/rank²; an inactive one counts as halfway.
 */
export function tuningTask(
  space: SearchSpace,
  cost: CostId,
  drivers: readonly DrawableParameter[],
  stream: RandomStream,
): TuningTask {
  const { least, factor } = costs[cost];
  const others = varyingParameters(space).filter(({ name }) => drivers.every(driver => driver.name !== name));
  const hidden = stream.substream('hidden');
  const ranks = stream.substream('weights').permutation(others.length);
  const total = ranks.reduce((sum, rank) => sum + 1 / (rank + 1) ** 2, 0);
  const effects = others.map((parameter, i) => ({
    ...parameter,
    optimum: positionOf(parameter, drawFrom(parameter, hidden)),
    weight: 1 / ((ranks[i] ?? 0) + 1) ** 2 / total,
  }));
  const errorAt = (size: number): number => errorFloor + underfit.most * Math.exp(-underfit.decays * size);
  const costAt = (size: number): number => least * factor ** size;
  return {
    drivers,
    losses(configuration) {
      const sizes = drivers.map(driver => positionIn(driver, configuration) ?? 0);
      const size = sizes.reduce((sum, position) => sum + position, 0) / Math.max(1, sizes.length);
      const distance = effects.reduce((sum, effect) => {
        const position = positionIn(effect, configuration);
        const furthest = Math.max(effect.optimum, 1 - effect.optimum);
        const apart = position === undefined ? 0.5 : (position - effect.optimum) / furthest;
        return sum + effect.weight * apart * apart;
      }, 0);
      return [errorAt(size) + untuned * distance, costAt(size)];
    },
    sizes: sizesOf(drivers),
    bestAt: size => [errorAt(size), costAt(size)],
    worst: [0.5, 1.1 * costAt(1)],
  };
}

/** More combinations of levels than this are as good as continuous. */
const mostSizes = 2000;
const evenSizes = Array.from({ length: 201 }, (_, i) => i / 200);

function sizesOf(drivers: readonly DrawableParameter[]): readonly number[] {
  const combinations = drivers.reduce((product, { domain }) => product * levelCount(domain), 1);
  if (combinations > mostSizes) return evenSizes;
  const sums = drivers.reduce<readonly number[]>(
    (sums, driver) => {
      const positions = levelValues(driver.domain, mostSizes).map(value => positionOf(driver, value));
      const choices = driver.condition ? [0, ...positions] : positions;
      return [...new Set(sums.flatMap(sum => choices.map(position => sum + position)))];
    },
    [0],
  );
  return sums.map(sum => sum / Math.max(1, drivers.length)).sort((a, b) => a - b);
}

const sizeWords =
  /^(layers?|depth|width|units?|hidden|neurons?|dims?|dimensions?|embed|embedding|embeddings?|channels?|filters?|heads?|rank|r|estimators|trees|leaves|blocks?|ff|ffn|mlp|model|size|capacity)$/;

/**
 * The parameters whose names say that the model grows with them; without any, those that are searched on a linear
 * scale, as rates seldom are; without these either, the last one that has an order.
 */
export function sizeDrivers(space: SearchSpace): DrawableParameter[] {
  const ordered = varyingParameters(space).filter(isOrdered);
  const named = ordered.filter(({ name }) => {
    const own = words(name);
    return !own.has('batch') && [...own].some(word => sizeWords.test(word));
  });
  if (named.length > 0) return named;
  const linear = ordered.filter(({ domain }) => !('scale' in domain) || domain.scale === 'linear');
  return linear.length > 0 ? linear : ordered.slice(-1);
}

/** Whether a parameter's values go from less to more: numbers, also where they are listed one by one. */
export function isOrdered({ domain }: DrawableParameter): boolean {
  return (
    domain.kind !== 'constant' &&
    (domain.kind !== 'categorical' || domain.choices.every(({ value }) => typeof value === 'number'))
  );
}

function drawFrom({ domain }: DrawableParameter, random: RandomStream): Value {
  return fromUnit(domain, random.uniform());
}

function positionIn(parameter: DrawableParameter, configuration: Configuration): number | undefined {
  const value = configuration.get(parameter.name);
  return value === undefined ? undefined : positionOf(parameter, value);
}

/** From 0 to 1: a number's cumulative probability, a choice's place among the others. */
function positionOf({ domain }: DrawableParameter, value: Value): number {
  if (domain.kind !== 'categorical' && domain.kind !== 'ordinal') return toUnit(domain, value);
  const values = domain.choices.map(choice => choice.value);
  const place =
    typeof value === 'number'
      ? values.filter(other => typeof other === 'number' && other < value).length
      : values.findIndex(other => sameValue(other, value));
  return place / Math.max(1, values.length - 1);
}
