import * as l10n from '@vscode/l10n';
import type { Rule } from '../../finding';

export const deprecatedSuggest: Rule = {
  code: 'optuna-deprecated',
  severity: 'warning',
  get title() {
    return l10n.t('Method Optuna has deprecated');
  },
};

export const choiceType: Rule = {
  code: 'optuna-choice-type',
  severity: 'warning',
  get title() {
    return l10n.t('Choice Optuna cannot store');
  },
};

export const redefined: Rule = {
  code: 'optuna-redefined',
  severity: 'error',
  get title() {
    return l10n.t('Name suggested twice with another range');
  },
};

export const gridSampler: Rule = {
  code: 'optuna-grid',
  severity: 'error',
  get title() {
    return l10n.t('Grid that does not fit the parameters');
  },
};

export const optunaRules: readonly Rule[] = [deprecatedSuggest, choiceType, redefined, gridSampler];
