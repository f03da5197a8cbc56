import type { RandomStream } from '../numeric/random';
import { inOrderOf } from '../sampling/configurations';
import { isActive, isForbidden, topologicalOrder } from '../space/conditions';
import { fromUnit } from '../space/distribution';
import type { Domain } from '../space/domain';
import { levelsOf } from '../space/levels';
import type { Configuration, SearchSpace } from '../space/searchSpace';
import { sameValue } from '../space/values';
import type { Value } from '../text/scalars';

export interface ExploreOptions {
  /** 0.25, as in Ray and Syne Tune: how often a parameter is drawn anew instead of moved. */
  readonly resampleProbability?: number | undefined;
  /** 1.2 and 0.8, as there: a number is multiplied by the one or the other. */
  readonly factors?: readonly [up: number, down: number] | undefined;
  /** The parameters that change; the others keep what they are given. All of them where absent. */
  readonly changes?: readonly string[] | undefined;
}

/** Tries until a combination is not forbidden. */
const patience = 100;

/**
 * A configuration near another: each active parameter is drawn anew or moved a little (Jaderberg et al., "Population
 * based training of neural networks", 2017, section 4.1.1, "perturb" and "resample"). Numbers are multiplied, stay
 * within their bounds and on their levels, and move by one level at least; ordered choices move to a neighbour; other
 * choices only change when drawn anew. What becomes active is drawn, what becomes inactive goes.
 */
export function explore(
  space: SearchSpace,
  near: Configuration,
  random: RandomStream,
  { resampleProbability = 0.25, factors: [up, down] = [1.2, 0.8], changes }: ExploreOptions = {},
): Configuration {
  for (let tried = 0; tried < patience; tried++) {
    const values = new Map<string, Value>();
    for (const { name, domain, condition } of topologicalOrder(space)) {
      if (!domain || (condition && !isActive(condition, values))) continue;
      const value = near.get(name);
      const isDrawn = random.uniform() < resampleProbability || value === undefined;
      const moved = random.uniform() < 0.5 ? up : down;
      if (value !== undefined && changes && !changes.includes(name)) {
        values.set(name, value);
        continue;
      }
      values.set(name, isDrawn ? fromUnit(domain, random.uniform()) : perturbed(domain, value, moved));
    }
    if (!isForbidden(space, values)) return inOrderOf(space.parameters, values);
  }
  return near;
}

/** A value moved up where `factor` is above 1, and down where it is below. */
export function perturbed(domain: Domain, value: Value, factor: number): Value {
  switch (domain.kind) {
    case 'constant':
    case 'categorical':
      return value;
    case 'ordinal': {
      const index = domain.choices.findIndex(choice => sameValue(choice.value, value));
      return domain.choices[index + (factor > 1 ? 1 : -1)]?.value ?? value;
    }
    case 'float':
    case 'integer': {
      const x = Number(value);
      const levels = levelsOf(domain);
      if (!levels) {
        const moved = Math.min(domain.high, Math.max(domain.low, x * factor));
        const excluded = domain.kind === 'float' && domain.highExclusive === true && moved >= domain.high;
        return excluded ? x : moved;
      }
      const own = levels.nearest(x);
      const moved = levels.nearest(x * factor);
      // 1 · 1.2 rounds to 1.
      const next = moved === own && x !== 0 ? own + (factor > 1 === x > 0 ? 1 : -1) : moved;
      return levels.value(Math.min(levels.last, Math.max(levels.first, next)));
    }
  }
}
