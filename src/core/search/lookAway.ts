import { incumbentOf } from '../acquisition/acquisitionFunction';
import type { RandomStream } from '../numeric/random';
import type { Work } from '../numeric/work';
import type { GaussianProcess } from '../surrogate/gaussianProcess';
import { squaredDistance, type Coordinates } from '../surrogate/hyperparameters';
import { acquisitionScore } from './acquisitionScore';
import type { ChoiceTask } from './gaussianProcess';
import { maximise, type Candidate, type Score } from './maximiseAcquisition';
import { fitObservations } from './surrogateModel';

/** Valleys left out before the search for another one is given up. */
const mostValleys = 4;

/** In standard deviations of the losses outside: with less to be gained at its best point a valley counts as known. */
const known = 1e-2;

/** Whether a point is more than one length scale of the model from all of the given ones. */
export function isAwayFrom(
  point: Coordinates,
  centres: readonly Coordinates[],
  model: GaussianProcess,
): boolean {
  const { lengthScales } = model.hyperparameters;
  return centres.every(centre => squaredDistance(point, centre, lengthScales, model.categorical) > 1);
}

/**
 * Where to look for a better valley than the one of the incumbent: the best expected improvement on what was observed
 * outside it, by a surrogate of its own that has not seen the inside. To that surrogate what is a faint slope beside
 * the depth of the valley is all there is. When its best point is in turn a valley that holds no more surprises, that
 * is left out too. None where there is too little outside, or nothing new.
 */
export function* lookAway(
  { space, observations, options, fitted, acquisition }: ChoiceTask,
  incumbent: Float64Array,
  random: RandomStream,
): Work<Candidate[]> {
  if (acquisition === 'thompson') return [];
  const centres: Coordinates[] = [incumbent];
  const isOutside = (point: Coordinates): boolean => isAwayFrom(point, centres, fitted);
  while (centres.length <= mostValleys) {
    const outside = [...observations.points.keys()].filter(i =>
      isOutside(observations.points[i] as Float64Array),
    );
    if (outside.length < space.columns.length + 2) return [];
    const stream = random.substream(`${centres.length}`);
    const { fitted: around, model } = yield* fitObservations(
      {
        points: outside.map(i => observations.points[i] as Float64Array),
        losses: outside.map(i => observations.losses[i] as number),
        pending: observations.pending,
      },
      options,
      space,
      undefined,
      stream,
    );
    const { index, mean } = incumbentOf(around);
    const best = Float64Array.from(around.points[index] ?? []);
    const tops = yield* maximise(
      space,
      restricted(acquisitionScore(model, acquisition, mean), isOutside),
      [best],
      { candidates: 512, climbs: 6 },
      stream,
    );
    const [top] = tops.filter(({ score }) => score > -Infinity);
    if (top === undefined) return [];
    const surprising = Math.exp(top.score) > known * around.standardisation.scale;
    if (surprising || isFar(top.standing, best, around)) return tops;
    centres.push(best);
  }
  return [];
}

/** Further than a fifth of a length scale. */
function isFar(
  point: Coordinates,
  from: Coordinates,
  { hyperparameters, categorical }: GaussianProcess,
): boolean {
  return squaredDistance(point, from, hyperparameters.lengthScales, categorical) > 0.04;
}

/** −∞ where a point is not allowed. */
function restricted(score: Score, isAllowed: (point: Coordinates) => boolean): Score {
  return {
    value: point => (isAllowed(point) ? score.value(point) : -Infinity),
    slope: point =>
      isAllowed(point) ? score.slope(point) : { value: -Infinity, gradient: new Float64Array(point.length) },
  };
}
