import type { Work } from '../numeric/work';
import type { Point } from '../surrogate/hyperparameters';

/** A grid of points: for each dimension its ascending coordinates. */
export type Lattice = readonly (readonly number[])[];

/** A local maximum. */
export interface Peak {
  readonly point: Point;
  readonly score: number;
}

/** Every combination of the lattice's coordinates, the last dimension fastest. */
export function latticePoints(lattice: Lattice): Point[] {
  return lattice.reduce<number[][]>(
    (points, coordinates) => points.flatMap(point => coordinates.map(coordinate => [...point, coordinate])),
    [[]],
  );
}

/**
 * The points of a lattice that no neighbour (diagonal ones included) exceeds, highest first; of a plateau, its
 * first point.
 * @param scores one per point of `latticePoints(lattice)`.
 */
export function latticePeaks(lattice: Lattice, points: readonly Point[], scores: readonly number[]): Peak[] {
  const sizes = lattice.map(coordinates => coordinates.length);
  const offsets = latticePoints(sizes.map(() => [-1, 0, 1]));
  const isPeak = (index: number, score: number): boolean =>
    offsets.every(offset => {
      const neighbour = shifted(index, offset, sizes);
      if (neighbour === undefined || neighbour === index) return true;
      const other = scores[neighbour] as number;
      return neighbour < index ? other < score : other <= score;
    });
  return points
    .flatMap((point, index) => {
      const score = scores[index] as number;
      return isPeak(index, score) ? [{ point, score }] : [];
    })
    .sort((a, b) => b.score - a.score);
}

/** The index of the lattice point `offset` away, undefined beyond the edge. */
function shifted(index: number, offset: Point, sizes: readonly number[]): number | undefined {
  let remaining = index;
  let result = 0;
  let stride = 1;
  for (let d = sizes.length - 1; d >= 0; d--) {
    const size = sizes[d] as number;
    const position = (remaining % size) + (offset[d] as number);
    if (position < 0 || position >= size) return undefined;
    result += position * stride;
    stride *= size;
    remaining = Math.floor(remaining / size);
  }
  return result;
}

/** How close to a peak the compass search goes, in units of the cube's side. */
const finestStep = 1e-5;

/**
 * The local maxima of `score` in the unit cube: the `count` highest of a lattice, each climbed to its top by compass
 * search (Kolda, Lewis & Torczon 2003, Alg. 3), highest first. Peaks that meet on the way up are one.
 * @param snap the nearest point that can be tried at all.
 */
export function* findPeaks(
  score: (point: Point) => number,
  lattice: Lattice,
  snap: (point: Point) => Point,
  count: number,
): Work<Peak[]> {
  const points = latticePoints(lattice);
  const scores: number[] = [];
  for (const point of points) {
    scores.push(score(point));
    if (scores.length % 64 === 0) yield;
  }
  const spacing = lattice.map(coordinates => 1 / Math.max(1, coordinates.length - 1));
  const tops: Peak[] = [];
  for (const start of latticePeaks(lattice, points, scores).slice(0, count)) {
    const top = climb(score, start, spacing, snap);
    const known = tops.some(({ point }) =>
      point.every((u, d) => Math.abs(u - (top.point[d] as number)) < (spacing[d] as number)),
    );
    if (!known) tops.push(top);
    yield;
  }
  return tops.sort((a, b) => b.score - a.score);
}

function climb(
  score: (point: Point) => number,
  start: Peak,
  spacing: readonly number[],
  snap: (point: Point) => Point,
): Peak {
  let top = start;
  for (let scale = 0.5; scale * Math.max(...spacing) > finestStep;) {
    const better = spacing
      .flatMap((step, d) => [-1, 1].map(sign => moved(top.point, d, sign * scale * step)))
      .map(snap)
      .map(point => ({ point, score: score(point) }))
      .reduce((best, candidate) => (candidate.score > best.score ? candidate : best), top);
    if (better === top) scale /= 2;
    top = better;
  }
  return top;
}

function moved(point: Point, dimension: number, by: number): Point {
  return point.map((u, d) => (d === dimension ? Math.min(1, Math.max(0, u + by)) : u));
}
