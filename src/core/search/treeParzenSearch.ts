import * as l10n from '@vscode/l10n';
import type { RandomStream } from '../numeric/random';
import type { Work } from '../numeric/work';
import { inOrderOf } from '../sampling/configurations';
import { isActive, isForbidden } from '../space/conditions';
import type { Configuration, SearchSpace } from '../space/searchSpace';
import type { BandwidthOptions } from '../surrogate/parzenBandwidths';
import { parzenEstimator, type ParzenEstimator, type Placement } from '../surrogate/parzenEstimator';
import type { Value } from '../text/scalars';
import { goodCount, splitTrials, trialWeights, type TrialSplit } from './goodTrials';
import type { SearchMethod, Trial } from './method';
import { historyOf, parzenHistory, parzenSpace, type ParzenHistory, type ParzenStep } from './parzenHistory';
import { quasiRandomSearch } from './quasiRandomSearch';
import { drawUntried, triedAmong } from './untried';

export interface TreeParzenOptions {
  /** One density over all parameters rather than one for each. On by default, as in Optuna 5.0. */
  readonly multivariate?: boolean | undefined;
  /** Trials of the initial design that must be finished before the densities take over. */
  readonly startup?: number | undefined;
  /** Draws from the density of good trials, of which the one of highest ratio wins. */
  readonly candidates?: number | undefined;
  readonly bandwidth?: BandwidthOptions | undefined;
}

/** Parameters that are chosen together, with the densities of the good trials and of the others. */
interface Block {
  readonly steps: readonly ParzenStep[];
  /** The axes of the space that the densities are over. */
  readonly axes: readonly number[];
  readonly good: ParzenEstimator;
  readonly bad: ParzenEstimator;
}

/** How many draws a candidate may take until one is neither forbidden nor tried. */
const drawsPerCandidate = 10;

/** How often parameters are chosen one by one until the whole is neither forbidden nor tried. */
const attempts = 20;

export function treeParzenSearch(options: TreeParzenOptions = {}): SearchMethod {
  const { startup = 10 } = options;
  return {
    id: 'tpe',
    label: () => l10n.t('Tree-structured Parzen estimator'),
    *suggest(space, trials, random) {
      const finished = trials.filter(({ loss }) => loss !== undefined);
      if (finished.length < startup || !finished.some(({ loss = NaN }) => Number.isFinite(loss))) {
        return yield* quasiRandomSearch.suggest(space, trials, random);
      }
      const split = splitTrials(trials, goodCount(finished.length));
      const configuration = yield* byDensities(space, trials, split, random, options);
      return configuration && { configuration };
    },
  };
}

function* byDensities(
  space: SearchSpace,
  trials: readonly Trial[],
  split: TrialSplit,
  random: RandomStream,
  { multivariate = true, candidates = 24, bandwidth }: TreeParzenOptions,
): Work<Configuration | undefined> {
  const { steps } = parzenSpace(space);
  const history = parzenHistory(space, trials);
  const blocks: Block[] = [];
  for (const together of multivariate ? [steps] : steps.map(step => [step])) {
    blocks.push(makeBlock(space, history, together, split, bandwidth));
    yield;
  }
  const isTried = triedAmong(trials);
  const toConfiguration = (values: Configuration) => inOrderOf(space.parameters, values);
  const isAllowed = (values: Configuration): boolean =>
    !isForbidden(space, values) && !isTried(toConfiguration(values));
  for (let attempt = 0; attempt < (multivariate ? 1 : attempts); attempt++) {
    let chosen: Configuration | undefined = new Map();
    for (const [i, block] of blocks.entries()) {
      const accept = i === blocks.length - 1 ? isAllowed : () => true;
      chosen = chosen && (yield* bestDraw(space, block, chosen, candidates, accept, random));
    }
    if (chosen) return toConfiguration(chosen);
  }
  const draw = (): Configuration =>
    toConfiguration(
      blocks.reduce<Configuration>(
        (values, block) => drawFrom(space, block, values, random).values,
        new Map(),
      ),
    );
  return yield* drawUntried(space, trials, draw, random);
}

function makeBlock(
  space: SearchSpace,
  history: ParzenHistory,
  steps: readonly ParzenStep[],
  { good, bad }: TrialSplit,
  bandwidth: BandwidthOptions | undefined,
): Block {
  const axes = steps.flatMap(({ axis }) => axis ?? []);
  const along = parzenSpace(space).axes.filter((_, d) => axes.includes(d));
  // A parameter by itself learns from the trials that have it.
  const [only, ...others] = axes;
  const has = (id: number): boolean =>
    only === undefined || others.length > 0 || !Number.isNaN(history.placements[id]?.[only]);
  const estimate = (ids: readonly number[]): ParzenEstimator => {
    const having = ids.filter(has);
    return parzenEstimator(along, historyOf(history, having, axes), trialWeights(having.length), bandwidth);
  };
  return { steps, axes, good: estimate(good), bad: estimate(bad) };
}

/** The draw from the good density, added to the values so far, at which it most exceeds the other. */
function* bestDraw(
  space: SearchSpace,
  block: Block,
  given: Configuration,
  candidates: number,
  accept: (values: Configuration) => boolean,
  random: RandomStream,
): Work<Configuration | undefined> {
  let best: Configuration | undefined;
  let highest = -Infinity;
  let accepted = 0;
  for (let drawn = 0; drawn < candidates * drawsPerCandidate && accepted < candidates; drawn++) {
    const { values, placement } = drawFrom(space, block, given, random);
    if (!accept(values)) continue;
    accepted++;
    const ratio = block.good.logDensity(placement) - block.bad.logDensity(placement);
    if (best === undefined || ratio > highest) {
      best = values;
      highest = ratio;
    }
    yield;
  }
  return best;
}

/** A draw from the good density: one component's kernels, down the branches that its values open. */
function drawFrom(
  space: SearchSpace,
  { steps, axes, good }: Block,
  given: Configuration,
  random: RandomStream,
): { values: Configuration; placement: Placement } {
  const component = good.drawComponent(random);
  const values = new Map<string, Value>(given);
  const placement = new Float64Array(axes.length).fill(NaN);
  for (const { parameter, axis } of steps) {
    const { name, domain, condition } = parameter;
    if (condition && !isActive(condition, values)) continue;
    const d = axis === undefined ? -1 : axes.indexOf(axis);
    const [along, kernel] = [parzenSpace(space).axes[axis ?? -1], good.kernels[d]];
    if (!along || !kernel) {
      values.set(name, domain.kind === 'constant' ? domain.value : null);
      continue;
    }
    const value = along.valueAt(kernel.draw(component, random));
    values.set(name, value);
    placement[d] = along.position(value);
  }
  return { values, placement };
}
