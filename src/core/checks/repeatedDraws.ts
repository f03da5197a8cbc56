import * as l10n from '@vscode/l10n';
import { finding } from '../finding';
import { formatNumber } from '../text/formatNumber';
import type { Check } from './check';
import { combinations } from './combinations';

/** Random search over few combinations spends trials on what it has already tried. NNI's tuner drops repeats. */
export const repeatedDraws: Check = {
  code: 'repeated-draws',
  severity: 'information',
  get title() {
    return l10n.t('Random trials that repeat');
  },
  run: space => {
    const { method, budget, format } = space;
    const trials = budget.trials?.value;
    if (method?.family !== 'random' || trials === undefined || !(trials > 1)) return [];
    if (format !== 'wandb-sweep' && format !== 'katib-experiment') return [];
    const points = combinations(space);
    if (points === undefined || !Number.isFinite(points) || points <= 1) return [];
    const distinct = expectedDistinct(points, trials);
    if (1 - distinct / trials <= 0.1) return [];
    const message = l10n.t(
      '{0} random trials over {1} combinations try about {2} different ones and repeat the rest; use grid search or fewer trials.',
      formatNumber(trials),
      formatNumber(points),
      formatNumber(Math.round(distinct)),
    );
    return [finding(repeatedDraws, method.range, message)];
  },
};

/** N (1 − (1 − 1/N)ⁿ): the expected number of different values among n uniform draws from N. */
export function expectedDistinct(points: number, draws: number): number {
  return -points * Math.expm1(draws * Math.log1p(-1 / points));
}
