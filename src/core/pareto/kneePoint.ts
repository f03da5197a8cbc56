import type { Losses } from './dominance';

/**
 * The point of a front where giving up a little of one objective no longer buys much of another: farthest below the
 * plane through the front's ends, each objective measured on its range over the front (Das 1999, "On characterizing
 * the 'knee' of the Pareto curve").
 * @returns its index; undefined for an empty front.
 */
export function kneePoint(front: readonly Losses[]): number | undefined {
  const scaled = normalised(front);
  let knee: number | undefined;
  let least = Infinity;
  scaled.forEach((losses, i) => {
    const sum = losses.reduce((total, loss) => total + loss, 0);
    if (sum >= least) return;
    least = sum;
    knee = i;
  });
  return knee;
}

/** Each objective as a share of its range over the points: 0 the best, 1 the worst; 0 where all are equal. */
export function normalised(points: readonly Losses[]): number[][] {
  const { ideal, nadir } = extremes(points);
  return points.map(losses =>
    losses.map((loss, j) => {
      const range = (nadir[j] as number) - (ideal[j] as number);
      return range > 0 ? (loss - (ideal[j] as number)) / range : 0;
    }),
  );
}

/** The best and the worst value of each objective over the points. */
export function extremes(points: readonly Losses[]): {
  readonly ideal: readonly number[];
  readonly nadir: readonly number[];
} {
  const objectives = (points[0] ?? []).map((_, j) => points.map(losses => losses[j] as number));
  return {
    ideal: objectives.map(values => values.reduce((a, b) => Math.min(a, b))),
    nadir: objectives.map(values => values.reduce((a, b) => Math.max(a, b))),
  };
}
