import {
  acquisitionFunctions,
  incumbentOf,
  type AcquisitionId,
  type Incumbent,
} from '../acquisition/acquisitionFunction';
import { latticePoints } from '../acquisition/peaks';
import type { RandomStream } from '../numeric/random';
import type { Work } from '../numeric/work';
import { spaceOf } from '../search/axis';
import { chooseNext, searchGrid, type Choice, type SearchGrid } from '../search/chooseNext';
import { gaussianProcessMethod } from '../search/gaussianProcess';
import { optimiser } from '../search/optimiser';
import { surrogateSpace } from '../search/surrogateSpace';
import { predictAll, type GaussianProcess, type Prediction } from '../surrogate/gaussianProcess';
import type { Point } from '../surrogate/hyperparameters';
import { initialTrials, type AcquisitionSetup } from './acquisitionSetup';

export interface Trial {
  /** From 1. */
  readonly number: number;
  readonly point: Point;
  /** As observed, noise included. */
  readonly loss: number;
  /** The objective itself. */
  readonly truth: number;
}

/** The search after some of the trials: what the surrogate believes and where it looks next. */
export interface Step {
  /** How many trials it has seen. */
  readonly trials: number;
  readonly model: GaussianProcess;
  readonly incumbent: Incumbent;
  readonly choice: Choice;
  readonly next: Point;
  readonly atNext: Prediction;
  /** At the shown points. */
  readonly predictions: readonly Prediction[];
  /** The acquisition, or the drawn function, at the shown points. */
  readonly acquisition: readonly number[];
  readonly acquisitionAtNext: number;
}

export interface Trace {
  readonly setup: AcquisitionSetup;
  readonly grid: SearchGrid;
  /** The points at which posterior and acquisition are shown: those of `grid.draw`. */
  readonly shown: readonly Point[];
  /** The objective at the shown points. */
  readonly truths: readonly number[];
  readonly trials: readonly Trial[];
  /** From the end of the initial design to after the last trial. */
  readonly steps: readonly [Step, ...Step[]];
}

/** Runs the search on the objective. Yields the share of the trials that are done. */
export function* traceSearch(setup: AcquisitionSetup, random: RandomStream): Generator<number, Trace, void> {
  const { space, axes, objective, acquisition, relativeNoise } = setup;
  const grid = searchGrid(axes);
  const shown = latticePoints(grid.draw);
  const truths = shown.map(point => objective.evaluate(point));
  const noise = relativeNoise * spread(truths);
  const noiseStream = random.substream('noise');
  const searched = spaceOf(space, axes);
  const cube = surrogateSpace(searched);
  const method = gaussianProcessMethod({
    acquisition,
    startTrials: initialTrials,
    repeats: true,
    kernel: 'matern52',
    noise: noise > 0 ? 'fitted' : 'negligible',
    randomStarts: 2,
    losses: 'plain',
    liar: 'believer',
    choose: ({ model }, choiceRandom) => chooseNext(model, acquisition, grid, choiceRandom),
  });
  const search = optimiser(method, searched, random.substream('search').integer(2 ** 32));

  const trials: Trial[] = [];
  const steps: Step[] = [];
  for (;;) {
    const share = trials.length / (setup.trials + 1);
    const proposal = yield* at(share, search.propose());
    if (proposal === undefined) break;
    const { id, configuration, reason } = proposal;
    const point = [...cube.encode(configuration)];
    if (reason) {
      const { model, choice } = reason;
      const predictions = yield* at(share, predictAll(model, shown));
      steps.push(step(trials.length, acquisition, model, choice, predictions));
      yield share;
    }
    if (trials.length >= setup.trials) break;
    const truth = objective.evaluate(point);
    const loss = truth + noise * noiseStream.normal();
    search.tell(id, loss);
    trials.push({ number: trials.length + 1, point, loss, truth });
  }
  const [first, ...rest] = steps;
  if (first === undefined) throw new RangeError('There are no trials beyond the initial design.');
  return { setup, grid, shown, truths, trials, steps: [first, ...rest] };
}

function step(
  trials: number,
  acquisition: AcquisitionId,
  model: GaussianProcess,
  choice: Choice,
  predictions: readonly Prediction[],
): Step {
  const incumbent = incumbentOf(model);
  const [{ point: next, score }] = choice.peaks;
  const atNext = model.predict(next);
  const shared = { trials, model, incumbent, choice, next, atNext, predictions };
  if (acquisition === 'thompson') {
    // The draw is minimised, so its score is its value with the sign turned.
    return { ...shared, acquisition: choice.draw ?? [], acquisitionAtNext: -score };
  }
  const { value } = acquisitionFunctions[acquisition];
  return {
    ...shared,
    acquisition: predictions.map(prediction => value(prediction, incumbent.mean)),
    acquisitionAtNext: value(atNext, incumbent.mean),
  };
}

export function lastStep({ steps }: Trace): Step {
  return steps.at(-1) ?? steps[0];
}

function* at<T>(share: number, work: Work<T>): Generator<number, T, void> {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    yield share;
  }
}

function spread(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
