import { randomStream } from '../../numeric/random';
import { configurationKey, countDuplicates } from '../../sampling/duplicates';
import type { SearchMethod } from '../../search/method';
import { optimiser } from '../../search/optimiser';
import { isActive, isForbidden } from '../../space/conditions';
import { canDraw } from '../../space/distribution';
import type { Configuration, SearchSpace } from '../../space/searchSpace';
import { regretOf, type Task, type Tried } from './task';

/** One search on one task. */
export interface Run {
  /** Fewer than asked for only where the space has no more. */
  readonly trials: readonly Tried[];
  /** See `regretOf`. */
  readonly regret: readonly number[];
  /** Trials that were one of those before. */
  readonly repeated: number;
  /** Trials that are not of the space. */
  readonly outside: number;
  /** The share of trials in the task's best tenth. */
  readonly good: number;
}

/** Yields the share that is done. */
export function* runOf(
  method: SearchMethod,
  space: SearchSpace,
  task: Task,
  trials: number,
  seed: string,
): Generator<number, Run, void> {
  const search = optimiser(method, space, seed);
  const noise = randomStream(seed).substream(`${method.id} noise`);
  const tried: Tried[] = [];
  let outside = 0;
  while (tried.length < trials) {
    const proposing = search.propose();
    let step = proposing.next();
    for (; step.done !== true; step = proposing.next()) yield tried.length / trials;
    if (step.value === undefined) break;
    const { id, configuration } = step.value;
    const loss = task.objective.evaluate(configuration);
    const told = loss + task.deviation * noise.normal();
    search.tell(id, told);
    tried.push({ configuration, loss, told });
    if (!isOf(space, configuration)) outside++;
    yield tried.length / trials;
  }
  return {
    trials: tried,
    regret: regretOf(tried, task.objective.minimum),
    repeated: countDuplicates(tried.map(({ configuration }) => configuration)),
    outside,
    good: tried.filter(({ loss }) => loss <= task.bestTenth).length / Math.max(1, tried.length),
  };
}

/** Whether what is active has a value, each from its domain, nothing else has one, and it is not forbidden. */
function isOf(space: SearchSpace, configuration: Configuration): boolean {
  return (
    !isForbidden(space, configuration) &&
    space.parameters.every(({ name, domain, condition }) => {
      const value = configuration.get(name);
      const acts = domain !== undefined && (!condition || isActive(condition, configuration));
      return value === undefined ? !acts : acts && canDraw(domain, value);
    })
  );
}

/** Whether a search that was made again did the same as far as it went. */
export function isSame(again: Run, run: Run): boolean {
  return again.trials.every(({ configuration }, i) => {
    const before = run.trials[i];
    return before !== undefined && configurationKey(before.configuration) === configurationKey(configuration);
  });
}
