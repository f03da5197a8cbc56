import * as l10n from '@vscode/l10n';
import type { Rule } from '../../finding';

export const choiceTypes: Rule = {
  code: 'keras-tuner-choice-types',
  severity: 'error',
  get title() {
    return l10n.t('Choices of more than one type');
  },
};

export const lastStep: Rule = {
  code: 'keras-tuner-last-step',
  severity: 'warning',
  get title() {
    return l10n.t('Upper bound lost to rounding');
  },
};

export const ignoredRange: Rule = {
  code: 'keras-tuner-ignored-range',
  severity: 'warning',
  get title() {
    return l10n.t('Name declared twice with another range');
  },
};

export const kerasTunerRules: readonly Rule[] = [choiceTypes, lastStep, ignoredRange];
