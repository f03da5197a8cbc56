import { runOnCluster } from '../fidelity/cluster';
import { listed } from '../fidelity/configurationSources';
import type { Schedule } from '../fidelity/schedule';
import { successiveHalving } from '../fidelity/successiveHalving';
import { randomStream } from '../numeric/random';
import type { Work } from '../numeric/work';

/** How long schedules take on so many workers, one after another, when a unit of resource takes a unit of time. */
export function* makespan(schedules: readonly Schedule[], workers: number): Work<number> {
  const configurations = schedules.reduce((sum, schedule) => sum + schedule.configurations, 0);
  const run = runOnCluster(
    successiveHalving({
      bracket: n => schedules[n],
      source: listed(Array.from({ length: configurations }, () => new Map())),
    }),
    // Who wins does not change how long it takes.
    { workers, loss: ({ trial }) => trial, random: randomStream(0) },
  );
  for (let events = 1; ; events++) {
    const step = run.next();
    if (step.done) return step.value.time;
    if (events % 100 === 0) yield;
  }
}
