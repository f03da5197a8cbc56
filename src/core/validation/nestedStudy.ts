import type { RandomStream } from '../numeric/random';
import type { Work } from '../numeric/work';
import type { LabelledRows } from './labelledRows';
import { drawConfiguration } from './neighbourConfiguration';
import { neighbourOrder, neighbourScore, predictPoint, type NeighbourConfiguration } from './neighbours';
import { searchNested } from './nestedSearch';
import { drawProblem, type ProblemId } from './smallProblems';
import { stratifiedKFold } from './splits';

export const outerFolds = 5;
export const innerFolds = 4;

/** A random search on freshly drawn data: what each way to validate says of its winner, and what is true. */
export interface NestedStudy {
  readonly flat: number;
  readonly nested: number;
  readonly holdOut: number;
  /** Accuracy of the winner, trained on all that was seen, on what was not. */
  readonly truth: number;
  /** Cross-validation of the first trial alone, which nobody chose, and its accuracy on unseen rows. */
  readonly single: number;
  readonly singleTruth: number;
  /** Cross-validation of every trial. */
  readonly scores: readonly number[];
}

/** Tunes a nearest-neighbour classifier by random search and validates it in each way. */
export function* nestedStudy(problem: ProblemId, trials: number, random: RandomStream): Work<NestedStudy> {
  const { seen, unseen } = drawProblem(problem, random.substream('rows'));
  const drawing = random.substream('trials');
  const configurations = Array.from({ length: trials }, () => drawConfiguration(seen.width, drawing));
  yield;
  const splitting = random.substream('splits');
  const outer = stratifiedKFold(seen.labels, outerFolds, splitting);
  const inner = outer.map(({ train }) => {
    const labels = train.map(row => seen.labels[row] ?? 0);
    return stratifiedKFold(labels, innerFolds, splitting).map(split => ({
      train: split.train.map(place => train[place] ?? 0),
      test: split.test.map(place => train[place] ?? 0),
    }));
  });
  const of = (i: number): NeighbourConfiguration => configurations[i] ?? { neighbours: 1, weights: [] };
  const search = yield* searchNested(
    seen.labels.length,
    trials,
    i => {
      const order = neighbourOrder(seen, of(i));
      return (training, test) => neighbourScore(seen, order, of(i).neighbours, training, test);
    },
    { outer, inner },
  );
  const truth = accuracyOn(unseen, seen, of(search.chosen));
  yield;
  const singleTruth = search.chosen === 0 ? truth : accuracyOn(unseen, seen, of(0));
  const { flat, nested, holdOut, scores } = search;
  return { flat, nested, holdOut, truth, single: scores[0] ?? 0, singleTruth, scores };
}

function accuracyOn(unseen: LabelledRows, seen: LabelledRows, configuration: NeighbourConfiguration): number {
  const { values, width, labels } = unseen;
  const right = labels.filter((label, row) => {
    const point = values.subarray(row * width, (row + 1) * width);
    return predictPoint(seen, configuration, point) === label;
  });
  return right.length / labels.length;
}
