import type { Progress } from './demo';

/** Passes the steps of a part on as progress that stands still. */
export function* working<T>(
  steps: Generator<unknown, T, void>,
  fraction: number,
  message: string,
): Generator<Progress, T, void> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    yield { fraction, message };
  }
}
