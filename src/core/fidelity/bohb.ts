import * as l10n from '@vscode/l10n';
import type { RandomStream } from '../numeric/random';
import { randomStream } from '../numeric/random';
import type { Work } from '../numeric/work';
import { configurationMapping, inOrderOf, varyingParameters } from '../sampling/configurations';
import type { SearchMethod } from '../search/method';
import { parzenSpace } from '../search/parzenHistory';
import { isActive, isForbidden } from '../space/conditions';
import type { Configuration, SearchSpace } from '../space/searchSpace';
import type { Placement } from '../surrogate/parzenEstimator';
import type { Value } from '../text/scalars';
import { bohbModel, type BohbModel, type BohbSettings } from './bohbModel';
import type { Scheduler } from './scheduler';
import { successiveHalving, type SuccessiveHalvingOptions } from './successiveHalving';

/** HpBandSter's defaults where absent. */
export interface BohbOptions extends BohbSettings {
  /** 1/3: how often a configuration is drawn at random although there is a model. */
  readonly randomFraction?: number | undefined;
  /** 64: draws near good trials, of which the one with the highest ratio of good to bad density is taken. */
  readonly candidates?: number | undefined;
  /** 3: how much wider than the good density's kernels those are that candidates are drawn from. */
  readonly bandwidthFactor?: number | undefined;
}

/** Where a configuration came from. */
export type BohbOrigin =
  | { readonly kind: 'noModel' }
  | { readonly kind: 'random' }
  | {
      readonly kind: 'model';
      /** The budget whose results the model knows. */
      readonly resource: number;
      /** The id of the good result it was drawn near. */
      readonly near: number;
      /** How much denser the good are here than the bad. */
      readonly ratio: number;
    };

/** Random draws that may be forbidden in a row before a space counts as forbidden altogether. */
const patience = 10_000;
const batch = 50;

/** Below this a density says no more than that there is nothing near. */
const nothing = 1e-32;

/**
 * The configurations of BOHB as a search method, given results at several budgets (Falkner, Klein and Hutter, ICML
 * 2018, algorithm 2; HpBandSter, `get_config`). It may repeat a configuration, as HpBandSter does.
 */
export function bohbSearch(options: BohbOptions = {}): SearchMethod<BohbOrigin> {
  const { randomFraction = 1 / 3 } = options;
  return {
    id: 'bohb',
    label: () => l10n.t('BOHB'),
    *suggest(space, trials, random) {
      const isRandom = random.uniform() < randomFraction;
      const model = isRandom ? undefined : bohbModel(space, trials, options);
      const found = model && (yield* fromModel(space, model, random, options));
      if (found) return found;
      const configuration = yield* drawn(space, random);
      return configuration && { configuration, reason: { kind: isRandom ? 'random' : 'noModel' } };
    },
  };
}

/** The most promising of the candidates; undefined when all of them are forbidden. */
function* fromModel(
  space: SearchSpace,
  model: BohbModel,
  random: RandomStream,
  { candidates = 64, bandwidthFactor = 3 }: BohbOptions,
): Work<{ configuration: Configuration; reason: BohbOrigin } | undefined> {
  const { good, bad, goodTrials, resource } = model;
  let best: { configuration: Configuration; near: number } | undefined;
  let highest = -Infinity;
  for (let k = 0; k < candidates; k++) {
    const row = random.integer(good.rows.length);
    const { values, placement } = near(space, model, row, bandwidthFactor, random);
    if (isForbidden(space, values)) continue;
    const ratio = Math.max(nothing, good.at(placement)) / Math.max(nothing, bad.at(placement));
    if (ratio > highest) {
      best = { configuration: values, near: goodTrials[row] as number };
      highest = ratio;
    }
    if (k % 8 === 7) yield;
  }
  if (!best) return undefined;
  return {
    configuration: inOrderOf(space.parameters, best.configuration),
    reason: { kind: 'model', resource, near: best.near, ratio: highest },
  };
}

/** A draw near a good trial, down the branches that its values open. */
function near(
  space: SearchSpace,
  { good }: BohbModel,
  row: number,
  widened: number,
  random: RandomStream,
): { values: Configuration; placement: Placement } {
  const { axes, steps } = parzenSpace(space);
  const values = new Map<string, Value>();
  const placement = new Float64Array(axes.length).fill(NaN);
  for (const { parameter, axis: d = -1 } of steps) {
    const { name, domain, condition } = parameter;
    if (condition && !isActive(condition, values)) continue;
    const axis = axes[d];
    if (!axis) {
      values.set(name, domain.kind === 'constant' ? domain.value : null);
      continue;
    }
    const value = axis.valueAt(good.drawNear(good.rows[row] as Placement, d, widened, random));
    values.set(name, value);
    placement[d] = axis.position(value);
  }
  return { values, placement };
}

function* drawn(space: SearchSpace, random: RandomStream): Work<Configuration | undefined> {
  const toConfiguration = configurationMapping(space);
  const dimension = varyingParameters(space).length;
  for (let tried = 1; tried <= patience; tried++) {
    const configuration = toConfiguration(Float64Array.from({ length: dimension }, random.uniform));
    if (!isForbidden(space, configuration)) return configuration;
    if (tried % batch === 0) yield;
  }
  return undefined;
}

export interface BohbScheduler extends Scheduler {
  /** By trial. */
  readonly origins: readonly BohbOrigin[];
}

/** BOHB: the brackets of Hyperband, filled by the models of earlier results. */
export function bohb({
  space,
  seed,
  bracket,
  whileWaiting,
  ...options
}: Omit<SuccessiveHalvingOptions, 'source'> &
  BohbOptions & { readonly space: SearchSpace; readonly seed: number | string }): BohbScheduler {
  const method = bohbSearch(options);
  const random = randomStream(seed);
  const origins: BohbOrigin[] = [];
  const halving = successiveHalving({
    bracket,
    whileWaiting,
    *source(trial, jobs) {
      const suggestion = yield* method.suggest(space, jobs, random.substream(`${method.id} ${trial}`));
      origins.push(suggestion?.reason ?? { kind: 'noModel' });
      return suggestion?.configuration;
    },
  });
  return { ...halving, origins };
}
