import type { Scheduler } from '../fidelity/scheduler';
import { asynchronousHalving } from '../fidelity/asynchronousHalving';
import { sampled } from '../fidelity/configurationSources';
import { randomStream } from '../numeric/random';
import type { Work } from '../numeric/work';
import type { CurveFamily } from '../objectives/learningCurve';
import { lossAt, observationNoise, type LearningCurve } from '../objectives/learningCurve';
import { learningCurveTask, type LearningCurveTask } from '../objectives/learningCurveTask';
import type { Band } from '../report/medianBand';
import type { Report } from '../report/report';
import type { SearchSpace } from '../space/searchSpace';
import type { Progress } from './demo';

/** Regret at one cost, over many runs. */
export interface RegretBand extends Band {
  readonly cost: number;
}

/** Searches that have spent the same on the same tasks, each run with configurations and noise of its own. */
export interface RegretContest<Name extends string> {
  readonly runs: number;
  /** At ever higher cost, from where three quarters of the runs have trained someone in full. */
  readonly bands: Readonly<Record<Name, readonly RegretBand[]>>;
}

export interface ContestTask {
  readonly minResource: number;
  readonly maxResource: number;
  readonly curves: CurveFamily;
  readonly correlation: number;
}

export interface ContestOptions<Name extends string> {
  readonly task: ContestTask;
  readonly seed: number;
  readonly runs: number;
  /** How many runs share a task, which takes longer to make than a run to play. */
  readonly runsOnTask: number;
  /** The last rung, where that stays below the most resource. */
  readonly last?: number | undefined;
  /** What each search may spend, trials resumed. */
  readonly cost: number;
  readonly searches: Readonly<Record<Name, (seed: string) => Scheduler>>;
}

const marks = 40;

/** Bands of fewer runs say nothing. */
const fewestShown = 6;
const runsAPartial = 3;

/**
 * Regret is the loss after full training, without noise, of whoever looked best among those trained in full, above
 * what no configuration is below. Yields after every few jobs.
 */
export function* regretContest<Name extends string>(
  space: SearchSpace,
  { task: of, seed, runs, runsOnTask, last, cost, searches }: ContestOptions<Name>,
): ContestRun<Name> {
  const { maxResource } = of;
  const costs = Array.from(
    { length: marks },
    (_, i) => maxResource * (cost / maxResource) ** (i / (marks - 1)),
  );
  const names = Object.keys(searches) as Name[];
  const regrets = new Map(names.map(name => [name, costs.map((): number[] => [])]));
  let task: LearningCurveTask | undefined;
  for (let run = 0; run < runs; run++) {
    if (run >= fewestShown && run % runsAPartial === 0) yield { share: run / runs, soFar: contestAfter(run) };
    if (run % runsOnTask === 0 || !task) {
      task = yield* unseen(contestTask(space, of, `${seed}/contest/${run}`));
    }
    for (const name of names) {
      const own = `${seed}/${name}/${run}`;
      const noise = randomStream(own).substream('noise');
      const work = incumbents(searches[name](own), task, { maxResource, last }, cost, () => noise.normal());
      const steps = yield* unseen(work);
      for (const [i, mark] of costs.entries()) {
        const step = steps.findLast(other => other.cost <= mark * (1 + 1e-9));
        regrets.get(name)?.[i]?.push(step?.regret ?? Infinity);
      }
    }
  }
  function bandsOf(name: Name): RegretBand[] {
    return costs.flatMap((mark, i) => {
      const sorted = [...(regrets.get(name)?.[i] ?? [])].sort((a, b) => a - b);
      const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? Infinity;
      const band = { cost: mark, low: at(0.25), median: at(0.5), high: at(0.75) };
      return Number.isFinite(band.high) ? [band] : [];
    });
  }
  function contestAfter(done: number): RegretContest<Name> {
    const bands = Object.fromEntries(names.map(name => [name, bandsOf(name)])) as Record<Name, RegretBand[]>;
    return { runs: done, bands };
  }
  return contestAfter(runs);
}

/** A contest under way; now and then it has something to show. */
type Underway<Contest> = Generator<
  { readonly share: number; readonly soFar: Contest } | undefined,
  Contest,
  void
>;
export type ContestRun<Name extends string> = Underway<RegretContest<Name>>;

/** Passes a contest on as progress, with a report of what it has come to now and then. */
export function* showing<Contest>(
  contest: Underway<Contest>,
  [from, to]: readonly [number, number],
  message: string,
  report: (soFar: Contest) => Report,
): Generator<Progress, Contest, void> {
  let fraction = from;
  for (let step = contest.next(); ; step = contest.next()) {
    if (step.done) return step.value;
    const shown = step.value;
    if (shown) fraction = from + (to - from) * shown.share;
    yield { fraction, message, partial: shown && report(shown.soFar) };
  }
}

/** A contest of which only the end is of interest. */
export function* inSilence<Contest>(contest: Underway<Contest>): Work<Contest> {
  for (let step = contest.next(); ; step = contest.next()) {
    if (step.done) return step.value;
    yield;
  }
}

function* unseen<T>(work: Work<T>): Generator<undefined, T, void> {
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value;
    yield undefined;
  }
}

/** The task that a seed stands for. */
export function contestTask(
  space: SearchSpace,
  { minResource, maxResource, curves: family, correlation }: ContestTask,
  seed: string,
): Work<LearningCurveTask> {
  const options = { family, correlation, first: minResource / maxResource };
  return learningCurveTask(space, randomStream(seed).substream('task'), options);
}

/** Random configurations, each trained in full. */
export function randomInFull(space: SearchSpace, maxResource: number): (seed: string) => Scheduler {
  return seed =>
    asynchronousHalving({
      resources: [maxResource],
      reductionFactor: 2,
      source: sampled(space, 'random', seed),
    });
}

/** Every time someone trained to the last rung looks better than all before: the cost so far and the true regret. */
function* incumbents(
  scheduler: Scheduler,
  task: LearningCurveTask,
  { maxResource, last = maxResource }: { maxResource: number; last?: number | undefined },
  budget: number,
  normal: () => number,
): Work<{ cost: number; regret: number }[]> {
  const curves = new Map<number, LearningCurve>();
  const steps: { cost: number; regret: number }[] = [];
  let cost = 0;
  let lowest = Infinity;
  for (let job = yield* scheduler.propose(); job; job = yield* scheduler.propose()) {
    cost += job.resource - job.from;
    if (cost > budget * (1 + 1e-9)) break;
    const curve = curves.get(job.trial) ?? task.curve(job.configuration);
    curves.set(job.trial, curve);
    const loss = lossAt(curve, job.resource / maxResource) + observationNoise(curve.family) * normal();
    scheduler.tell(job.id, loss);
    if (job.resource >= last * (1 - 1e-9) && loss < lowest) {
      lowest = loss;
      steps.push({ cost, regret: Math.max(0, lossAt(curve, 1) - task.floor) });
    }
    if (job.id % 16 === 15) yield;
  }
  return steps;
}
