import assert from 'node:assert/strict';
import { findPeaks, latticePeaks, latticePoints } from '../../../src/core/acquisition/peaks';
import { finish } from '../../../src/core/numeric/work';

const even = (count: number): number[] => Array.from({ length: count }, (_, i) => i / (count - 1));
const bump = (point: readonly number[], centre: readonly number[], height: number): number =>
  height * Math.exp(-40 * point.reduce((sum, u, d) => sum + (u - (centre[d] ?? NaN)) ** 2, 0));

describe('peaks on a lattice', () => {
  it('lists the points with the last dimension fastest', () => {
    assert.deepEqual(
      latticePoints([
        [0, 1],
        [5, 6, 7],
      ]),
      [
        [0, 5],
        [0, 6],
        [0, 7],
        [1, 5],
        [1, 6],
        [1, 7],
      ],
    );
  });

  it('finds every point that no neighbour exceeds, borders and corners included, highest first', () => {
    const line = [even(6)];
    const peaks = latticePeaks(line, latticePoints(line), [5, 1, 2, 1, 0, 3]);
    assert.deepEqual(
      peaks.map(({ score }) => score),
      [5, 3, 2],
    );
    const square = [even(3), even(3)];
    const corners = latticePeaks(square, latticePoints(square), [9, 0, 7, 0, 0, 0, 5, 0, 0]);
    assert.deepEqual(
      corners.map(({ score }) => score),
      [9, 7, 5],
    );
  });

  it('counts a plateau once, by its first point', () => {
    const line = [even(5)];
    assert.deepEqual(latticePeaks(line, latticePoints(line), [0, 1, 1, 1, 0]), [{ point: [0.25], score: 1 }]);
    assert.equal(latticePeaks(line, latticePoints(line), [2, 2, 2, 2, 2]).length, 1);
  });
});

describe('peaks of a function', () => {
  const score = (point: readonly number[]): number =>
    bump(point, [0.21, 0.33], 1) + bump(point, [0.77, 0.64], 0.8) + bump(point, [1, 0], 0.5);

  it('are climbed to their tops between the points of the lattice, highest first', () => {
    const peaks = finish(findPeaks(score, [even(12), even(12)], point => point, 5));
    assert.equal(peaks.length, 3);
    [
      [0.21, 0.33],
      [0.77, 0.64],
      [1, 0],
    ].forEach((centre, i) =>
      centre.forEach((u, d) => assert.ok(Math.abs((peaks[i]?.point[d] ?? NaN) - u) < 2e-3, `peak ${i}`)),
    );
  });

  it('stay on the points that can be tried', () => {
    const fifths = (point: readonly number[]): number[] => point.map(u => Math.round(5 * u) / 5);
    const [top] = finish(findPeaks(score, [even(6), even(6)], fifths, 3));
    assert.deepEqual(top?.point, [0.2, 0.4]);
  });
});
