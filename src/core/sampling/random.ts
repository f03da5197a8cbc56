import type { RandomStream } from '../numeric/random';

/** Independent uniform points in [0, 1)^dimension, without end. */
export function* randomPoints(dimension: number, stream: RandomStream): Generator<Float64Array, never> {
  for (;;) yield Float64Array.from({ length: dimension }, () => stream.uniform());
}
