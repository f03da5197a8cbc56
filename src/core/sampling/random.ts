import type { RandomStream } from '../numeric/random';
import { endlessPoints, randomSource } from './pointSource';

/** Independent uniform points in [0, 1)^dimension, without end. */
export function randomPoints(dimension: number, stream: RandomStream): Generator<Float64Array, never> {
  return endlessPoints(randomSource(dimension, stream), dimension);
}
