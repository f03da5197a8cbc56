/**
 * A computation that yields after each small unit of work (about a millisecond or less), so that whoever drives
 * it can let others run or stop. Slicing cannot change its result.
 */
export type Work<T> = Generator<void, T, void>;

/** Runs a computation to its end in one go. */
export function finish<T>(work: Work<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
