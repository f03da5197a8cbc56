import type { RandomStream } from '../numeric/random';
import type { Work } from '../numeric/work';
import type { Configuration, SearchSpace } from '../space/searchSpace';
import type { Value } from '../text/scalars';

/** One evaluation of the objective, or one under way. Never changed: what becomes known makes a new trial. */
export interface Trial {
  /** Its place in the list of trials, from 0. */
  readonly id: number;
  /** The same object for as long as the trial is known, so that what is derived from it can be kept. */
  readonly configuration: Configuration;
  /** How far it trains, in the schedule's units; absent when there is only one fidelity. */
  readonly resource?: number | undefined;
  /** To be minimised. Absent while the trial is pending; NaN or ±∞ is a failed trial. */
  readonly loss?: number | undefined;
  /** What the method noted when it suggested the trial. */
  readonly memo?: Value | undefined;
}

export type FinishedTrial = Trial & { readonly loss: number };

/** What a method wants tried next. */
export interface Suggested<Reason = unknown> {
  readonly configuration: Configuration;
  readonly resource?: number | undefined;
  /** Kept in the log of trials for later suggestions to start from; finite numbers only. */
  readonly memo?: Value | undefined;
  /** What led to it, for whoever shows it; not kept. */
  readonly reason?: Reason | undefined;
}

/**
 * A way to choose the next configuration: a pure function of the trials so far and of a stream that depends only on
 * the seed and their number. Whatever it keeps between calls may only save time.
 */
export interface SearchMethod<Reason = unknown> {
  readonly id: string;
  label(): string;
  /** The next suggestion, or undefined when there is nothing left to try. */
  suggest(
    space: SearchSpace,
    trials: readonly Trial[],
    random: RandomStream,
  ): Work<Suggested<Reason> | undefined>;
}

/** Told a loss that is a number. */
export function isSuccessful(trial: Trial): trial is FinishedTrial {
  return trial.loss !== undefined && Number.isFinite(trial.loss);
}

/** The successful trial of lowest loss, the earliest of equals. */
export function incumbent(trials: readonly Trial[]): FinishedTrial | undefined {
  return trials
    .filter(isSuccessful)
    .reduce<FinishedTrial | undefined>(
      (best, trial) => (best === undefined || trial.loss < best.loss ? trial : best),
      undefined,
    );
}
