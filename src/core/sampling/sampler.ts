import { randomStream, type RandomStream } from '../numeric/random';
import type { Configuration, SearchSpace } from '../space/searchSpace';
import { columnWriter } from './columnWriter';
import { rowOf } from './columns';
import { isForbidden } from '../space/conditions';
import { balancedGrid, gridConfigurations, type GridLevels } from './grid';
import { haltonSource } from './halton';
import { latinHypercubeSource } from './latinHypercube';
import { randomSource, takePoints, type PointSource } from './pointSource';
import { sobolSource } from './sobol';

export const samplers = ['grid', 'random', 'latin-hypercube', 'sobol', 'halton'] as const;

export type SamplerName = (typeof samplers)[number];

/** A sampler that draws points of the unit cube. */
export type PointSampler = Exclude<SamplerName, 'grid'>;

/** Draws that may be rejected for each that is wanted before a space counts as forbidden altogether. */
export const patience = 100;

/**
 * `count` points in [0, 1]^dimension (a grid has as many as its finest even axes allow, at most `count`). Sobol and
 * Halton points are scrambled.
 */
export function sampleUnit(
  name: SamplerName,
  dimension: number,
  count: number,
  stream: RandomStream,
): Float64Array[] {
  if (name === 'grid') return unitGrid(dimension, count);
  const source =
    name === 'latin-hypercube'
      ? latinHypercubeSource(dimension, count, () => stream)
      : pointSource(name, dimension, count, stream);
  return takePoints(source, dimension, Math.max(0, count));
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
  return [...configurations(space, sampler, count, randomStream(seed).substream(sampler))];
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
    sampler === 'grid'
      ? allowed(space, gridConfigurations(space, grid))
      : drawn(space, sampler, count, stream);
  let accepted = 0;
  let tried = 0;
  for (const candidate of candidates) {
    if (tried++ >= count * patience || accepted >= count) return;
    if (!candidate) continue;
    accepted++;
    yield candidate;
    if (accepted >= count) return;
  }
}

/** Each candidate that is not forbidden, undefined in place of the others. */
function* allowed(
  space: SearchSpace,
  candidates: Iterable<Configuration>,
): Generator<Configuration | undefined, void> {
  for (const candidate of candidates) yield isForbidden(space, candidate) ? undefined : candidate;
}

function* drawn(
  space: SearchSpace,
  sampler: PointSampler,
  count: number,
  stream: RandomStream,
): Generator<Configuration | undefined, void> {
  const { dimension, columns, write } = columnWriter(space, 1);
  const source = pointSource(sampler, dimension, count, stream);
  const point = new Float64Array(dimension);
  for (;;) {
    source(point, 1);
    yield write(point, 1, 0) === 1 ? rowOf(columns, 0) : undefined;
  }
}

/** @param count how many points a Latin hypercube has; what is drawn beyond that comes from further hypercubes. */
export function pointSource(
  sampler: PointSampler,
  dimension: number,
  count: number,
  stream: RandomStream,
): PointSource {
  switch (sampler) {
    case 'random':
      return randomSource(dimension, stream);
    case 'sobol':
      return sobolSource(dimension, stream);
    case 'halton':
      return haltonSource(dimension, stream);
    case 'latin-hypercube':
      return latinHypercubeSource(dimension, count, round => stream.substream(`${round}`));
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
