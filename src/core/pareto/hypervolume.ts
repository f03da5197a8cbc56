import type { Losses } from './dominance';
import { nonDominatedRanks } from './nonDominatedSort';
import { Staircase } from './staircase';

/**
 * The volume that the points dominate within the reference point, exactly. Points that do not beat the reference in
 * every objective add nothing; dominated and repeated points do no harm.
 *
 * With two and three objectives a sweep over a staircase (Beume, Fonseca, López-Ibáñez, Paquete & Vahrenhold 2009):
 * O(n log n) but for the moves within an array. Beyond, the exclusive volumes of While, Bradstreet & Barone (2012,
 * "A Fast Way of Calculating Exact Hypervolumes"), cut into slices along the last objective.
 */
export function hypervolume(points: readonly Losses[], reference: Losses): number {
  return volume(
    points.filter(losses => isInside(losses, reference)),
    reference,
    reference.length,
  );
}

/** What each point alone adds to the hypervolume: 0 where another point is as good. */
export function hypervolumeContributions(points: readonly Losses[], reference: Losses): number[] {
  return points.map((losses, i) => hypervolumeImprovement(losses, points.toSpliced(i, 1), reference));
}

/** By how much the hypervolume of `points` grows when `added` joins them. */
export function hypervolumeImprovement(added: Losses, points: readonly Losses[], reference: Losses): number {
  const inside = [added, ...points].filter(losses => isInside(losses, reference));
  return inside[0] === added ? exclusiveVolume(added, inside.slice(1), reference, reference.length) : 0;
}

function isInside(losses: Losses, reference: Losses): boolean {
  return reference.every((bound, j) => (losses[j] as number) < bound);
}

/** Of points inside the reference, over their first `d` objectives. */
function volume(points: readonly Losses[], reference: Losses, d: number): number {
  if (points.length === 0) return 0;
  if (points.length === 1) return box(points[0] as Losses, reference, d);
  if (d === 1) return box([Math.min(...points.map(losses => losses[0] as number))], reference, 1);
  if (d <= 3) return sweptVolume(points, reference, d);
  const last = d - 1;
  const ordered = points.toSorted((a, b) => (a[last] as number) - (b[last] as number));
  let sum = 0;
  for (const [i, losses] of ordered.entries()) {
    const depth = (reference[last] as number) - (losses[last] as number);
    sum += depth * exclusiveVolume(losses, ordered.slice(0, i), reference, last);
  }
  return sum;
}

/** What `losses` dominates and none of `others` does, over the first `d` objectives. */
function exclusiveVolume(losses: Losses, others: readonly Losses[], reference: Losses, d: number): number {
  const limited: number[][] = [];
  for (const other of others) {
    const clipped = new Array<number>(d);
    let covered = true;
    for (let j = 0; j < d; j++) {
      const own = losses[j] as number;
      const theirs = other[j] as number;
      clipped[j] = theirs > own ? theirs : own;
      covered &&= theirs <= own;
    }
    if (covered) return 0;
    limited.push(clipped);
  }
  // The sweep leaves out what is dominated by itself; the recursion is better off without it.
  const relevant = d > 3 ? undominated(limited) : limited;
  return box(losses, reference, d) - volume(relevant, reference, d);
}

function undominated(points: readonly number[][]): number[][] {
  const ranks = nonDominatedRanks(points);
  return points.filter((_, i) => ranks[i] === 0);
}

function box(losses: Losses, reference: Losses, d: number): number {
  let product = 1;
  for (let j = 0; j < d; j++) product *= (reference[j] as number) - (losses[j] as number);
  return product;
}

/** Upwards along the last of two or three objectives, each point adding what the ones below it leave free. */
function sweptVolume(points: readonly Losses[], reference: Losses, d: number): number {
  const [right, top, end] = reference as readonly [number, number, number?];
  const height = Float64Array.from(points, losses => (d === 3 ? (losses[2] as number) : 0));
  const order = Uint32Array.from(points.keys());
  if (d === 3) order.sort((a, b) => (height[a] as number) - (height[b] as number));
  const staircase = new Staircase();
  let sum = 0;
  for (const index of order) {
    const losses = points[index] as Losses;
    const area = staircase.insert(losses[0] as number, losses[1] as number, right, top);
    sum += d === 3 ? area * ((end as number) - (height[index] as number)) : area;
  }
  return sum;
}
