import { randomStream } from '../numeric/random';
import { finish, type Work } from '../numeric/work';
import type { Suggestion } from '../search/optimiser';
import type { SearchSpace } from '../space/searchSpace';
import type { Outcome } from './dominance';
import type { MultiObjectiveMethod, MultiObjectiveTrial } from './multiObjectiveMethod';

/** A method at work, one suggestion at a time. */
export interface MultiObjectiveOptimiser {
  ask(): Suggestion | undefined;
  /** The same as `ask`, interruptible; not to be mixed with other calls until it is done. */
  propose(): Work<Suggestion | undefined>;
  /** In any order. */
  tell(id: number, outcome: Outcome): void;
  /** Every trial so far in the order of their suggestion: all that is needed to go on later. */
  trials(): readonly MultiObjectiveTrial[];
}

/**
 * Ask and tell around a method. The n-th suggestion draws from a stream of its own, so that going on from earlier
 * trials changes nothing.
 *
 * @throws RangeError from `tell` when no suggestion with this id is pending.
 */
export function multiObjectiveOptimiser(
  method: MultiObjectiveMethod,
  space: SearchSpace,
  seed: number | string,
  earlier: readonly MultiObjectiveTrial[] = [],
): MultiObjectiveOptimiser {
  const random = randomStream(seed);
  let trials = earlier;

  function* propose(): Work<Suggestion | undefined> {
    const id = trials.length;
    const suggested = yield* method.suggest(space, trials, random.substream(`${method.id} ${id}`));
    if (suggested === undefined) return undefined;
    const { configuration, memo } = suggested;
    trials = [...trials, { id, configuration, memo }];
    return { id, configuration };
  }

  return {
    propose,
    ask: () => finish(propose()),
    tell(id, { losses, violation }) {
      const trial = trials[id];
      if (trial === undefined || trial.losses !== undefined) {
        throw new RangeError('There is no pending suggestion with this id.');
      }
      trials = trials.with(id, { ...trial, losses, violation });
    },
    trials: () => trials,
  };
}
