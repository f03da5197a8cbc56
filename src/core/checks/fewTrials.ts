import * as l10n from '@vscode/l10n';
import { finding } from '../finding';
import { levelCount } from '../space/distribution';
import { drawableParameters, type SearchSpace } from '../space/searchSpace';
import { formatNumber } from '../text/formatNumber';
import { statesNoTrials } from './applicability';
import type { Check } from './check';

/** ⌈ln 0.05 / ln 0.95⌉ random trials have one in the best 5 % with a probability of 95 % (Bergstra and Bengio, JMLR 13, 2012). */
const enough = 59;

/** Random search with a budget that often misses the good region. */
export const fewTrials: Check = {
  code: 'few-trials',
  severity: 'hint',
  get title() {
    return l10n.t('Few random trials');
  },
  notApplicable: cannotSay,
  run: space => {
    const { trials } = space.budget;
    if (cannotSay(space) !== undefined || trials === undefined) return [];
    if (!(trials.value >= 1 && trials.value < enough)) return [];
    const message = l10n.t(
      'With {0} random trials the chance of one in the best 5 % of the space is {1} %; {2} make it 95 %.',
      formatNumber(trials.value),
      formatNumber(Math.round(100 * (1 - 0.95 ** trials.value))),
      formatNumber(enough),
    );
    return [finding(fewTrials, trials.range, message)];
  },
};

function cannotSay(space: SearchSpace): string | undefined {
  if (space.method?.family !== 'random') return l10n.t('The method is not random search.');
  const isFinite = drawableParameters(space).every(({ domain }) => Number.isFinite(levelCount(domain)));
  // Of few combinations the best 5 % are a fraction of one.
  if (isFinite) return l10n.t('The space has finitely many combinations.');
  return statesNoTrials(space);
}
