import type { RandomStream } from '../numeric/random';
import type { ParzenAxis } from './parzenAxis';
import type { BandwidthOptions } from './parzenBandwidths';
import {
  choiceKernels,
  drawIndex,
  numberKernels,
  type AxisKernels,
  type AxisPositions,
} from './parzenKernels';

/** Where a configuration stands on each axis, NaN where it does not have the parameter. */
export type Placement = Float64Array;

/**
 * A density over configurations: a weighted sum of kernels around those seen, and a prior. Each kernel is a product
 * over the parameters. Where a parameter is conditional, its factor is there for configurations that have it, and is
 * the prior's in the kernel of a trial that did not: so it is a density on the whole tree of branches, in which what
 * branches share is learned from all of them.
 */
export interface ParzenEstimator {
  /** One for each trial in their order, then that of the prior; they sum to one. */
  readonly weights: Float64Array;
  /** By axis. */
  readonly kernels: readonly AxisKernels[];
  /** The log density in the unit intervals of the axes, times the probabilities of levels and choices. */
  logDensity(placement: Placement): number;
  /** The component that a draw is to be made from. */
  drawComponent(random: RandomStream): number;
}

/**
 * @param along the positions of the trials on each axis.
 * @param weights relative, one for each trial; that of the prior is 1.
 */
export function parzenEstimator(
  axes: readonly ParzenAxis[],
  along: readonly AxisPositions[],
  weights: Float64Array,
  bandwidth: BandwidthOptions = {},
): ParzenEstimator {
  const count = weights.length + 1;
  const kernels = axes.map((axis, d) => {
    const seen = along[d] ?? { positions: new Float64Array(count).fill(NaN), ascending: new Int32Array() };
    return axis.choices
      ? choiceKernels(axis.choices, seen)
      : numberKernels(axis, seen, bandwidth, axes.length);
  });
  const total = weights.reduce((sum, weight) => sum + weight, 1);
  const shares = new Float64Array(count).fill(1 / total);
  weights.forEach((weight, i) => (shares[i] = weight / total));
  const logShares = shares.map(Math.log);
  const sums = new Float64Array(count);
  return {
    weights: shares,
    kernels,
    logDensity(placement) {
      sums.set(logShares);
      kernels.forEach((kernel, d) => {
        const position = placement[d] as number;
        if (!Number.isNaN(position)) kernel.addLogDensities(sums, position);
      });
      return logSumExp(sums);
    },
    drawComponent: random => drawIndex(shares, random),
  };
}

function logSumExp(terms: Float64Array): number {
  let largest = -Infinity;
  for (let i = 0; i < terms.length; i++) if ((terms[i] as number) > largest) largest = terms[i] as number;
  if (largest === -Infinity) return largest;
  let sum = 0;
  for (let i = 0; i < terms.length; i++) {
    const difference = (terms[i] as number) - largest;
    // Anything smaller is lost in the sum.
    if (difference > -40) sum += Math.exp(difference);
  }
  return largest + Math.log(sum);
}
