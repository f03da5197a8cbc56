import type { Row } from '../report/report';

/** A straight piece of a contour line, in positions along the rows and columns of the grid (fractional indices). */
interface Segment {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
}

/**
 * The contour lines of a function on a grid by marching squares (Lorensen & Cline 1987, in two dimensions): in each
 * square the crossings of its edges are joined, where there are four (a saddle) the middle decides which.
 * @param values column by column: `values[i * rows + j]` stands at (i, j).
 */
export function contourSegments(values: readonly number[], rows: number, level: number): Segment[] {
  const columns = values.length / rows;
  const at = (i: number, j: number): number => (values[i * rows + j] as number) - level;
  const segments: Segment[] = [];
  for (let i = 0; i + 1 < columns; i++) {
    for (let j = 0; j + 1 < rows; j++) {
      const corners = [
        [i, j],
        [i + 1, j],
        [i + 1, j + 1],
        [i, j + 1],
      ] as const;
      const crossings = corners.flatMap((a, k) => crossing(a, corners[(k + 1) % 4] ?? a, at));
      const [p, q, r, s] = crossings;
      if (p === undefined || q === undefined) continue;
      if (r === undefined || s === undefined) {
        segments.push({ from: p, to: q });
        continue;
      }
      const middle = corners.reduce((sum, [ci, cj]) => sum + at(ci, cj), 0);
      // Crossing p lies between corners 0 and 1: corner 1 is cut off by p and q unless the middle joins it.
      const cutsOdd = middle > 0 === at(i, j) > 0;
      segments.push(
        ...(cutsOdd
          ? [
              { from: p, to: q },
              { from: r, to: s },
            ]
          : [
              { from: q, to: r },
              { from: s, to: p },
            ]),
      );
    }
  }
  return segments;
}

function crossing(
  [ai, aj]: readonly [number, number],
  [bi, bj]: readonly [number, number],
  at: (i: number, j: number) => number,
): (readonly [number, number])[] {
  const a = at(ai, aj);
  const b = at(bi, bj);
  if (a > 0 === b > 0) return [];
  const t = a / (a - b);
  return [[ai + t * (bi - ai), aj + t * (bj - aj)]];
}

/** `count` levels that divide the range of the values evenly. */
export function contourLevels(values: readonly number[], count: number): number[] {
  const low = Math.min(...values);
  const high = Math.max(...values);
  return Array.from({ length: count }, (_, k) => low + ((high - low) * (k + 1)) / (count + 1));
}

/**
 * Contours of a grid of values as rows `x, y, x2, y2`.
 * @param xAt, yAt the coordinate at a fractional index along the columns and along the rows.
 */
export function contourRows(
  values: readonly number[],
  rows: number,
  levels: readonly number[],
  xAt: (index: number) => number,
  yAt: (index: number) => number,
): Row[] {
  return levels.flatMap(level =>
    contourSegments(values, rows, level).map(({ from, to }) => ({
      x: xAt(from[0]),
      y: yAt(from[1]),
      x2: xAt(to[0]),
      y2: yAt(to[1]),
    })),
  );
}
