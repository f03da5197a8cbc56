import type { Work } from '../numeric/work';
import type { Trial } from '../search/method';
import type { Optimiser, Suggestion } from '../search/optimiser';
import type { Configuration } from '../space/searchSpace';

/** One stretch of training that a scheduler asks for. */
export interface Job extends Suggestion {
  /** Its place in the scheduler's list of jobs, from 0. */
  readonly id: number;
  /** Jobs of the same trial train the same model on. */
  readonly trial: number;
  /** Which bracket of the schedule, in the order they are begun. */
  readonly bracket: number;
  readonly rung: number;
  /** What the trial has been trained for already; 0 for a new one. */
  readonly from: number;
  /** What it is to be trained for in all, in the schedule's units. */
  readonly resource: number;
}

/** A job and, once told, its loss. Never changed: what becomes known makes a new object. */
export type JobResult = Job & Pick<Trial, 'loss'>;

/**
 * An optimiser that says how far to train. What it asks for depends only on the order in which it was asked and told,
 * and on the seed of its source.
 */
export interface Scheduler<J extends Job = Job> extends Optimiser {
  ask(): J | undefined;
  /** The same as `ask`, interruptible; not to be mixed with other calls until it is done. */
  propose(): Work<J | undefined>;
  /** Every job so far in the order it was asked for, pending ones without a loss: trials, for a search method. */
  readonly jobs: readonly (J & Pick<Trial, 'loss'>)[];
  /** What was decided so far, in that order. */
  readonly decisions: readonly Decision[];
}

/** What became of a trial at a rung, and why. */
export interface Decision {
  readonly trial: number;
  readonly bracket: number;
  readonly rung: number;
  readonly resource: number;
  readonly loss: number;
  /** 1 is the lowest loss of the rung; ties go to the lower trial. */
  readonly rank: number;
  /** How many trials the rung compared. */
  readonly of: number;
  /** How many of them could go on. */
  readonly promoted: number;
  /** `finished` when there was no rung left to be promoted to. */
  readonly outcome: 'promoted' | 'stopped' | 'finished';
  /** How many losses had been told when it was taken. */
  readonly told: number;
}

/**
 * Where the configurations of new trials come from.
 * @param trial the number of the new trial, from 0.
 * @param jobs everything asked for so far.
 * @returns undefined when there are no more.
 */
export type ConfigurationSource = (
  trial: number,
  jobs: readonly JobResult[],
) => Work<Configuration | undefined>;

/** Ascending, with failures (NaN, ±∞) after every number. */
export function compareLosses(a: number, b: number): number {
  const failures = Number(!Number.isFinite(a)) - Number(!Number.isFinite(b));
  return failures || (Number.isFinite(a) ? a - b : 0);
}
