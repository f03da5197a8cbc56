import type { SearchSpace } from '../space/searchSpace';
import type { BandwidthOptions } from '../surrogate/parzenBandwidths';
import { parzenEstimator, type ParzenEstimator } from '../surrogate/parzenEstimator';
import { improvementWeights, trialWeights, type TrialSplit } from './goodTrials';
import type { Trial } from './method';
import { parzenHistory, parzenSpace, positionsAlong, type ParzenStep } from './parzenHistory';

export interface DensityOptions {
  /** Whether good trials count by how good or, as in Optuna, by how recent they are. `improvement` by default. */
  readonly weighting?: 'improvement' | 'recency' | undefined;
  /** By default Optuna's, with a `narrowing` of 1.25. */
  readonly bandwidth?: BandwidthOptions | undefined;
}

/** Parameters that are chosen together, with the densities of the good trials and of the others. */
export interface ParzenDensities {
  readonly steps: readonly ParzenStep[];
  /** The axes of the space that the densities are over. */
  readonly axes: readonly number[];
  readonly good: ParzenEstimator;
  readonly bad: ParzenEstimator;
}

/** @param steps all those of the space, or one: a parameter by itself learns from the trials that have it. */
export function parzenDensities(
  space: SearchSpace,
  trials: readonly Trial[],
  split: TrialSplit,
  steps: readonly ParzenStep[] = parzenSpace(space).steps,
  { weighting = 'improvement', bandwidth = { narrowing: 1.25 } }: DensityOptions = {},
): ParzenDensities {
  const history = parzenHistory(space, trials);
  const axes = steps.flatMap(({ axis }) => axis ?? []);
  const own = axes.flatMap(axis => parzenSpace(space).axes[axis] ?? []);
  const [only, ...others] = axes;
  const having = (ids: readonly number[]): readonly number[] =>
    only === undefined || others.length > 0
      ? ids
      : ids.filter(id => !Number.isNaN(history.axes[only]?.positions[id]));
  const good = having(split.good);
  const bad = having(split.bad);
  const weights =
    weighting === 'recency' ? trialWeights(good.length) : improvementWeights(trials, good, split.bad);
  return {
    steps,
    axes,
    good: parzenEstimator(own, positionsAlong(history, good, axes), weights, bandwidth),
    bad: parzenEstimator(own, positionsAlong(history, bad, axes), trialWeights(bad.length), bandwidth),
  };
}
