import * as l10n from '@vscode/l10n';
import { varyingParameters } from '../sampling/configurations';
import { quasiRandomSearch } from '../search/quasiRandomSearch';
import type { SearchSpace } from '../space/searchSpace';
import type { Losses } from './dominance';
import { hypervolumeExpectation } from './expectedHypervolumeImprovement';
import { modelledLosses } from './modelledLosses';
import { isFinished, isUsable, type MultiObjectiveMethod } from './multiObjectiveMethod';
import { nonDominatedRanks, paretoFront } from './nonDominatedSort';
import { usualReference } from './referencePoint';
import { proposeBySurrogates } from './surrogateProposal';

/** Quasi-random trials before the first surrogate: two for each parameter and two more, at most 16. */
export function startTrials(space: SearchSpace): number {
  return Math.min(16, 2 * (varyingParameters(space).length + 1));
}

/**
 * Bayesian optimisation by the expected improvement of the hypervolume (Emmerich, Giannakoglou & Naujoks 2006) in its
 * logarithm (Ament et al. 2023), one Gaussian process per objective. Exact in any number of objectives, quick in two
 * and three.
 * @param reference the worst losses worth having; `usualReference` of the first trials where absent.
 */
export function hypervolumeSearch(reference?: Losses): MultiObjectiveMethod {
  return {
    id: 'ehvi',
    label: () => l10n.t('Expected hypervolume improvement'),
    *suggest(space, trials, random) {
      const finished = trials.filter(isFinished);
      if (trials.length < startTrials(space) || !finished.some(isUsable)) {
        return yield* quasiRandomSearch.suggest(space, trials, random);
      }
      const usable = finished.filter(isUsable).map(({ losses }) => losses);
      const parents = paretoFront(finished).flatMap(i => finished[i] ?? []);
      const bound = reference ?? usualReference(usable.slice(0, startTrials(space)));
      const targets = modelledLosses(finished).map((losses, j) => softened(losses, bound[j] as number));
      const scoring = (believed: readonly (readonly number[])[]) => {
        const points = finished.map((_, i) => believed.map(means => means[i] as number));
        const ranks = nonDominatedRanks(points);
        return hypervolumeExpectation(
          points.filter((_, i) => ranks[i] === 0),
          bound,
        ).logarithm;
      };
      return yield* proposeBySurrogates(space, trials, { finished, targets, scoring, parents }, random);
    },
  };
}

/** Losses beyond the bound add nothing to the hypervolume: their logarithm is enough to know the way back by. */
function softened(losses: readonly number[], bound: number): number[] {
  const unit = bound - Math.min(...losses);
  if (!(unit > 0)) return [...losses];
  return losses.map(loss => (loss <= bound ? loss : bound + unit * Math.log1p((loss - bound) / unit)));
}
