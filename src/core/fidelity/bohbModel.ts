import { isSuccessful, type Trial } from '../search/method';
import { parzenSpace } from '../search/parzenHistory';
import type { Configuration, SearchSpace } from '../space/searchSpace';
import type { ParzenAxis } from '../surrogate/parzenAxis';
import type { Placement } from '../surrogate/parzenEstimator';
import { bohbDensity, type BohbDensity } from './bohbDensity';

/** HpBandSter's defaults where absent. */
export interface BohbSettings {
  /** Results that a budget needs, and the fewest that either density is of; at least one more than the parameters. */
  readonly minPointsInModel?: number | undefined;
  /** 15: how many in a hundred results count as good. */
  readonly goodPercentage?: number | undefined;
  /** 1e-3 of the range. */
  readonly minBandwidth?: number | undefined;
}

/** What BOHB has learnt from the results at one budget. */
export interface BohbModel {
  readonly resource: number;
  readonly good: BohbDensity;
  readonly bad: BohbDensity;
  /** The ids of the good ones, best first, in the order of the good density's rows. */
  readonly goodTrials: readonly number[];
}

/**
 * How many of n results at a budget are good and how many of the others, best first, are bad; undefined while either
 * side has no more than there are parameters (HpBandSter, `new_result` in optimizers/config_generators/bohb.py).
 */
export function bohbSplit(
  n: number,
  parameters: number,
  { minPointsInModel = 0, goodPercentage = 15 }: BohbSettings = {},
): { readonly good: number; readonly bad: number } | undefined {
  const least = Math.max(minPointsInModel, parameters + 1);
  if (n < least) return undefined;
  const good = Math.max(least, Math.floor((goodPercentage * n) / 100));
  const bad = Math.min(n - good, Math.max(least, Math.floor(((100 - goodPercentage) * n) / 100)));
  return bad > parameters ? { good, bad } : undefined;
}

/**
 * The model at the largest budget that has one (Falkner, Klein and Hutter, "BOHB: Robust and efficient hyperparameter
 * optimization at scale", ICML 2018, section 3.2). Failed trials are the worst; pending ones are not looked at.
 *
 * @param trials with the resource each was trained for.
 */
export function bohbModel(
  space: SearchSpace,
  trials: readonly Trial[],
  settings: BohbSettings = {},
): BohbModel | undefined {
  const { axes } = parzenSpace(space);
  const results = new Map<number, Trial[]>();
  for (const trial of trials) {
    if (trial.loss === undefined) continue;
    const { resource = 0 } = trial;
    const others = results.get(resource);
    if (others) others.push(trial);
    else results.set(resource, [trial]);
  }
  for (const resource of [...results.keys()].sort((a, b) => b - a)) {
    const known = results.get(resource) ?? [];
    const split = bohbSplit(known.length, axes.length, settings);
    if (!split) continue;
    const lossOf = (trial: Trial): number => (isSuccessful(trial) ? trial.loss : Number.MAX_VALUE);
    const ranked = known.sort((a, b) => lossOf(a) - lossOf(b) || a.id - b.id);
    const good = ranked.slice(0, split.good);
    const density = (some: readonly Trial[]): BohbDensity =>
      bohbDensity(
        axes,
        some.map(({ configuration }) => placementOf(configuration, axes)),
        settings.minBandwidth ?? 1e-3,
      );
    return {
      resource,
      good: density(good),
      bad: density(ranked.slice(split.good, split.good + split.bad)),
      goodTrials: good.map(({ id }) => id),
    };
  }
  return undefined;
}

/** By configuration, which is a different object in every search. */
const placements = new WeakMap<Configuration, Placement>();

function placementOf(configuration: Configuration, axes: readonly ParzenAxis[]): Placement {
  const known = placements.get(configuration);
  if (known?.length === axes.length) return known;
  const placement = Float64Array.from(axes, ({ parameter, position }) => {
    const value = configuration.get(parameter.name);
    return value === undefined ? NaN : position(value);
  });
  placements.set(configuration, placement);
  return placement;
}
