import * as l10n from '@vscode/l10n';
import type { Rule } from '../../finding';

export const unquotedText: Rule = {
  code: 'sagemaker-unquoted',
  severity: 'error',
  get title() {
    return l10n.t('SageMaker text without quotes');
  },
};

export const earlyStoppingType: Rule = {
  code: 'sagemaker-early-stopping',
  severity: 'error',
  get title() {
    return l10n.t('Early stopping beside Hyperband');
  },
};

export const tooMany: Rule = {
  code: 'sagemaker-limit',
  severity: 'error',
  get title() {
    return l10n.t('More than SageMaker takes');
  },
};

export const reverseRange: Rule = {
  code: 'sagemaker-reverse-range',
  severity: 'error',
  get title() {
    return l10n.t('Reversed log scale outside 0 … 1');
  },
};

export const chosenByService: Rule = {
  code: 'sagemaker-auto',
  severity: 'information',
  get title() {
    return l10n.t('Range or scale that SageMaker chooses');
  },
};

export const sagemakerRules: readonly Rule[] = [
  unquotedText,
  earlyStoppingType,
  tooMany,
  reverseRange,
  chosenByService,
];
