import type { Configuration } from '../space/searchSpace';

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
