import * as l10n from '@vscode/l10n';
import type { TableBlock } from '../../report/report';
import { standing, type History } from './history';
import { methodName } from './setup';

export function comparisonTable(histories: readonly History[], random: History): TableBlock {
  return {
    kind: 'table',
    title: l10n.t('The searches compared'),
    columns: [
      { key: 'search', title: l10n.t('Search'), kind: 'text' },
      { key: 'seeds', title: l10n.t('Seeds'), kind: 'number' },
      { key: 'trials', title: l10n.t('Trials'), kind: 'number' },
      { key: 'median', title: l10n.t('Loss above the lowest: median'), kind: 'number' },
      { key: 'low', title: l10n.t('Best quarter'), kind: 'number' },
      { key: 'high', title: l10n.t('Worst quarter'), kind: 'number' },
      { key: 'random', title: l10n.t('Random on the same seeds'), kind: 'number' },
      { key: 'arrival', title: l10n.t('Trials to what random search reaches'), kind: 'number' },
      { key: 'good', title: l10n.t('Trials in the best tenth (%)'), kind: 'number' },
      { key: 'repeated', title: l10n.t('Duplicates'), kind: 'number' },
    ],
    rows: histories.map(history => {
      const { runs, entry } = history;
      const { arrival, ...numbers } = standing(history, random);
      return {
        search: methodName(entry.method.id),
        seeds: runs.length,
        ...numbers,
        arrival: arrival ?? null,
        good: (100 * runs.reduce((sum, { good }) => sum + good, 0)) / Math.max(1, runs.length),
        repeated: runs.reduce((sum, { repeated }) => sum + repeated, 0),
      };
    }),
  };
}
