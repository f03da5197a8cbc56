import * as l10n from '@vscode/l10n';
import { finding } from '../finding';
import { formatNumber } from '../text/formatNumber';
import { isNoGrid } from './applicability';
import type { Check } from './check';
import { combinations } from './combinations';

/** A grid this large is a budget by itself. */
const large = 10_000;

/** A grid that is larger than what will be run of it. */
export const gridSize: Check = {
  code: 'grid-size',
  severity: 'warning',
  get title() {
    return l10n.t('Grid larger than its budget');
  },
  notApplicable: isNoGrid,
  run: space => {
    const { method, budget } = space;
    if (method?.family !== 'grid') return [];
    const points = combinations(space);
    if (points === undefined || !Number.isFinite(points)) return [];
    const trials = budget.trials?.value;
    if (trials !== undefined && points > trials) {
      const message = l10n.t(
        'The grid has {0} points and {1} trials cover {2} % of it; use fewer levels, or random search, which spreads the same trials over every parameter.',
        formatNumber(points),
        formatNumber(trials),
        formatNumber((100 * trials) / points),
      );
      // Cutting a grid short on purpose is common; a huge one seldom is on purpose.
      return [finding(gridSize, method.range, message, points > large ? {} : { severity: 'information' })];
    }
    if (points <= large) return [];
    const message = l10n.t(
      'The grid has {0} points and no limit on trials, so every one is run; use fewer levels, or random search with a budget.',
      formatNumber(points),
    );
    return [finding(gridSize, method.range, message)];
  },
};
