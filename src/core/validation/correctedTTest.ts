import { betaCumulative } from '../numeric/beta';

/** A two-sided test of whether a mean difference is zero. */
export interface TTest {
  readonly mean: number;
  readonly t: number;
  readonly degreesOfFreedom: number;
  readonly pValue: number;
}

/**
 * The corrected resampled t-test: the variance of the mean of J overlapping splits is taken as
 * (1/J + n_test/n_train) s² instead of s²/J, since their training sets share rows. Nadeau and Bengio, Machine
 * Learning 52 (2003), section 6. With `testOverTrain` 0 it is the ordinary paired t-test.
 *
 * @param differences of two methods on the same splits, one each, at least two.
 */
export function correctedTTest(differences: readonly number[], testOverTrain: number): TTest {
  const count = differences.length;
  const mean = differences.reduce((sum, x) => sum + x, 0) / count;
  const variance = differences.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (count - 1);
  const t = mean === 0 ? 0 : mean / Math.sqrt((1 / count + testOverTrain) * variance);
  const degreesOfFreedom = count - 1;
  return { mean, t, degreesOfFreedom, pValue: twoSided(t, degreesOfFreedom) };
}

/** P(|T| ≥ |t|) for Student's t. */
function twoSided(t: number, degreesOfFreedom: number): number {
  return betaCumulative(degreesOfFreedom / (degreesOfFreedom + t * t), degreesOfFreedom / 2, 0.5);
}
