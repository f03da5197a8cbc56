import * as l10n from '@vscode/l10n';
import type { RandomStream } from '../numeric/random';
import { quasiRandomSearch } from '../search/quasiRandomSearch';
import { drawUntried } from '../search/untried';
import { crowdingDistances } from './crowdingDistance';
import { isFinished, type FinishedTrial, type MultiObjectiveMethod } from './multiObjectiveMethod';
import { constrainedRanks } from './nonDominatedSort';
import { variation } from './variation';

/** The usual 50 to 100 spend a tuning budget on the first generation. */
const usualPopulation = 16;

/**
 * NSGA-II (Deb, Pratap, Agarwal & Meyarivan 2002) in its steady state (Durillo, Nebro, Luna & Alba 2009): the
 * population is the best of all trials so far by front, and within a front by crowding; each suggestion is a child of
 * two winners of binary tournaments. Infeasible trials follow by how much they violate their constraints.
 * @param population at least 2; also the number of quasi-random trials it starts from.
 */
export function nsga2(population = usualPopulation): MultiObjectiveMethod {
  return {
    id: 'nsga2',
    label: () => l10n.t('NSGA-II'),
    *suggest(space, trials, random) {
      const finished = trials.filter(isFinished);
      if (trials.length < population || finished.length < 2) {
        return yield* quasiRandomSearch.suggest(space, trials, random);
      }
      yield;
      const parents = survivors(finished, population);
      const vary = variation(space);
      const draw = () => vary(tournament(parents, random), tournament(parents, random), random);
      const configuration = yield* drawUntried(space, trials, draw, random);
      return configuration && { configuration };
    },
  };
}

/** The best `count` by front and crowding, best first. */
function survivors(trials: readonly FinishedTrial[], count: number): FinishedTrial[] {
  const ranks = constrainedRanks(trials);
  const chosen: FinishedTrial[] = [];
  for (let rank = 0; chosen.length < Math.min(count, trials.length); rank++) {
    const front = trials.filter((_, i) => ranks[i] === rank);
    const distances = crowdingDistances(front.map(({ losses }) => losses));
    const order = front
      .map((_, i) => i)
      .sort((a, b) =>
        distances[a] === distances[b] ? a - b : (distances[b] as number) - (distances[a] as number),
      );
    chosen.push(...order.map(i => front[i] as FinishedTrial));
  }
  return chosen.slice(0, count);
}

/** The better of two, which stand best first. */
function tournament(parents: readonly FinishedTrial[], random: RandomStream): FinishedTrial['configuration'] {
  const winner = Math.min(random.integer(parents.length), random.integer(parents.length));
  return (parents[winner] as FinishedTrial).configuration;
}
