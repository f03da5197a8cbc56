import * as l10n from '@vscode/l10n';
import type { Rule } from '../../finding';

export const integersByAccident: Rule = {
  code: 'ax-zero-or-one',
  severity: 'warning',
  get title() {
    return l10n.t('Whole numbers 0 and 1 as bounds');
  },
};

export const mixedBounds: Rule = {
  code: 'ax-mixed-bounds',
  severity: 'error',
  get title() {
    return l10n.t('Bounds of two types');
  },
};

export const axRules: readonly Rule[] = [integersByAccident, mixedBounds];
