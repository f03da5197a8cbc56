import { finish } from '../../../src/core/numeric/work';
import { randomStream } from '../../../src/core/numeric/random';
import type { Configuration } from '../../../src/core/space/searchSpace';
import { runOnCluster, type ClusterOptions, type ClusterState } from '../../../src/core/fidelity/cluster';
import type { Job, Scheduler } from '../../../src/core/fidelity/scheduler';

/** As many configurations as asked for, each with its number. */
export function numbered(count: number): Configuration[] {
  return Array.from({ length: count }, (_, index) => new Map([['index', index]]));
}

/** One worker that never waits, and the trials of each bracket and rung in the order they were asked for. */
export function playAlone(scheduler: Scheduler, loss: (job: Job) => number): Job[] {
  const jobs: Job[] = [];
  for (let job = scheduler.ask(); job; job = scheduler.ask()) {
    jobs.push(job);
    scheduler.tell(job.id, loss(job));
  }
  return jobs;
}

/** To the end, on a cluster. */
export function playOnCluster(
  scheduler: Scheduler,
  options: Omit<ClusterOptions, 'random'>,
  seed = 1,
): ClusterState {
  const run = runOnCluster(scheduler, { ...options, random: randomStream(seed) });
  return finish(run as unknown as Generator<void, ClusterState, void>);
}
