import * as l10n from '@vscode/l10n';
import { logExpectedImprovement } from '../acquisition/expectedImprovement';
import { quasiRandomSearch } from '../search/quasiRandomSearch';
import { augmentedChebyshev, randomWeights } from './chebyshev';
import { startTrials } from './hypervolumeSearch';
import { normalised } from './kneePoint';
import { modelledLosses } from './modelledLosses';
import { isFinished, isUsable, type MultiObjectiveMethod } from './multiObjectiveMethod';
import { paretoFront } from './nonDominatedSort';
import { proposeBySurrogates } from './surrogateProposal';

/**
 * ParEGO (Knowles 2006): each time the objectives are weighed anew at random, scalarised by the augmented Chebyshev
 * norm on their ranges so far, and the expected improvement of that one loss is maximised. For any number of
 * objectives at the cost of one surrogate.
 */
export const parEgo: MultiObjectiveMethod = {
  id: 'parego',
  label: () => l10n.t('ParEGO (random weights)'),
  *suggest(space, trials, random) {
    const finished = trials.filter(isFinished);
    if (trials.length < startTrials(space) || !finished.some(isUsable)) {
      return yield* quasiRandomSearch.suggest(space, trials, random);
    }
    const columns = modelledLosses(finished);
    const scaled = normalised(finished.map((_, i) => columns.map(column => column[i] as number)));
    const weights = randomWeights(columns.length, random.substream('weights'));
    const targets = scaled.map(losses => augmentedChebyshev(losses, weights));
    return yield* proposeBySurrogates(
      space,
      trials,
      {
        finished,
        targets: [targets],
        scoring([believed = []]) {
          const best = Math.min(...believed);
          return ([prediction]) => (prediction ? logExpectedImprovement(prediction, best) : -Infinity);
        },
        parents: paretoFront(finished).flatMap(i => finished[i] ?? []),
      },
      random,
    );
  },
};
