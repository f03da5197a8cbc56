import * as l10n from '@vscode/l10n';
import type { Rule } from '../../finding';

export const retiredSearcher: Rule = {
  code: 'determined-searcher',
  severity: 'warning',
  get title() {
    return l10n.t('Searcher that Determined has retired');
  },
};

export const determinedRules: readonly Rule[] = [retiredSearcher];
