import * as l10n from '@vscode/l10n';
import type { Rule } from '../../finding';

export const banditSlack: Rule = {
  code: 'azure-bandit',
  severity: 'warning',
  get title() {
    return l10n.t('Bandit policy without slack');
  },
};

export const reference: Rule = {
  code: 'azure-reference',
  severity: 'error',
  get title() {
    return l10n.t('Reference to a parameter that is not there');
  },
};

export const unusedParameter: Rule = {
  code: 'azure-unused',
  severity: 'warning',
  get title() {
    return l10n.t('Parameter the command leaves out');
  },
};

export const fewBayesianTrials: Rule = {
  code: 'azure-bayesian-trials',
  severity: 'information',
  get title() {
    return l10n.t('Few trials for Bayesian sampling');
  },
};

export const azureRules: readonly Rule[] = [banditSlack, reference, unusedParameter, fewBayesianTrials];
