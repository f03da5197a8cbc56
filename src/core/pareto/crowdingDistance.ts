import type { Losses } from './dominance';

/**
 * How far apart the neighbours of each point of a front are: over the objectives, the sum of the distance from the
 * one before to the one after as a share of the front's range. ∞ for the ends of every objective
 * (Deb, Pratap, Agarwal & Meyarivan 2002, §III-B). An objective in which all are equal adds nothing.
 */
export function crowdingDistances(front: readonly Losses[]): Float64Array {
  const n = front.length;
  const distances = new Float64Array(n);
  const objectives = front[0]?.length ?? 0;
  for (let j = 0; j < objectives; j++) {
    const values = Float64Array.from(front, losses => losses[j] as number);
    const order = Array.from(values.keys()).sort((a, b) => (values[a] as number) - (values[b] as number));
    const at = (i: number): number => values[order[i] as number] as number;
    const range = at(n - 1) - at(0);
    distances[order[0] as number] = Infinity;
    distances[order[n - 1] as number] = Infinity;
    if (!(range > 0)) continue;
    for (let i = 1; i < n - 1; i++) {
      const index = order[i] as number;
      distances[index] = (distances[index] as number) + (at(i + 1) - at(i - 1)) / range;
    }
  }
  return distances;
}
