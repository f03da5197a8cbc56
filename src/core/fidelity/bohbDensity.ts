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
  const kernels = axes.map(({ choices }, d) => logKernel(choices, bandwidths[d] as number));
  const mean = (log: (row: Placement) => number): number =>
    rows.reduce((sum, row) => sum + Math.exp(log(row)), 0) / rows.length;
  return {
    rows,
    bandwidths,
    at: placement =>
      mean(row => {
        let sum = 0;
        for (let d = 0; d < kernels.length; d++) {
          const position = placement[d] as number;
          if (!Number.isNaN(position)) sum += (kernels[d] as LogKernel)(row[d] as number, position);
        }
        return sum;
      }),
    marginal: (axis, position) => mean(row => (kernels[axis] as LogKernel)(row[axis] as number, position)),
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

type LogKernel = (own: number, position: number) => number;

function logKernel(choices: Float64Array | undefined, width: number): LogKernel {
  if (choices) {
    const [same, other] = [Math.log1p(-width), Math.log(width / (choices.length - 1))];
    const prior = choices.map(Math.log);
    return (own, position) =>
      Number.isNaN(own) ? (prior[position] as number) : own === position ? same : other;
  }
  const constant = -Math.log(width) - 0.5 * Math.log(2 * Math.PI);
  return (own, position) => (Number.isNaN(own) ? 0 : constant - 0.5 * ((position - own) / width) ** 2);
}

/** By rejection: the mean lies within the unit interval, so at least about one draw in three does. */
function cutNormal(mean: number, deviation: number, random: RandomStream): number {
  for (;;) {
    const drawn = mean + deviation * random.normal();
    if (drawn >= 0 && drawn <= 1) return drawn;
  }
}
