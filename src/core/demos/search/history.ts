import type { Work } from '../../numeric/work';
import { bandAfter } from '../conditional/contest';
import type { Run } from './run';
import type { Entry } from './setup';
import { referenceDraws, type Task } from './task';

/** All searches of one method, the n-th on the n-th task. */
export interface History {
  readonly entry: Entry;
  readonly runs: readonly Run[];
}

/** How a method stands at the end beside random search on the same tasks, by medians over seeds. */
export interface Standing {
  readonly trials: number;
  readonly low: number;
  readonly median: number;
  readonly high: number;
  readonly random: number;
  /** The trials after which it is where random search ends; undefined when it never is. */
  readonly arrival: number | undefined;
}

export function standing({ runs }: History, random: History): Standing {
  const trials = lengthOf(runs);
  const rivals = random.runs.slice(0, runs.length);
  const target = bandAfter(rivals, lengthOf(rivals)).median;
  let arrival: number | undefined;
  for (let trial = trials; trial >= 1; trial--) if (bandAfter(runs, trial).median <= target) arrival = trial;
  return { trials, ...bandAfter(runs, trials), random: target, arrival };
}

/** The trials that random search takes on the first `count` tasks for a regret; undefined beyond `referenceDraws`. */
export function* randomNeeds(
  tasks: readonly Task[],
  count: number,
  regret: number,
): Work<number | undefined> {
  const long = tasks.slice(0, count).map(task => ({ regret: task.regret, repeated: 0 }));
  for (let trial = 1; trial <= referenceDraws; trial++) {
    if (trial % 256 === 0) yield;
    if (bandAfter(long, trial).median <= regret) return trial;
  }
  return undefined;
}

export function lengthOf(runs: readonly Run[]): number {
  return Math.max(0, ...runs.map(({ trials }) => trials.length));
}
