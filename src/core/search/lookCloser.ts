import { incumbentOf } from '../acquisition/acquisitionFunction';
import type { RandomStream } from '../numeric/random';
import type { Work } from '../numeric/work';
import { acquisitionScore } from './acquisitionScore';
import type { ChoiceTask } from './gaussianProcess';
import { isAwayFrom } from './lookAway';
import { maximise, type Candidate } from './maximiseAcquisition';
import { fitObservations } from './surrogateModel';

/**
 * The bottom of the incumbent's valley: the best expected improvement there by a surrogate of its own that has seen
 * nothing else. One fitted to the whole space takes for noise what it cannot bend to, which hides the last digits.
 * None where there is too little inside to fit.
 * @param starts where to climb from.
 */
export function* lookCloser(
  { space, observations, options, fitted, acquisition }: ChoiceTask,
  incumbent: Float64Array,
  starts: readonly Float64Array[],
  random: RandomStream,
): Work<Candidate[]> {
  if (acquisition === 'thompson') return [];
  const inside = [...observations.points.keys()].filter(
    i => !isAwayFrom(observations.points[i] as Float64Array, [incumbent], fitted),
  );
  if (inside.length < 2 * space.columns.length) return [];
  const { model } = yield* fitObservations(
    {
      points: inside.map(i => observations.points[i] as Float64Array),
      losses: inside.map(i => observations.losses[i] as number),
      pending: observations.pending.filter(point => !isAwayFrom(point, [incumbent], fitted)),
    },
    options,
    space,
    fitted.hyperparameters,
    random,
  );
  const score = acquisitionScore(model, acquisition, incumbentOf(model).mean);
  const tops = yield* maximise(space, score, starts, { candidates: 0, climbs: 4 }, random);
  return tops.filter(({ standing }) => !isAwayFrom(standing, [incumbent], fitted));
}
