import type { BohbOrigin, BohbScheduler } from '../../fidelity/bohb';
import type { JobResult } from '../../fidelity/scheduler';
import { randomStream } from '../../numeric/random';
import { lossAt, observationNoise } from '../../objectives/learningCurve';
import type { LearningCurveTask } from '../../objectives/learningCurveTask';
import type { BohbPlan } from './plan';

/** One run of BOHB so far. */
export interface Played {
  readonly jobs: readonly JobResult[];
  /** By trial. */
  readonly origins: readonly BohbOrigin[];
}

/** Trains what the scheduler asks for on the simulated task; yields after every job. */
export function* play(
  scheduler: BohbScheduler,
  task: LearningCurveTask,
  { maxResource }: BohbPlan,
  seed: number,
): Generator<Played, Played, void> {
  const noise = randomStream(seed).substream('noise');
  for (;;) {
    const proposal = scheduler.propose();
    let step = proposal.next();
    for (; !step.done; step = proposal.next()) yield scheduler;
    const job = step.value;
    if (!job) return scheduler;
    const curve = task.curve(job.configuration);
    const loss = lossAt(curve, job.resource / maxResource) + observationNoise(curve.family) * noise.normal();
    scheduler.tell(job.id, loss);
    yield scheduler;
  }
}
