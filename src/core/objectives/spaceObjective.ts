import type { RandomStream } from '../numeric/random';
import { inOrderOf, varyingParameters } from '../sampling/configurations';
import { isActive, isForbidden, topologicalOrder } from '../space/conditions';
import type { Configuration, SearchSpace } from '../space/searchSpace';
import type { Value } from '../text/scalars';
import { coordinateOf } from './coordinates';
import type { TestFunction } from './testFunction';

/** Something to minimise over the configurations of a space. */
export interface SpaceObjective {
  /** No configuration is below it, apart from noise. */
  readonly minimum: number;
  /** A configuration that reaches it; absent where the space forbids the one that would. */
  readonly minimiser?: Configuration | undefined;
  evaluate(configuration: Configuration): number;
}

/**
 * A test function on any space. The parameters in file order, each seen through its own distribution, are its
 * coordinates. Parameters beyond its dimensions are the coordinates of further copies of it, which count 1/4, 1/9, …
 * of the first: most real searches, too, depend on few parameters. An inactive parameter stands at its optimum, so
 * that each branch is as good as the values in it, and the choice of a branch counts through what decides it.
 *
 * @param random decides only in which order choices without one stand along their coordinate.
 */
export function onSpace(
  { bounds, minimiser, minimum, evaluate }: TestFunction,
  space: SearchSpace,
  random: RandomStream,
): SpaceObjective {
  const dimensions = bounds.length;
  const axes = varyingParameters(space).map(({ name, domain }, i) => {
    const [low, high] = bounds[i % dimensions] as readonly [number, number];
    const optimum = ((minimiser[i % dimensions] as number) - low) / (high - low);
    const coordinate = coordinateOf(domain, optimum, random.substream(name));
    return { name, coordinate, at: (value: Value) => low + (high - low) * coordinate.of(value) };
  });
  const copies = Array.from({ length: Math.ceil(axes.length / dimensions) }, (_, copy) =>
    axes.slice(copy * dimensions, (copy + 1) * dimensions),
  );
  return {
    minimum,
    minimiser: bestConfiguration(space, new Map(axes.map(({ name, coordinate }) => [name, coordinate.best]))),
    evaluate: configuration =>
      copies.reduce((sum, axes, copy) => {
        const x = [...minimiser];
        axes.forEach(({ name, at }, j) => {
          const value = configuration.get(name);
          if (value !== undefined) x[j] = at(value);
        });
        return sum + (evaluate(x) - minimum) / (copy + 1) ** 2;
      }, minimum),
  };
}

/** The same with independent normal noise on every evaluation. */
export function noisy(objective: SpaceObjective, deviation: number, random: RandomStream): SpaceObjective {
  return {
    ...objective,
    evaluate: configuration => objective.evaluate(configuration) + deviation * random.normal(),
  };
}

/** The best value of everything that the best values make active; undefined where that is forbidden. */
export function bestConfiguration(
  space: SearchSpace,
  best: ReadonlyMap<string, Value>,
): Configuration | undefined {
  const values = new Map<string, Value>();
  for (const { name, domain, condition } of topologicalOrder(space)) {
    if (!domain || (condition && !isActive(condition, values))) continue;
    values.set(name, domain.kind === 'constant' ? domain.value : (best.get(name) ?? null));
  }
  return isForbidden(space, values) ? undefined : inOrderOf(space.parameters, values);
}
