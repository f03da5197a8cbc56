import type { Work } from '../../numeric/work';
import type { Band } from '../../report/medianBand';
import type { Run } from './run';
import type { Entry } from './setup';
import { referenceDraws, type Task } from './task';

/** All searches of one method, the n-th on the n-th task. */
export interface History {
  readonly entry: Entry;
  readonly runs: readonly Run[];
}

/** How a method stands at the end beside random search on the same tasks, by medians over seeds. */
export interface Standing extends Band {
  readonly trials: number;
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
  const long = tasks.slice(0, count);
  for (let trial = 1; trial <= referenceDraws; trial++) {
    if (trial % 256 === 0) yield;
    if (bandAfter(long, trial).median <= regret) return trial;
  }
  return undefined;
}

/** After so many trials, counted from 1: the median and the middle half of the runs, interpolated between them. */
export function bandAfter(runs: readonly { readonly regret: readonly number[] }[], trial: number): Band {
  const values = Float64Array.from(runs, ({ regret }) => regret[trial - 1] ?? regret.at(-1) ?? NaN).sort();
  const at = (share: number): number => {
    const place = share * (values.length - 1);
    const below = values[Math.floor(place)] ?? NaN;
    return below + (place % 1) * ((values[Math.ceil(place)] ?? NaN) - below);
  };
  return { low: at(0.25), median: at(0.5), high: at(0.75) };
}

export function lengthOf(runs: readonly Run[]): number {
  return Math.max(0, ...runs.map(({ trials }) => trials.length));
}
