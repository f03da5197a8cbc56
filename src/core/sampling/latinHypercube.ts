import type { RandomStream } from '../numeric/random';
import type { PointSource } from './pointSource';

/**
 * Latin hypercubes of `size` points in [0, 1)^dimension, one after the other: along every axis each of the `size`
 * equal slices holds exactly one point, at a random place (McKay, Beckman and Conover, Technometrics 21, 1979).
 * @param streamOf the stream of the n-th hypercube.
 */
export function latinHypercubeSource(
  dimension: number,
  size: number,
  streamOf: (hypercube: number) => RandomStream,
): PointSource {
  let hypercube = 0;
  let used = size;
  let stream: RandomStream;
  let slices: readonly (readonly number[])[] = [];
  return (rows, count) => {
    for (let row = 0; row < count; row++) {
      if (used >= size) {
        const next = streamOf(hypercube++);
        stream = next;
        slices = Array.from({ length: dimension }, () => next.permutation(size));
        used = 0;
      }
      for (let axis = 0; axis < dimension; axis++) {
        rows[row * dimension + axis] = ((slices[axis]?.[used] ?? 0) + stream.uniform()) / size;
      }
      used++;
    }
  };
}
