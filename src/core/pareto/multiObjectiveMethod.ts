import type { RandomStream } from '../numeric/random';
import type { Work } from '../numeric/work';
import type { Suggested } from '../search/method';
import type { Configuration, SearchSpace } from '../space/searchSpace';
import type { Value } from '../text/scalars';
import { violationOf, type Losses, type Outcome } from './dominance';

/** One evaluation of several objectives, or one under way; otherwise as a trial of one objective. */
export interface MultiObjectiveTrial {
  /** Its place in the list of trials, from 0. */
  readonly id: number;
  readonly configuration: Configuration;
  /** Absent while the trial is pending; one that is NaN or ±∞ makes it a failed trial. */
  readonly losses?: Losses | undefined;
  /** As in `Outcome`. */
  readonly violation?: number | undefined;
  readonly memo?: Value | undefined;
}

/**
 * A way to choose the next configuration from trials of several objectives: a pure function of the trials so far and
 * of a stream that depends only on the seed and their number. A `SearchMethod` that does not look at losses is one.
 */
export interface MultiObjectiveMethod {
  readonly id: string;
  label(): string;
  /** The next suggestion, or undefined when there is nothing left to try. */
  suggest(
    space: SearchSpace,
    trials: readonly MultiObjectiveTrial[],
    random: RandomStream,
  ): Work<Suggested | undefined>;
}

export type FinishedTrial = MultiObjectiveTrial & Outcome;

/** Told losses, be they numbers or not. */
export function isFinished(trial: MultiObjectiveTrial): trial is FinishedTrial {
  return trial.losses !== undefined;
}

/** Told losses that are all numbers, and within its constraints. */
export function isUsable(trial: MultiObjectiveTrial): trial is FinishedTrial {
  return isFinished(trial) && trial.losses.every(Number.isFinite) && violationOf(trial) === 0;
}
