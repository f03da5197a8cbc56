import * as l10n from '@vscode/l10n';
import { finding } from '../finding';
import type { SearchSpace } from '../space/searchSpace';
import { formatNumber } from '../text/formatNumber';
import { statesNoTrials } from './applicability';
import type { Check } from './check';
import { combinations } from './combinations';

/** Random search over few combinations spends trials on what it has already tried. NNI's tuner drops repeats. */
export const repeatedDraws: Check = {
  code: 'repeated-draws',
  severity: 'information',
  get title() {
    return l10n.t('Random trials that repeat');
  },
  notApplicable: cannotSay,
  run: space => {
    const trials = space.budget.trials?.value;
    const points = combinations(space);
    if (cannotSay(space) !== undefined || space.method === undefined) return [];
    if (points === undefined || trials === undefined || !(trials > 1)) return [];
    const distinct = expectedDistinct(points, trials);
    if (1 - distinct / trials <= 0.1) return [];
    const message = l10n.t(
      '{0} random trials over {1} combinations try about {2} different ones and repeat the rest; use grid search or fewer trials.',
      formatNumber(trials),
      formatNumber(points),
      formatNumber(Math.round(distinct)),
    );
    return [finding(repeatedDraws, space.method.range, message)];
  },
};

function cannotSay(space: SearchSpace): string | undefined {
  if (space.method?.family !== 'random') return l10n.t('The method is not random search.');
  if (/^nni/.test(space.format)) return l10n.t('NNI’s random tuner drops repeats.');
  const points = combinations(space);
  return points === undefined || !Number.isFinite(points) || points <= 1
    ? l10n.t('The space has no finite number of combinations.')
    : statesNoTrials(space);
}

/** N (1 − (1 − 1/N)ⁿ): the expected number of different values among n uniform draws from N. */
export function expectedDistinct(points: number, draws: number): number {
  return -points * Math.expm1(draws * Math.log1p(-1 / points));
}
