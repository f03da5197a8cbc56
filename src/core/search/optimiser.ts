import { randomStream } from '../numeric/random';
import { finish, type Work } from '../numeric/work';
import type { Configuration, SearchSpace } from '../space/searchSpace';
import type { SearchMethod, Trial } from './method';
import { readTrials, writeTrials, type TrialLog } from './trialLog';

/** What an optimiser wants evaluated. */
export interface Suggestion {
  readonly id: number;
  readonly configuration: Configuration;
  /** How far to train, in the schedule's units; absent when there is only one fidelity. */
  readonly resource?: number | undefined;
}

/** Everything in `search/` and `fidelity/` has this shape, so one loop and one simulated cluster serve all. */
export interface Optimiser {
  /** The next suggestion, or undefined when there is none until a pending one is told (or none at all any more). */
  ask(): Suggestion | undefined;
  /** The loss of a suggestion, to be minimised. NaN or ±∞ is a failed trial. In any order. */
  tell(id: number, loss: number): void;
}

/** A suggestion with what led to it. */
export interface Proposal<Reason = unknown> extends Suggestion {
  readonly reason?: Reason | undefined;
}

/** A search method at work, one suggestion at a time. */
export interface MethodOptimiser<Reason = unknown> extends Optimiser {
  ask(): Proposal<Reason> | undefined;
  /** The same as `ask`, interruptible; not to be mixed with other calls until it is done. */
  propose(): Work<Proposal<Reason> | undefined>;
  /** Every trial so far in the order of their suggestion, pending ones without a loss. */
  trials(): readonly Trial[];
  /** All that is needed to go on later, as JSON. */
  log(): TrialLog;
}

/**
 * Ask and tell around a method. The n-th suggestion draws from a stream of its own, so that neither resuming from a
 * log nor the order in which losses come in for the same trials changes what follows.
 *
 * @param log of earlier trials on the same space, perhaps by another method.
 * @throws TrialLogError when the log does not fit the space. From `tell`, RangeError when no suggestion with this id
 * is pending.
 */
export function optimiser<Reason>(
  method: SearchMethod<Reason>,
  space: SearchSpace,
  seed: number | string,
  log?: TrialLog,
): MethodOptimiser<Reason> {
  const random = randomStream(seed);
  let trials = log === undefined ? [] : readTrials(log, space);

  function* propose(): Work<Proposal<Reason> | undefined> {
    const id = trials.length;
    const suggested = yield* method.suggest(space, trials, random.substream(`${method.id} ${id}`));
    if (suggested === undefined) return undefined;
    const { configuration, resource, memo, reason } = suggested;
    trials = [...trials, { id, configuration, resource, memo }];
    return { id, configuration, resource, reason };
  }

  return {
    propose,
    ask: () => finish(propose()),
    tell(id, loss) {
      const trial = trials[id];
      if (trial === undefined || trial.loss !== undefined) {
        throw new RangeError('There is no pending suggestion with this id.');
      }
      trials = trials.with(id, { ...trial, loss });
    },
    trials: () => trials,
    log: () => writeTrials(method.id, seed, trials),
  };
}
