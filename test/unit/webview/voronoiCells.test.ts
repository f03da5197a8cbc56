import assert from 'node:assert/strict';
import { Delaunay } from '../../../src/webview/chart/voronoiCells';

type Point = readonly [number, number];
const points: readonly Point[] = [
  [10, 20],
  [80, 25],
  [50, 70],
  [55, 72],
  [5, 90],
  [95, 95],
  [40, 20],
];
const cells = Delaunay.from(
  points,
  ([x]) => x,
  ([, y]) => y,
).voronoi([0, 0, 100, 100]);

/** Of a convex polygon, by the signs of the cross products along its edges. */
function holds(polygon: readonly Point[], [x, y]: Point): boolean {
  const signs = polygon.map(([ax, ay], i) => {
    const [bx, by] = polygon[(i + 1) % polygon.length] ?? [0, 0];
    return Math.sign((bx - ax) * (y - ay) - (by - ay) * (x - ax));
  });
  return signs.every(sign => sign >= 0) || signs.every(sign => sign <= 0);
}

describe('Voronoi cells', () => {
  it('hold exactly the places that are nearest to their point', () => {
    for (let x = 0.37; x < 100; x += 3.1) {
      for (let y = 0.73; y < 100; y += 3.1) {
        const distances = points.map(([px, py]) => Math.hypot(px - x, py - y));
        const inside = points.map((_, i) => holds(cells.cellPolygon(i) ?? [], [x, y]));
        assert.deepEqual(
          inside,
          distances.map(distance => distance === Math.min(...distances)),
          `${x}, ${y}`,
        );
      }
    }
  });

  it('are none for a point that has no part of the picture', () => {
    const outside: readonly Point[] = [
      [50, 50],
      [300, 50],
    ];
    const { cellPolygon } = Delaunay.from(
      outside,
      ([x]) => x,
      ([, y]) => y,
    ).voronoi([0, 0, 100, 100]);
    assert.equal(cellPolygon(1), null);
    assert.equal(cellPolygon(0)?.length, 4);
  });
});
