import type { RandomStream } from '../numeric/random';

/**
 * Where points of the unit cube come from, one after the other without end: puts the next `count` into `rows`, which
 * holds them row by row. However many are asked for at a time, the points are the same.
 */
export type PointSource = (rows: Float64Array, count: number) => void;

/** Independent uniform points in [0, 1)^dimension. */
export function randomSource(dimension: number, stream: RandomStream): PointSource {
  return (rows, count) => {
    for (let i = 0; i < count * dimension; i++) rows[i] = stream.uniform();
  };
}

/** The points one at a time, without end. */
export function* endlessPoints(source: PointSource, dimension: number): Generator<Float64Array, never> {
  for (;;) {
    const point = new Float64Array(dimension);
    source(point, 1);
    yield point;
  }
}

/** The next `count` points, each by itself. */
export function takePoints(source: PointSource, dimension: number, count: number): Float64Array[] {
  const rows = new Float64Array(count * dimension);
  source(rows, count);
  return Array.from({ length: count }, (_, i) => rows.slice(i * dimension, (i + 1) * dimension));
}
