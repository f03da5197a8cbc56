import { incumbentOf } from '../acquisition/acquisitionFunction';
import type { RandomStream } from '../numeric/random';
import type { Work } from '../numeric/work';
import { acquisitionScore, meanScore } from './acquisitionScore';
import type { ChoiceTask } from './gaussianProcess';
import { isAwayFrom } from './lookAway';
import { maximise, type Candidate, type Score } from './maximiseAcquisition';
import { fitObservations } from './surrogateModel';

/** In standard deviations of the losses inside: less than this below the incumbent is no lower mean. */
const lower = 1e-5;

/**
 * The bottom of the incumbent's valley: the best expected improvement there by a surrogate of its own that has seen
 * nothing else. One fitted to the whole space takes for noise what it cannot bend to, which hides the last digits.
 * None where there is too little inside to fit.
 * @param starts where to climb from.
 * @param greedily whether to go where the mean is lowest instead, as long as that is below the incumbent. In a smooth
 * valley that is known well this is nearly a Newton step, while expected improvement still prefers what is uncertain at
 * its edge (De Ath, Everson, Rahat & Fieldsend 2021, "Greed Is Good").
 */
export function* lookCloser(
  { space, observations, options, fitted, acquisition }: ChoiceTask,
  incumbent: Float64Array,
  starts: readonly Float64Array[],
  greedily: boolean,
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
  function* best(score: Score): Work<Candidate[]> {
    const tops = yield* maximise(space, score, starts, { candidates: 0, climbs: 4 }, random);
    return tops.filter(({ standing }) => !isAwayFrom(standing, [incumbent], fitted));
  }
  const { mean } = incumbentOf(model);
  if (greedily) {
    const bottoms = yield* best(meanScore(model));
    if (bottoms[0] && mean + bottoms[0].score > lower * model.standardisation.scale) return bottoms;
  }
  return yield* best(acquisitionScore(model, acquisition, mean));
}
