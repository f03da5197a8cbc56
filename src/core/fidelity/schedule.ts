/** Who trains how far: `resources` ascending, and how many of the trials at a rung go on to the next. */
export interface Schedule {
  readonly configurations: number;
  readonly resources: readonly number[];
  readonly promoted: (trials: number) => number;
}

/** One rung of a schedule, before any loss is known. */
export interface ScheduleRung {
  readonly rung: number;
  readonly configurations: number;
  /** What each of them is trained for, counted from the start. */
  readonly resource: number;
  /** When every rung starts its trials again from nothing: configurations · resource. */
  readonly cost: number;
  /** When trials resume from the rung below: configurations · (resource − resource below). */
  readonly resumedCost: number;
}

/** The top ⌊n/η⌋ go on (Jamieson and Talwalkar, AISTATS 2016; Li et al., JMLR 18(185), 2018, algorithm 1). */
export function topFraction(reductionFactor: number): (trials: number) => number {
  // 33 / 2.2 must count as 15 although it rounds to just below.
  return trials => Math.floor(trials / reductionFactor + 1e-9);
}

/** The least number of configurations that leaves one for the last of `rungs` when the top 1/η go on. */
export function fillingConfigurations(rungs: number, reductionFactor: number): number {
  let configurations = 1;
  for (let rung = 1; rung < rungs; rung++) {
    configurations = Math.ceil(configurations * reductionFactor - 1e-9);
  }
  return configurations;
}

/**
 * W&B lets every run through whose value is at most the sorted value at index ⌊n/η⌋, so one more than the top 1/η
 * (wandb/sweeps, src/sweeps/hyperband_stopping.py, `hyperband_stop_runs`).
 */
export function wandbTopFraction(reductionFactor: number): (trials: number) => number {
  const top = topFraction(reductionFactor);
  return trials => Math.min(trials, top(trials) + 1);
}

/** One row a rung, also for rungs that nobody reaches any more. */
export function scheduleTable({ configurations, resources, promoted }: Schedule): ScheduleRung[] {
  let left = configurations;
  return resources.map((resource, rung) => {
    if (rung > 0) left = left > 0 ? promoted(left) : 0;
    const below = resources[rung - 1] ?? 0;
    return {
      rung,
      configurations: left,
      resource,
      cost: left * resource,
      resumedCost: left * (resource - below),
    };
  });
}

/** The whole price of a schedule, with every rung from scratch and with trials resumed, in resource units. */
export function scheduleCost(schedule: Schedule): { cost: number; resumedCost: number } {
  const table = scheduleTable(schedule);
  return {
    cost: table.reduce((sum, row) => sum + row.cost, 0),
    resumedCost: table.reduce((sum, row) => sum + row.resumedCost, 0),
  };
}
