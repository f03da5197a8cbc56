import { randomStream, type RandomStream } from '../numeric/random';
import { isForbidden } from '../space/conditions';
import type { Configuration, SearchSpace } from '../space/searchSpace';
import { configurationMapping, varyingParameters } from './configurations';
import { balancedGrid, gridConfigurations, type GridLevels } from './grid';
import { latinHypercubePoints } from './latinHypercube';
import { randomPoints } from './random';
import { sobolPoints } from './sobol';

export const samplers = ['grid', 'random', 'latin-hypercube', 'sobol'] as const;

export type SamplerName = (typeof samplers)[number];

/** Draws that may be rejected for each that is wanted before a space counts as forbidden altogether. */
const patience = 100;

/**
 * `count` points in [0, 1]^dimension (a grid has as many as its finest even axes allow, at most `count`). The
 * Sobol points are scrambled.
 */
export function sampleUnit(
  name: SamplerName,
  dimension: number,
  count: number,
  stream: RandomStream,
): Float64Array[] {
  switch (name) {
    case 'grid':
      return unitGrid(dimension, count);
    case 'random':
      return take(randomPoints(dimension, stream), count);
    case 'latin-hypercube':
      return [...latinHypercubePoints(dimension, count, stream)];
    case 'sobol':
      return take(sobolPoints(dimension, stream), count);
  }
}

/**
 * At most `count` configurations of a space. Forbidden ones are rejected and drawn again, so fewer come back only
 * when a grid has fewer or nearly everything is forbidden.
 */
export function sampleSpace(
  space: SearchSpace,
  sampler: SamplerName,
  count: number,
  seed: number,
): Configuration[] {
  return take(configurations(space, sampler, count, randomStream(seed).substream(sampler)), count);
}

/**
 * The same one at a time, where the caller chooses the stream.
 * @param grid the levels of the grid; the finest even one that `count` affords unless given.
 */
export function* configurations(
  space: SearchSpace,
  sampler: SamplerName,
  count: number,
  stream: RandomStream,
  grid: GridLevels = balancedGrid(space, count),
): Generator<Configuration, void> {
  const candidates =
    sampler === 'grid' ? gridConfigurations(space, grid) : mapped(space, sampler, count, stream);
  let accepted = 0;
  let tried = 0;
  for (const candidate of candidates) {
    if (tried++ >= count * patience || accepted >= count) return;
    if (isForbidden(space, candidate)) continue;
    accepted++;
    yield candidate;
  }
}

function* mapped(
  space: SearchSpace,
  sampler: Exclude<SamplerName, 'grid'>,
  count: number,
  stream: RandomStream,
): Generator<Configuration, void> {
  const toConfiguration = configurationMapping(space);
  for (const point of endlessPoints(sampler, varyingParameters(space).length, count, stream)) {
    yield toConfiguration(point);
  }
}

function* endlessPoints(
  sampler: Exclude<SamplerName, 'grid'>,
  dimension: number,
  count: number,
  stream: RandomStream,
): Generator<Float64Array, void> {
  switch (sampler) {
    case 'random':
      yield* randomPoints(dimension, stream);
      break;
    case 'sobol':
      yield* sobolPoints(dimension, stream);
      break;
    case 'latin-hypercube':
      // What was rejected is replaced from further hypercubes.
      for (let round = 0; ; round++) {
        yield* latinHypercubePoints(dimension, count, stream.substream(`${round}`));
      }
  }
}

function unitGrid(dimension: number, count: number): Float64Array[] {
  const levels = new Array<number>(dimension).fill(1);
  let size = 1;
  for (let axis = 0; dimension > 0; axis = (axis + 1) % dimension) {
    const tried = levels[axis] ?? 1;
    if ((size / tried) * (tried + 1) > count) break;
    size = (size / tried) * (tried + 1);
    levels[axis] = tried + 1;
  }
  return Array.from({ length: Math.min(size, count) }, (_, index) => {
    let rest = index;
    const point = new Float64Array(dimension);
    for (let axis = dimension - 1; axis >= 0; axis--) {
      const n = levels[axis] ?? 1;
      point[axis] = n === 1 ? 0.5 : (rest % n) / (n - 1);
      rest = Math.floor(rest / n);
    }
    return point;
  });
}

function take<T>(items: Iterable<T>, count: number): T[] {
  const taken: T[] = [];
  if (count <= 0) return taken;
  for (const item of items) {
    taken.push(item);
    if (taken.length >= count) break;
  }
  return taken;
}
