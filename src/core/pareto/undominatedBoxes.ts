import type { Losses } from './dominance';

/** A cell of the objective space: for each objective its lower end, perhaps −∞, and its upper end. */
export interface Box {
  readonly lower: Losses;
  readonly upper: Losses;
}

/**
 * Cuts what no point of the front dominates, within the reference point, into disjoint boxes: slabs between the
 * levels of the last objective, each cut up the same way by the points below it. n + 1 boxes for n points in two
 * objectives, O(nᵐ⁻¹) in m.
 */
export function undominatedBoxes(front: readonly Losses[], reference: Losses): Box[] {
  const inside = front.filter(losses => reference.every((bound, j) => (losses[j] as number) < bound));
  return boxesBelow(inside, reference, reference.length);
}

function boxesBelow(front: readonly Losses[], reference: Losses, d: number): Box[] {
  if (d === 1) {
    const upper = front.reduce(
      (least, losses) => Math.min(least, losses[0] as number),
      reference[0] as number,
    );
    return [{ lower: [-Infinity], upper: [upper] }];
  }
  const last = d - 1;
  const ordered = front.toSorted((a, b) => (a[last] as number) - (b[last] as number));
  const levels = [-Infinity, ...ordered.map(losses => losses[last] as number), reference[last] as number];
  return ordered.concat([[]]).flatMap((_, i) => {
    const [from, to] = [levels[i] as number, levels[i + 1] as number];
    if (from === to) return [];
    return boxesBelow(ordered.slice(0, i), reference, last).map(({ lower, upper }) => ({
      lower: [...lower, from],
      upper: [...upper, to],
    }));
  });
}
