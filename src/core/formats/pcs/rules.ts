import * as l10n from '@vscode/l10n';
import type { Rule } from '../../finding';

export const pcsSyntax: Rule = {
  code: 'pcs-syntax',
  severity: 'error',
  get title() {
    return l10n.t('Line that is not PCS');
  },
};

export const ignoredText: Rule = {
  code: 'pcs-ignored',
  severity: 'warning',
  get title() {
    return l10n.t('Text that is skipped without a word');
  },
};

export const numericValue: Rule = {
  code: 'pcs-numeric-value',
  severity: 'warning',
  get title() {
    return l10n.t('Condition on a number in the old syntax');
  },
};

export const pcsRules: readonly Rule[] = [pcsSyntax, ignoredText, numericValue];
