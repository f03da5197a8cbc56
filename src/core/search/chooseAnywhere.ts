import { incumbentOf } from '../acquisition/acquisitionFunction';
import { drawFunction } from '../acquisition/drawnFunction';
import type { RandomStream } from '../numeric/random';
import type { Work } from '../numeric/work';
import type { GaussianProcess } from '../surrogate/gaussianProcess';
import { acquisitionScore } from './acquisitionScore';
import type { Choice } from './chooseNext';
import type { ChoiceTask } from './gaussianProcess';
import { isAwayFrom, lookAway } from './lookAway';
import { lookCloser } from './lookCloser';
import { maximise, type Candidate, type MaximiserOptions, type Score } from './maximiseAcquisition';

/** Waves of a drawn function: its error is far below the uncertainty that the draw stands for. */
const features = 256;

/** Trials from which the search for the best acquisition starts, beside points around the best one and everywhere. */
const anchorTrials = 4;

const thorough: MaximiserOptions = { candidates: 512, climbs: 6 };
const local: MaximiserOptions = { candidates: 0, climbs: 3 };

/**
 * In standard deviations of the losses: more than `coarse` is worth a trial wherever it is; less than `fine` is fine
 * tuning, and less than `finest` hardly that.
 */
const coarse = 0.1;
const fine = 1.5e-2;
const finest = 1e-3;

/** How often in a row to look away from the best so far when what is left to gain there is fine, and finest. */
const awayWhenFine = 1;
const awayWhenFinest = 2;

/**
 * The point an acquisition would try next, anywhere in the space, and the other local optima that were found.
 *
 * Expected improvement in a valley whose bottom is nearly reached stays above that of all unknown places, so that a
 * search spends itself on the last digits of the first valley it finds. When there is no more than fine tuning to be
 * gained, suggestions alternate between that and `lookAway`.
 */
export function* chooseAnywhere(task: ChoiceTask, random: RandomStream): Work<Choice | undefined> {
  const { acquisition, space, fitted, model, away } = task;
  if (acquisition === 'thompson') {
    const drawn = yield* drawFunction(model, features, random.substream('draw'));
    const score: Score = {
      value: point => -drawn.value(point),
      slope: point => ({ value: -drawn.value(point), gradient: drawn.gradient(point).map(slope => -slope) }),
    };
    return choiceOf(yield* maximise(space, score, bestPoints(fitted), thorough, random));
  }
  const { index, mean } = incumbentOf(model);
  const score = acquisitionScore(model, acquisition, mean);
  const incumbent = Float64Array.from(model.points[index] ?? []);
  const starts = startsAround(incumbent, task, random);
  const tops = yield* maximise(space, score, [...bestPoints(fitted), ...starts], thorough, random);
  const [top] = tops;
  if (acquisition !== 'expected-improvement' || !top) return choiceOf(tops);
  const isNear = ({ standing }: Candidate): boolean => !isAwayFrom(standing, [incumbent], fitted);
  const { scale } = fitted.standardisation;
  const worthwhile = Math.exp(top.score) > fine * scale;
  if (worthwhile && isNear(top)) return choiceOf(tops);

  const near = (yield* maximise(space, score, starts, local, random)).filter(isNear);
  const left = Math.exp(near[0]?.score ?? -Infinity);
  const isFinest = left <= finest * scale;
  if (near.length > 0 && away >= (isFinest ? awayWhenFinest : awayWhenFine)) {
    const closer = yield* lookCloser(task, incumbent, starts, isFinest, random.substream('closer'));
    return choiceOf([...closer, ...near, ...tops]);
  }
  if (Math.exp(top.score) > coarse * scale) return choiceOf(tops, away + 1);
  const elsewhere = yield* lookAway(task, incumbent, random.substream('away'));
  return elsewhere.length > 0 ? choiceOf(elsewhere, away + 1) : choiceOf([...near, ...tops]);
}

function choiceOf(candidates: readonly Candidate[], away = 0): Choice | undefined {
  const [first, ...rest] = candidates.map(({ standing, score }) => ({ point: [...standing], score }));
  return first && { peaks: [first, ...rest], away };
}

function bestPoints({ points, values }: GaussianProcess): Float64Array[] {
  return [...values.keys()]
    .sort((a, b) => (values[a] as number) - (values[b] as number))
    .slice(0, anchorTrials)
    .map(i => Float64Array.from(points[i] ?? []));
}

/**
 * The incumbent and points a tenth of a length scale around it: what is best next to it is too small a hill for points
 * spread over the space to hit (BoTorch's `sample_around_best`).
 */
function startsAround(
  incumbent: Float64Array,
  { space, fitted }: ChoiceTask,
  random: RandomStream,
): Float64Array[] {
  const { lengthScales } = fitted.hyperparameters;
  const around = Array.from({ length: 8 }, () =>
    incumbent.map((u, d) => {
      const column = space.columns[d];
      if (!column || column.levels) return u;
      const moved = u + 0.1 * Math.min(1, lengthScales[d] as number) * random.normal();
      return column.snap(Math.min(column.high, Math.max(column.low, moved)));
    }),
  );
  return [incumbent, ...around];
}
