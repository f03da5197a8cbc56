import * as l10n from '@vscode/l10n';
import type { Work } from '../../numeric/work';
import { distinctValues } from '../../sampling/coverage';
import { levelCount } from '../../space/distribution';
import type { DrawableParameter } from '../../space/searchSpace';
import { formatNumber } from '../../text/formatNumber';
import { alwaysActive } from './importance';
import { lengthOf, randomNeeds, standing, type History } from './history';
import { referenceDraws, type Task } from './task';

/** With fewer values a grid may well try all. */
const leastLevels = 10;

/** Which search is furthest, what random search would need for as much, and what a grid does not look at. */
export function* searchAnswer(
  histories: readonly History[],
  random: History,
  tasks: readonly Task[],
  ranked: readonly DrawableParameter[],
  trials: number,
): Work<string> {
  const length = lengthOf(random.runs);
  if (length < trials) {
    return l10n.t(
      'The space has {0} configurations, fewer than {1} trials: a grid tries each of them once, and no search can do better than that.',
      String(length),
      String(trials),
    );
  }
  return [yield* verdict(histories, random, tasks), ...gridWords(histories, random, ranked)].join(' ');
}

function* verdict(histories: readonly History[], random: History, tasks: readonly Task[]): Work<string> {
  const rivals = histories
    .filter(history => history !== random)
    .map(history => ({ history, ...standing(history, random) }))
    .filter(({ median, random: rival }) => median < rival)
    .sort((a, b) => a.median / a.random - b.median / b.random);
  const [best] = rivals;
  if (best === undefined) {
    const { median, trials } = standing(random, random);
    return l10n.t(
      'After {0} trials random search is {1} above the lowest possible loss in the median of {2} seeds, and no other search does better.',
      String(trials),
      short(median),
      String(random.runs.length),
    );
  }
  const { history, trials, median, random: rival, arrival } = best;
  const runs = history.runs.length;
  const needs = yield* randomNeeds(tasks, runs, median);
  const words = [
    l10n.t(
      'After {0} trials {1} is {2} above the lowest possible loss in the median of {3} seeds, random search {4}.',
      String(trials),
      nameInSentence(history),
      short(median),
      String(runs),
      short(rival),
    ),
  ];
  if (needs === undefined) {
    words.push(
      l10n.t(
        'It is where random search ends after {0}, and random search would need more than {1} to catch up.',
        String(arrival ?? trials),
        String(referenceDraws),
      ),
    );
  } else if (needs > trials) {
    words.push(
      l10n.t(
        'It is where random search ends after {0}, and random search would need {1} to catch up.',
        String(arrival ?? trials),
        String(needs),
      ),
    );
  }
  return words.join(' ');
}

/** "A grid of 48 tries 2 values of weight_decay and ends 2.3 times as far above as random search." */
function gridWords(
  histories: readonly History[],
  random: History,
  ranked: readonly DrawableParameter[],
): string[] {
  const grid = histories.find(({ entry }) => entry.method.id === 'grid');
  const tried = grid?.runs[0]?.trials.map(({ configuration }) => configuration);
  const parameter = alwaysActive(ranked.filter(({ domain }) => levelCount(domain) > leastLevels));
  if (grid === undefined || tried === undefined || parameter === undefined) return [];
  const { median, random: rival, trials } = standing(grid, random);
  if (!(rival > 0)) return [];
  const values = distinctValues(parameter.name, tried);
  const times = short(median / rival);
  return [
    values === 1
      ? l10n.t(
          'A grid of {0} tries one value of {1} and ends {2} times as far above as random search.',
          String(trials),
          parameter.name,
          times,
        )
      : l10n.t(
          'A grid of {0} tries {1} values of {2} and ends {3} times as far above as random search.',
          String(trials),
          String(values),
          parameter.name,
          times,
        ),
  ];
}

function nameInSentence({ entry: { method } }: History): string {
  switch (method.id) {
    case 'grid':
      return l10n.t('a grid');
    case 'qmc':
      return l10n.t('a Sobol sequence');
    case 'tpe':
      return l10n.t('TPE');
    default:
      return l10n.t('the Gaussian process');
  }
}

function short(value: number): string {
  return formatNumber(Number(value.toPrecision(2)));
}
