import type { Losses } from './dominance';

/** One corner of a surface: from this first loss on, this second loss is attained. */
export interface AttainmentStep {
  readonly first: number;
  readonly second: number;
}

/**
 * The empirical attainment surface in two objectives: what at least `count` of the runs reached
 * (Grunert da Fonseca, Fonseca & Hall 2001). With half of the runs it is the median front.
 * @param runs the losses each run found.
 * @returns its corners, the first loss ascending and the second descending.
 */
export function attainmentSurface(runs: readonly (readonly Losses[])[], count: number): AttainmentStep[] {
  const events = runs
    .flatMap((points, run) => points.map(([first = NaN, second = NaN]) => ({ run, first, second })))
    .filter(({ first, second }) => Number.isFinite(first) && Number.isFinite(second))
    .sort((a, b) => a.first - b.first);
  const best = runs.map(() => Infinity);
  const steps: AttainmentStep[] = [];
  let reached = Infinity;
  events.forEach(({ run, first, second }, i) => {
    best[run] = Math.min(best[run] as number, second);
    if (events[i + 1]?.first === first) return;
    const level = best.toSorted((a, b) => a - b)[count - 1] ?? Infinity;
    if (level >= reached) return;
    reached = level;
    steps.push({ first, second: level });
  });
  return steps;
}
