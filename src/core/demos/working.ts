import type { Report } from '../report/report';
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

/** As `working`, with a report of what there is at every so many steps. */
export function* watching<State>(
  steps: Generator<State, State, void>,
  every: number,
  { fraction, message }: Progress,
  report: (state: State) => Report,
): Generator<Progress, State, void> {
  for (let count = 1, step = steps.next(); ; count++, step = steps.next()) {
    if (step.done) return step.value;
    yield { fraction, message, ...(count % every === 0 && { partial: report(step.value) }) };
  }
}
