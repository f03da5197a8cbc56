import type { RandomStream } from '../numeric/random';

/**
 * A Latin hypercube of `count` points in [0, 1)^dimension: along every axis each of the `count` equal slices holds
 * exactly one point, at a random place (McKay, Beckman and Conover, Technometrics 21, 1979).
 */
export function* latinHypercubePoints(
  dimension: number,
  count: number,
  stream: RandomStream,
): Generator<Float64Array, void> {
  const slices = Array.from({ length: dimension }, () => stream.permutation(count));
  for (let i = 0; i < count; i++) {
    yield Float64Array.from(slices, order => ((order[i] ?? 0) + stream.uniform()) / count);
  }
}
