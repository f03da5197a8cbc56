import type { RandomStream } from '../numeric/random';
import type { ParzenAxis } from './parzenAxis';
import type { BandwidthOptions } from './parzenBandwidths';
import { choiceKernels, drawIndex, numberKernels, type AxisKernels } from './parzenKernels';

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

export interface ParzenTrials {
  readonly placements: readonly Placement[];
  /** By axis: the indices of the placements that have it, by ascending position. */
  readonly ascending: readonly ArrayLike<number>[];
}

/** @param weights relative, one for each trial; that of the prior is 1. */
export function parzenEstimator(
  axes: readonly ParzenAxis[],
  { placements, ascending }: ParzenTrials,
  weights: Float64Array,
  bandwidth: BandwidthOptions = {},
): ParzenEstimator {
  const count = placements.length + 1;
  const kernels = axes.map((axis, d) => {
    const positions = new Float64Array(count).fill(NaN);
    placements.forEach((placement, i) => (positions[i] = placement[d] as number));
    const along = { positions, ascending: ascending[d] ?? [] };
    return axis.choices
      ? choiceKernels(axis.choices, along)
      : numberKernels(axis, along, bandwidth, axes.length);
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

/** The trials with their orders, for whoever does not keep them. */
export function sortedTrials(placements: readonly Placement[], axes: readonly ParzenAxis[]): ParzenTrials {
  const at = (i: number, d: number): number => placements[i]?.[d] ?? NaN;
  const ascending = axes.map((_, d) =>
    [...placements.keys()].filter(i => !Number.isNaN(at(i, d))).sort((a, b) => at(a, d) - at(b, d)),
  );
  return { placements, ascending };
}

function logSumExp(terms: Float64Array): number {
  let largest = -Infinity;
  for (const term of terms) if (term > largest) largest = term;
  if (largest === -Infinity) return largest;
  let sum = 0;
  for (const term of terms) {
    const difference = term - largest;
    // Anything smaller is lost in the sum.
    if (difference > -40) sum += Math.exp(difference);
  }
  return largest + Math.log(sum);
}
