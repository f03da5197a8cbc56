import type { Report } from '../report/report';
import type { Progress } from './demo';

/** What a demonstration needs from the world it runs in; the core has neither a clock nor an event loop. */
export interface Driver {
  /** Milliseconds since any fixed moment. */
  readonly now: () => number;
  /** Lets everything else that waits have its turn. */
  readonly pause: () => Promise<void>;
  /** How long the demonstration may hold the thread before it pauses. */
  readonly sliceMilliseconds: number;
  readonly signal?: { readonly aborted: boolean } | undefined;
  /** Called once a slice, just before the pause, with the newest progress and the newest partial report. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/**
 * Runs a demonstration in slices. Slicing cannot change its report, only when it comes.
 *
 * @returns the report, or undefined when the signal was aborted first (the generator is closed then).
 * @throws whatever the demonstration throws, such as `DemoError`.
 */
export async function drive(
  generator: Generator<Progress, Report | undefined, void>,
  { now, pause, sliceMilliseconds, signal, onProgress }: Driver,
): Promise<Report | undefined> {
  let sliceEnd = now() + sliceMilliseconds;
  let partial: Report | undefined;
  for (;;) {
    if (signal?.aborted) {
      generator.return(undefined);
      return undefined;
    }
    const step = generator.next();
    if (step.done) return step.value;
    partial = step.value.partial ?? partial;
    if (now() < sliceEnd) continue;
    onProgress?.({ ...step.value, partial });
    await pause();
    sliceEnd = now() + sliceMilliseconds;
  }
}
