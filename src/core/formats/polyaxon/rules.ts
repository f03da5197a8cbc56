import * as l10n from '@vscode/l10n';
import type { Rule } from '../../finding';

export const base60: Rule = {
  code: 'polyaxon-colons',
  severity: 'error',
  get title() {
    return l10n.t('Range that YAML reads as a number to base 60');
  },
};

export const probabilities: Rule = {
  code: 'polyaxon-probabilities',
  severity: 'warning',
  get title() {
    return l10n.t('Probabilities that do not add up to 1');
  },
};

export const listedRuns: Rule = {
  code: 'polyaxon-mapping',
  severity: 'information',
  get title() {
    return l10n.t('Runs that are listed one by one');
  },
};

export const dates: Rule = {
  code: 'polyaxon-dates',
  severity: 'information',
  get title() {
    return l10n.t('Dates, which are not drawn here');
  },
};

export const polyaxonRules: readonly Rule[] = [base60, probabilities, listedRuns, dates];
