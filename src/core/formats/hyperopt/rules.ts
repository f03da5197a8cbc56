import * as l10n from '@vscode/l10n';
import type { Rule } from '../../finding';

export const labelMismatch: Rule = {
  code: 'hyperopt-label',
  severity: 'information',
  get title() {
    return l10n.t('Label that differs from its key');
  },
};

export const badProbabilities: Rule = {
  code: 'hyperopt-probabilities',
  severity: 'error',
  get title() {
    return l10n.t('Probabilities that do not add up');
  },
};

export const hyperoptRules: readonly Rule[] = [labelMismatch, badProbabilities];
