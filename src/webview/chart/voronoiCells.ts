type Point = readonly [number, number];
type Polygon = readonly Point[];

/**
 * Stands for d3-delaunay (see src/bundle/absent.js), whose triangulation is for more points than a chart has. Each cell
 * of the Voronoi diagram is the picture, cut along the bisectors between its point and all others.
 */
export const Delaunay = {
  from<Row>(rows: readonly Row[], x: (row: Row) => number, y: (row: Row) => number) {
    const points = rows.map((row): Point => [x(row), y(row)]);
    return {
      voronoi: ([left, top, right, bottom]: readonly [number, number, number, number]) => ({
        /** Null where another point takes all of it. */
        cellPolygon(index: number): Polygon | null {
          const own = points[index] ?? [NaN, NaN];
          const picture: Polygon = [
            [left, top],
            [right, top],
            [right, bottom],
            [left, bottom],
          ];
          const others = points.filter((_, i) => i !== index);
          const cell = others.reduce((part, other) => nearer(part, own, other), picture);
          return cell.length > 0 ? cell : null;
        },
      }),
    };
  },
};

/** The part of a convex polygon that is at least as near to `a` as to `b`. */
function nearer(polygon: Polygon, [ax, ay]: Point, [bx, by]: Point): Polygon {
  // Proportional to how far a point lies beyond the bisector.
  const beyond = ([x, y]: Point): number => (2 * x - ax - bx) * (bx - ax) + (2 * y - ay - by) * (by - ay);
  return polygon.flatMap((from, i) => {
    const to = polygon[(i + 1) % polygon.length] ?? from;
    const start = beyond(from);
    const end = beyond(to);
    const share = start / (start - end);
    const crossing: Point = [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];
    return [...(start <= 0 ? [from] : []), ...(start * end < 0 ? [crossing] : [])];
  });
}
