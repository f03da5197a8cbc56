import * as l10n from '@vscode/l10n';
import type { AcquisitionId } from '../acquisition/acquisitionFunction';
import type { RandomStream } from '../numeric/random';
import type { Work } from '../numeric/work';
import { configurationMapping, varyingParameters } from '../sampling/configurations';
import type { Configuration, SearchSpace } from '../space/searchSpace';
import type { GaussianProcess } from '../surrogate/gaussianProcess';
import { chooseAnywhere } from './chooseAnywhere';
import type { Choice } from './chooseNext';
import { lastMemo, memoOf } from './gaussianProcessMemo';
import type { SearchMethod } from './method';
import { quasiRandomSearch } from './quasiRandomSearch';
import {
  fitObservations,
  observationsOf,
  type ModelOptions,
  type Observations,
  type SurrogateModel,
} from './surrogateModel';
import { surrogateSpace, type SurrogateSpace } from './surrogateSpace';
import { drawUntried } from './untried';

/** Why a point was suggested; absent for a point of the initial design. */
export interface SurrogateReason {
  /** Of the losses, or of their power transformation. */
  readonly model: GaussianProcess;
  readonly choice: Choice;
}

/** What a choice is made from. */
export interface ChoiceTask extends SurrogateModel {
  readonly acquisition: AcquisitionId;
  readonly options: ModelOptions;
  readonly space: SurrogateSpace;
  readonly observations: Observations;
  /** How many choices in a row looked away from the best so far. */
  readonly away: number;
}

export interface GaussianProcessOptions extends ModelOptions {
  readonly acquisition: AcquisitionId;
  /** Points of a scrambled Sobol sequence before the first fit; as many as the space asks for where absent. */
  readonly startTrials?: number;
  /** Whether a configuration may be tried again, which noisy losses are worth; not where absent. */
  readonly repeats?: boolean;
  /** Finds where to look next; anywhere in the space where absent. */
  readonly choose?: (task: ChoiceTask, random: RandomStream) => Work<Choice | undefined>;
}

/**
 * Bayesian optimisation with a Gaussian process (Jones, Schonlau & Welch 1998) over any space: see `surrogateSpace` for
 * what it makes of categorical and conditional parameters, `fitGaussianProcess` for the priors, `observationsOf` for
 * failed trials and `withPending` for pending ones. The hyperparameters of a fit stand in the memo of the trial it led
 * to and are where the next one starts.
 */
export function gaussianProcessMethod({
  acquisition,
  startTrials,
  repeats = false,
  choose = chooseAnywhere,
  ...options
}: GaussianProcessOptions): SearchMethod<SurrogateReason> {
  return {
    id: 'gp',
    label: () => l10n.t('Bayesian optimisation (Gaussian process)'),
    *suggest(space, trials, random) {
      const cube = surrogateSpace(space);
      const starting = trials.length < (startTrials ?? usualStartTrials(cube.columns.length));
      const observations = observationsOf(cube, trials);
      // While everything failed there is nothing to learn from.
      if (starting || observations === undefined || cube.columns.length === 0) {
        const { configuration, memo } = (yield* quasiRandomSearch.suggest(space, trials, random)) ?? {};
        if (configuration) return { configuration, memo };
        if (!repeats || observations === undefined) return undefined;
      }
      const last = lastMemo(trials);
      const models = yield* fitObservations(observations, options, cube, last, random.substream('fit'));
      const choice = yield* choose(
        { ...models, acquisition, options, space: cube, observations, away: last?.away ?? 0 },
        random.substream('choice'),
      );
      const best = (choice?.peaks ?? []).map(({ point }) => cube.decode(Float64Array.from(point)));
      const configuration = repeats
        ? best[0]
        : yield* drawUntried(space, trials, firstOf(best, space, random), random);
      return (
        configuration && {
          configuration,
          memo: memoOf(models.fitted.hyperparameters, choice?.away ?? 0),
          reason: choice && { model: models.model, choice },
        }
      );
    },
  };
}

/** Bayesian optimisation as it is meant to be used. */
export const gaussianProcessSearch = gaussianProcessMethod({
  acquisition: 'expected-improvement',
  kernel: 'matern52',
  noise: 'fitted',
  randomStarts: 0,
  losses: 'power',
  liar: 'believer',
});

/** The given configurations one by one, and random ones after them. */
function firstOf(
  best: readonly Configuration[],
  space: SearchSpace,
  random: RandomStream,
): () => Configuration {
  const toConfiguration = configurationMapping(space);
  const dimension = varyingParameters(space).length;
  const rest = best.values();
  return () => rest.next().value ?? toConfiguration(Float64Array.from({ length: dimension }, random.uniform));
}

/** Enough to see a trend along every parameter, few enough to leave the rest to the surrogate. */
function usualStartTrials(dimensions: number): number {
  return Math.min(13, 2 * dimensions + 1);
}
