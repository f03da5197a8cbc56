import { orWorst, violationOf, type Losses, type Outcome } from './dominance';
import { Staircase } from './staircase';

/**
 * The front of each point, from 0: those that nothing dominates are front 0, those that only front 0 dominates are
 * front 1, and so on. Equal points share a front. NaN is worse than any number.
 *
 * Points are taken in lexicographic order, so that only earlier ones can dominate, and their front is found by
 * bisection (efficient non-dominated sorting, Zhang, Tian, Cheng & Jin 2015). With two objectives the last point of a
 * front decides, with three a staircase of the other two: O(n log n) and O(n log² n) comparisons.
 */
export function nonDominatedRanks(points: readonly Losses[]): Int32Array {
  const ranks = new Int32Array(points.length);
  const objectives = points[0]?.length ?? 0;
  const columns = Array.from({ length: Math.max(2, objectives) }, (_, j) =>
    Float64Array.from(points, losses => (j < objectives ? orWorst(losses[j]) : 0)),
  );
  const fronts = frontsFor(columns);
  let previous = -1;
  for (const index of lexicographicOrder(columns)) {
    const repeated = previous >= 0 && columns.every(column => column[index] === column[previous]);
    ranks[index] = repeated ? (ranks[previous] as number) : fronts.place(index);
    previous = index;
  }
  return ranks;
}

/** The same under constraint domination: infeasible points follow the feasible ones, by violation. */
export function constrainedRanks(outcomes: readonly Outcome[]): Int32Array {
  const feasible = outcomes.flatMap((outcome, i) => (violationOf(outcome) === 0 ? [i] : []));
  const among = nonDominatedRanks(feasible.map(i => (outcomes[i] as Outcome).losses));
  const ranks = new Int32Array(outcomes.length);
  feasible.forEach((index, i) => (ranks[index] = among[i] as number));
  const after = among.reduce((highest, rank) => Math.max(highest, rank + 1), 0);
  const levels = [...new Set(outcomes.map(violationOf))].filter(level => level > 0).sort((a, b) => a - b);
  const position = new Map(levels.map((level, i) => [level, after + i]));
  outcomes.forEach((outcome, i) => (ranks[i] = position.get(violationOf(outcome)) ?? (ranks[i] as number)));
  return ranks;
}

/** The indices of the outcomes that nothing dominates, in their order; none when nothing is feasible. */
export function paretoFront(outcomes: readonly Outcome[]): number[] {
  const ranks = constrainedRanks(outcomes);
  return outcomes.flatMap((outcome, i) =>
    ranks[i] === 0 && violationOf(outcome) === 0 && outcome.losses.every(Number.isFinite) ? [i] : [],
  );
}

function lexicographicOrder(columns: readonly Float64Array[]): Uint32Array {
  const order = Uint32Array.from({ length: columns[0]?.length ?? 0 }, (_, i) => i);
  return order.sort((a, b) => {
    for (const column of columns) {
      const x = column[a] as number;
      const y = column[b] as number;
      if (x !== y) return x < y ? -1 : 1;
    }
    return 0;
  });
}

interface Fronts {
  /** Adds a point to the first front that has nothing dominating it. */
  place(index: number): number;
}

function frontsFor(columns: readonly Float64Array[]): Fronts {
  const [, second, third] = columns as readonly [Float64Array, Float64Array, Float64Array?];
  if (third === undefined) {
    const lowest: number[] = [];
    return {
      place(index) {
        const y = second[index] as number;
        const rank = firstThat(lowest.length, k => (lowest[k] as number) > y);
        lowest[rank] = y;
        return rank;
      },
    };
  }
  if (columns.length === 3) {
    const staircases: Staircase[] = [];
    return {
      place(index) {
        const x = second[index] as number;
        const y = third[index] as number;
        const rank = firstThat(staircases.length, k => !(staircases[k] as Staircase).covers(x, y));
        (staircases[rank] ??= new Staircase()).insert(x, y, 0, 0);
        return rank;
      },
    };
  }
  const members: number[][] = [];
  return {
    place(index) {
      const rank = firstThat(members.length, k => !hasDominator(columns, members[k] as number[], index));
      (members[rank] ??= []).push(index);
      return rank;
    },
  };
}

/** The newest members are the likeliest to dominate. The first objective is in order already. */
function hasDominator(columns: readonly Float64Array[], members: readonly number[], index: number): boolean {
  for (let m = members.length - 1; m >= 0; m--) {
    const member = members[m] as number;
    let j = 1;
    while (
      j < columns.length &&
      ((columns[j] as Float64Array)[member] as number) <= ((columns[j] as Float64Array)[index] as number)
    ) {
      j++;
    }
    if (j === columns.length) return true;
  }
  return false;
}

/** The first of 0 … count − 1 for which a monotone condition holds, else `count`. */
function firstThat(count: number, holds: (k: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
