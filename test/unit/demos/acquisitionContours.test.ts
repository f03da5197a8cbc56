import assert from 'node:assert/strict';
import { contourLevels, contourRows, contourSegments } from '../../../src/core/demos/acquisitionContours';

const size = 41;
const grid = (f: (x: number, y: number) => number): number[] =>
  Array.from({ length: size * size }, (_, k) => f(Math.floor(k / size) / 20 - 1, (k % size) / 20 - 1));

describe('contour lines', () => {
  it('of a cone are a closed circle of the right length', () => {
    const segments = contourSegments(
      grid((x, y) => Math.hypot(x, y)),
      size,
      0.513,
    );
    const length = segments.reduce(
      (sum, { from, to }) => sum + Math.hypot(to[0] - from[0], to[1] - from[1]),
      0,
    );
    assert.ok(Math.abs(length / 20 - 0.513 * 2 * Math.PI) < 0.01, `${length / 20}`);
    for (const { from } of segments) {
      assert.ok(Math.abs(Math.hypot(from[0] / 20 - 1, from[1] / 20 - 1) - 0.513) < 2e-3);
    }
    const ends = new Map<string, number>();
    for (const end of segments.flatMap(({ from, to }) => [from, to])) {
      const key = end.map(x => x.toFixed(9)).join();
      ends.set(key, (ends.get(key) ?? 0) + 1);
    }
    assert.ok([...ends.values()].every(count => count === 2));
  });

  it('of a saddle part the sides that the middle does not join', () => {
    // Corners 1, 0, 1, 0 around a square whose middle is below 0.6: each high corner is cut off on its own.
    const segments = contourSegments([1, 0, 0, 1], 2, 0.6);
    assert.equal(segments.length, 2);
    for (const { from, to } of segments) {
      const [x, y] = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
      assert.ok(Math.abs(x - y) < 1e-12 && (x < 0.3 || x > 0.7), `${x}, ${y}`);
    }
  });

  it('of a constant are none', () => {
    assert.deepEqual(
      contourRows(
        grid(() => 3),
        size,
        contourLevels([3, 3], 4),
        Number,
        Number,
      ),
      [],
    );
  });

  it('come in the coordinates of the axes', () => {
    const [row] = contourRows(
      [0, 0, 1, 1],
      2,
      [0.25],
      i => 10 ** i,
      j => 100 + j,
    );
    assert.ok(row);
    assert.ok(Math.abs(Number(row['x']) - 10 ** 0.25) < 1e-12);
    assert.deepEqual([row['y'], row['y2']].sort(), [100, 101]);
  });
});
