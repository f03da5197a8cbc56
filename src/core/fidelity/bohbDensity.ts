import { normalCumulative } from '../numeric/normal';
import type { RandomStream } from '../numeric/random';
import type { ParzenAxis } from '../surrogate/parzenAxis';
import type { Placement } from '../surrogate/parzenEstimator';
import { drawIndex } from '../surrogate/parzenKernels';

/**
 * The kernel density of BOHB: one product kernel around each trial, all of the same bandwidths and weight. Along an
 * axis of numbers in the unit interval it is Gaussian and not cut off at the ends; over choices it is that of
 * Aitchison and Aitken (Biometrika 63, 1976), (1 − h) on the trial's own choice and h / (choices − 1) on every other.
 * Where a trial does not have a parameter its kernel is the prior there, and a configuration without it is compared
 * by the others alone. (HpBandSter fills such gaps with the values of other trials at random.)
 */
export interface BohbDensity {
  /** Where the trials stand. */
  readonly rows: readonly Placement[];
  /** By axis; NaN where no trial has the parameter. */
  readonly bandwidths: Float64Array;
  at(placement: Placement): number;
  /** Along one axis alone. */
  marginal(axis: number, position: number): number;
  /** The probability between two places of an axis of numbers. */
  massBetween(axis: number, from: number, to: number): number;
  /**
   * A position on one axis near that of a row: normal around it, cut off at the ends; of choices its own, or one from
   * the prior as often as the bandwidth says (HpBandSter, `optimizers/config_generators/bohb.py`).
   *
   * @param widened the factor on the bandwidths of numbers.
   */
  drawNear(row: Placement, axis: number, widened: number, random: RandomStream): number;
}

/**
 * @param least the floor of the bandwidths, which are 1.06 σ n^(−1/(d + 4)) (Scott's normal reference as in
 * statsmodels, σ with n in the denominator, of indices too where there are choices). Over choices no bandwidth is
 * above (choices − 1) / choices, at which all are equally likely; statsmodels would go on to negative densities.
 */
export function bohbDensity(
  axes: readonly ParzenAxis[],
  rows: readonly Placement[],
  least: number,
): BohbDensity {
  const bandwidths = Float64Array.from(axes, ({ choices }, d) => {
    const column = rows.flatMap(row => (Number.isNaN(row[d]) ? [] : [row[d] as number]));
    const width = Math.max(least, normalReference(column, axes.length));
    return choices ? Math.min(width, (choices.length - 1) / choices.length) : width;
  });
  const n = rows.length;
  const sums = new Float64Array(n);
  const kernels = axes.map((axis, d) => {
    const column = Float64Array.from(rows, row => row[d] as number);
    return axis.choices
      ? choiceKernel(axis.choices, column, bandwidths[d] as number, sums)
      : numberKernel(column, bandwidths[d] as number, sums);
  });
  /** The mean of the kernels whose logarithms have been added up; ready for the next. */
  const mean = (): number => {
    let total = 0;
    for (let i = 0; i < n; i++) total += Math.exp(sums[i] as number);
    sums.fill(0);
    return total / n;
  };
  return {
    rows,
    bandwidths,
    at(placement) {
      for (let d = 0; d < kernels.length; d++) {
        const position = placement[d] as number;
        if (!Number.isNaN(position)) kernels[d]?.(position);
      }
      return mean();
    },
    marginal(axis, position) {
      kernels[axis]?.(position);
      return mean();
    },
    massBetween(axis, from, to) {
      const width = bandwidths[axis] as number;
      const below = (own: number, end: number): number =>
        Number.isNaN(own) ? end : normalCumulative((end - own) / width);
      return (
        rows.reduce(
          (sum, row) => sum + below(row[axis] as number, to) - below(row[axis] as number, from),
          0,
        ) / n
      );
    },
    drawNear(row, axis, widened, random) {
      const position = row[axis] as number;
      const width = bandwidths[axis] as number;
      const { choices } = axes[axis] as ParzenAxis;
      if (choices) {
        const stays = !Number.isNaN(position) && random.uniform() >= width;
        return stays ? position : drawIndex(choices, random);
      }
      return Number.isNaN(position) ? random.uniform() : cutNormal(position, widened * width, random);
    },
  };
}

/** NaN of no values. A single one says nothing of σ, which is then that of the prior. */
function normalReference(values: readonly number[], dimensions: number): number {
  const n = values.length;
  if (n === 1) return 1.06 * Math.sqrt(1 / 12);
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n;
  return 1.06 * Math.sqrt(variance) * n ** (-1 / (dimensions + 4));
}

/** Adds the logarithm of each row's kernel at a position to the sums. */
type LogKernels = (position: number) => void;

function choiceKernel(
  choices: Float64Array,
  column: Float64Array,
  width: number,
  sums: Float64Array,
): LogKernels {
  const [same, other] = [Math.log1p(-width), Math.log(width / (choices.length - 1))];
  return position => {
    const prior = Math.log(choices[position] as number);
    for (let i = 0; i < sums.length; i++) {
      const own = column[i] as number;
      sums[i] = (sums[i] as number) + (own === position ? same : Number.isNaN(own) ? prior : other);
    }
  };
}

function numberKernel(column: Float64Array, width: number, sums: Float64Array): LogKernels {
  const constant = -Math.log(width) - 0.5 * Math.log(2 * Math.PI);
  return position => {
    for (let i = 0; i < sums.length; i++) {
      const z = (position - (column[i] as number)) / width;
      // Not a number where the row does not have the parameter.
      if (!Number.isNaN(z)) sums[i] = (sums[i] as number) + constant - 0.5 * z * z;
    }
  };
}

/** By rejection: the mean lies within the unit interval, so at least about one draw in three does. */
function cutNormal(mean: number, deviation: number, random: RandomStream): number {
  for (;;) {
    const drawn = mean + deviation * random.normal();
    if (drawn >= 0 && drawn <= 1) return drawn;
  }
}
