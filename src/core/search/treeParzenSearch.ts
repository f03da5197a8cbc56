import * as l10n from '@vscode/l10n';
import type { RandomStream } from '../numeric/random';
import type { Work } from '../numeric/work';
import { inOrderOf } from '../sampling/configurations';
import { isActive, isForbidden } from '../space/conditions';
import type { Configuration, SearchSpace } from '../space/searchSpace';
import type { Placement } from '../surrogate/parzenEstimator';
import type { Value } from '../text/scalars';
import { goodCount, splitTrials, type TrialSplit } from './goodTrials';
import { isSuccessful, type SearchMethod, type Trial } from './method';
import { parzenDensities, type DensityOptions, type ParzenDensities } from './parzenDensities';
import { parzenSpace } from './parzenHistory';
import { quasiRandomSearch } from './quasiRandomSearch';
import { drawUntried, triedAmong } from './untried';

export interface TreeParzenOptions extends DensityOptions {
  /** One density over all parameters rather than one for each. On by default, as in Optuna 5.0. */
  readonly multivariate?: boolean | undefined;
  /** Trials of the initial design that must be finished before the densities take over. */
  readonly startup?: number | undefined;
  /** Draws from the density of good trials, of which the one of highest ratio wins. */
  readonly candidates?: number | undefined;
}

/** Everything as in Optuna 5.0: weights by recency, and kernels that stay wider. */
export const optunaRules: TreeParzenOptions = { weighting: 'recency', bandwidth: {} };

/** How many draws a candidate may take until one is neither forbidden nor tried. */
const drawsPerCandidate = 10;

/** How often parameters are chosen one by one until the whole is neither forbidden nor tried. */
const attempts = 20;

/**
 * Tree-structured Parzen estimators (Bergstra et al., NIPS 2011) as Optuna 5.0 has them: one density over all
 * parameters of the best tenth of the trials and one of the rest, bandwidths from the gaps between neighbours with a
 * clip, 24 draws from the first density of which the one with the highest ratio is tried. Pending and failed trials
 * are among the rest.
 *
 * It differs in what searches better: ten scrambled Sobol points to begin with; good trials count by how good they are;
 * the clip lets kernels become narrower (both: `optunaRules`); the densities are over the whole tree of conditions
 * (see `ParzenEstimator`); and nothing that a finite space has seen is tried again.
 */
export function treeParzenSearch(options: TreeParzenOptions = {}): SearchMethod {
  const { startup = 10 } = options;
  return {
    id: 'tpe',
    label: () => l10n.t('Tree-structured Parzen estimator'),
    *suggest(space, trials, random) {
      const finished = trials.filter(({ loss }) => loss !== undefined);
      if (finished.length < startup || !finished.some(isSuccessful)) {
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
  options: TreeParzenOptions,
): Work<Configuration | undefined> {
  const { multivariate = true, candidates = 24 } = options;
  const { steps } = parzenSpace(space);
  const blocks: ParzenDensities[] = [];
  for (const together of multivariate ? [steps] : steps.map(step => [step])) {
    blocks.push(parzenDensities(space, trials, split, together, options));
    yield;
  }
  const isTried = triedAmong(space, trials);
  const inOrder = (values: Configuration) => inOrderOf(space.parameters, values);
  const isAllowed = (values: Configuration) => !isForbidden(space, values) && !isTried(inOrder(values));
  for (let attempt = 0; attempt < (multivariate ? 1 : attempts); attempt++) {
    let chosen: Configuration | undefined = new Map();
    for (const [i, block] of blocks.entries()) {
      const accept = i === blocks.length - 1 ? isAllowed : () => true;
      chosen = chosen && (yield* bestDraw(space, block, chosen, candidates, accept, random));
    }
    if (chosen) return inOrder(chosen);
  }
  const draw = (): Configuration => {
    let values: Configuration = new Map();
    for (const block of blocks) values = drawFrom(space, block, values, random).values;
    return inOrder(values);
  };
  return yield* drawUntried(space, trials, draw, random);
}

/** The draw from the good density, added to the values so far, at which it most exceeds the other. */
function* bestDraw(
  space: SearchSpace,
  block: ParzenDensities,
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
  { steps, axes, good }: ParzenDensities,
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
