import type { RandomStream } from '../numeric/random';
import type { Work } from '../numeric/work';
import { correctedTTest } from './correctedTTest';
import { drawConfiguration } from './neighbourConfiguration';
import { neighbourOrder, neighbourScore } from './neighbours';
import { mask } from './nestedSearch';
import { drawProblem, seenRows } from './smallProblems';

/** Random splits of each comparison, and the part of the rows tested in each. */
export const comparisonSplits = 15;
export const testedShare = 0.2;

/** Scores of two trials on the same splits. */
export interface Comparison {
  readonly differences: readonly number[];
  readonly naive: number;
  readonly corrected: number;
}

/**
 * Compares two random trials on labels that are coin flips, where neither can be better, over random splits; gives
 * the p-value of the ordinary paired t-test and that of the corrected one.
 */
export function* compareOnNoise(random: RandomStream): Work<Comparison> {
  const { seen } = drawProblem('noise', random.substream('rows'));
  const scorers = [0, 1].map(() => {
    const configuration = drawConfiguration(seen.width, random);
    const order = neighbourOrder(seen, configuration);
    return (training: Uint8Array, test: readonly number[]): number =>
      neighbourScore(seen, order, configuration.neighbours, training, test);
  });
  yield;
  const tested = Math.round(testedShare * seenRows);
  const differences = Array.from({ length: comparisonSplits }, () => {
    const order = random.permutation(seenRows);
    const test = order.slice(0, tested);
    const training = mask(seenRows, order.slice(tested));
    const [first = 0, second = 0] = scorers.map(score => score(training, test));
    return first - second;
  });
  return {
    differences,
    naive: correctedTTest(differences, 0).pValue,
    corrected: correctedTTest(differences, tested / (seenRows - tested)).pValue,
  };
}
