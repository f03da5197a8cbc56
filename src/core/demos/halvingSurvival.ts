import type { Schedule } from '../fidelity/schedule';
import { randomStream } from '../numeric/random';
import type { Work } from '../numeric/work';
import { lossAt, observationNoise } from '../objectives/learningCurve';
import {
  learningCurveTask,
  type LearningCurveTask,
  type LearningCurveTaskOptions,
} from '../objectives/learningCurveTask';
import type { SearchSpace } from '../space/searchSpace';
import { drawContest, playHalving, type Contest } from './halvingRun';

/** A share of runs with Wilson's 95 % interval. */
export interface Share {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** Between two steps of a simulation. */
export interface SurvivalSoFar {
  /** Finished. */
  readonly runs: number;
  /** Of those runs. */
  shares(): Share[][];
}

/** How many runs share a task, which takes longer to make than a run to play. */
const runsOnTask = 8;

/**
 * Plays each schedule on the same `runs` contests, each with configurations and noise of its own. Yields how it stands
 * several times a run.
 *
 * @returns for each schedule, for each of its rungs, the share of runs in which the truly best configuration was
 * trained at that rung. It has survived when it was trained at the last one.
 */
export function* simulateSurvival(
  space: SearchSpace,
  schedules: readonly Schedule[],
  maxResource: number,
  runs: number,
  seed: number,
  options: LearningCurveTaskOptions = {},
): Generator<SurvivalSoFar, Share[][], void> {
  const reached = schedules.map(({ resources }) => resources.map(() => 0));
  const configurations = Math.max(...schedules.map(schedule => schedule.configurations));
  let task: LearningCurveTask | undefined;
  for (let run = 0; run < runs; run++) {
    const counted = reached.map(counts => [...counts]);
    const soFar: SurvivalSoFar = {
      runs: run,
      shares: () => counted.map(counts => counts.map(count => shareOf(count, run))),
    };
    const stream = randomStream(seed).substream(`survival/${run}`);
    if (run % runsOnTask === 0) {
      task = yield* passing(learningCurveTask(space, stream.substream('task'), options), soFar);
    }
    if (!task) throw new Error('The first run makes a task.');
    const contest = yield* passing(drawContest(space, configurations, stream, task), soFar);
    for (const [index, schedule] of schedules.entries()) {
      const noise = stream.substream(`noise/${index}`);
      const observe = (trial: number, resource: number): number => {
        const curve = contest.curves[trial];
        return curve
          ? lossAt(curve, resource / maxResource) + observationNoise(curve.family) * noise.normal()
          : NaN;
      };
      const last = lastRungOfBest(contest, schedule, observe);
      reached[index] = (reached[index] ?? []).map((count, rung) => (rung <= last ? count + 1 : count));
      yield soFar;
    }
  }
  return reached.map(counts => counts.map(count => shareOf(count, runs)));
}

/** Passes the steps of a part on as a run that is not finished. */
function* passing<T>(work: Work<T>, soFar: SurvivalSoFar): Generator<SurvivalSoFar, T, void> {
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value;
    yield soFar;
  }
}

function lastRungOfBest(
  contest: Contest,
  schedule: Schedule,
  observe: (trial: number, resource: number) => number,
): number {
  const decisions = playHalving(contest, schedule, observe);
  return decisions.findLast(({ trial }) => trial === contest.best)?.rung ?? -1;
}

/** Wilson's score interval, Journal of the American Statistical Association 22(158), 1927. */
export function shareOf(count: number, runs: number): Share {
  const z = 1.959964;
  const share = count / runs;
  const spread = 1 + (z * z) / runs;
  const centre = (share + (z * z) / (2 * runs)) / spread;
  const half = (z / spread) * Math.sqrt((share * (1 - share)) / runs + (z * z) / (4 * runs * runs));
  return { share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
