import { minimiseInBox } from '../numeric/boundedQuasiNewton';
import type { RandomStream } from '../numeric/random';
import type { Work } from '../numeric/work';
import { sampleUnit } from '../sampling/sampler';
import type { Column, SurrogateSpace } from './surrogateSpace';

/** What is maximised: a function of a point of the surrogate's space. */
export interface Score {
  value(point: Float64Array): number;
  /** With its gradient, 0 along categorical dimensions. */
  slope(point: Float64Array): { readonly value: number; readonly gradient: Float64Array };
}

export interface Candidate {
  /** Where the local search stands; coordinates of inactive parameters are kept for when they become active. */
  readonly point: Float64Array;
  /** As the surrogate sees it. */
  readonly standing: Float64Array;
  readonly score: number;
}

export interface MaximiserOptions {
  /** How many points of a scrambled Sobol sequence are looked at. */
  readonly candidates: number;
  /** How many of the points looked at a local search starts from. */
  readonly climbs: number;
}

/** Alternations of gradient steps and coordinate moves. */
const rounds = 4;

/**
 * Local maxima of a score, best first: the best of many points, those of `anchors` among them, each climbed by
 * gradient steps along what is continuous in turn with coordinate moves along what is not. Forbidden points are
 * passed over; none comes back only where everything looked at is forbidden.
 */
export function* maximise(
  space: SurrogateSpace,
  score: Score,
  anchors: readonly Float64Array[],
  { candidates, climbs }: MaximiserOptions,
  random: RandomStream,
): Work<Candidate[]> {
  const { columns } = space;
  const looked: Candidate[] = [];
  const look = (point: Float64Array): void => {
    const standing = space.standing(point);
    if (standing) looked.push({ point, standing, score: score.value(standing) });
  };
  for (const point of anchors) look(point);
  const draws =
    candidates === 0 ? [] : sampleUnit('sobol', columns.length, candidates, random.substream('candidates'));
  for (const [i, u] of draws.entries()) {
    look(u.map((position, d) => (columns[d] as Column).fromPosition(position)));
    if (i % 8 === 7) yield;
  }
  const tops: Candidate[] = [];
  for (const start of startsAmong(looked, climbs)) {
    tops.push(yield* climb(space, score, start));
  }
  return tops.sort((a, b) => b.score - a.score);
}

/** Those of highest score. */
function startsAmong(looked: readonly Candidate[], count: number): Candidate[] {
  return looked
    .filter(({ score }) => score > -Infinity)
    .sort((a, b) => b.score - a.score)
    .slice(0, count);
}

function* climb(space: SurrogateSpace, score: Score, start: Candidate): Work<Candidate> {
  let top = start;
  for (let round = 0; round < rounds; round++) {
    const before = top;
    const active = space.activeDimensions(top.point);
    const dimensions = (stepwise: boolean): number[] =>
      space.columns.flatMap(({ levels }, d) => (active[d] && (levels !== undefined) === stepwise ? [d] : []));
    const smooth = dimensions(false);
    const stepped = dimensions(true);
    if (smooth.length > 0) top = yield* ascend(space, score, top, smooth);
    if (stepped.length > 0) top = yield* exchange(space, score, top, stepped);
    if (top === before || stepped.length === 0) break;
  }
  return top;
}

/** Gradient steps along the given dimensions as long as the others stay what they are. */
function* ascend(
  space: SurrogateSpace,
  score: Score,
  start: Candidate,
  dimensions: readonly number[],
): Work<Candidate> {
  const at = (free: Float64Array): Float64Array => {
    const point = start.standing.slice();
    dimensions.forEach((d, i) => (point[d] = free[i] as number));
    return point;
  };
  const bound = (end: 'low' | 'high'): Float64Array =>
    Float64Array.from(dimensions, d => (space.columns[d] as Column)[end]);
  const minimum = yield* minimiseInBox(
    function* (free) {
      const { value, gradient } = score.slope(at(free));
      yield;
      return { value: -value, gradient: Float64Array.from(dimensions, d => -(gradient[d] as number)) };
    },
    Float64Array.from(dimensions, d => start.standing[d] as number),
    bound('low'),
    bound('high'),
    { tolerance: 1e-4, maxIterations: 50 },
  );
  const point = start.point.slice();
  dimensions.forEach((d, i) => (point[d] = minimum.point[i] as number));
  return better(space, score, start, point);
}

/** The best single change of one of the given dimensions, again and again until none helps. */
function* exchange(
  space: SurrogateSpace,
  score: Score,
  start: Candidate,
  dimensions: readonly number[],
): Work<Candidate> {
  let top = start;
  for (;;) {
    const before = top;
    for (const d of dimensions) {
      for (const level of (space.columns[d] as Column).levels ?? []) {
        if (level === before.point[d]) continue;
        const point = before.point.slice();
        point[d] = level;
        top = better(space, score, top, point);
      }
      yield;
    }
    if (top === before) return top;
  }
}

function better(space: SurrogateSpace, score: Score, top: Candidate, point: Float64Array): Candidate {
  const standing = space.standing(point);
  if (standing === undefined) return top;
  const value = score.value(standing);
  return value > top.score ? { point, standing, score: value } : top;
}
