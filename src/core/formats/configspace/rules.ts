import * as l10n from '@vscode/l10n';
import type { Rule } from '../../finding';

export const oldKey: Rule = {
  code: 'configspace-old-key',
  severity: 'warning',
  get title() {
    return l10n.t('Key of an older ConfigSpace');
  },
};

export const roundedBound: Rule = {
  code: 'configspace-rounding',
  severity: 'warning',
  get title() {
    return l10n.t('Bound smaller than ConfigSpace’s rounding');
  },
};

export const unknownHyperparameter: Rule = {
  code: 'configspace-reference',
  severity: 'error',
  get title() {
    return l10n.t('Hyperparameter that does not exist');
  },
};

export const badCondition: Rule = {
  code: 'configspace-condition',
  severity: 'error',
  get title() {
    return l10n.t('Condition that ConfigSpace refuses');
  },
};

export const badForbidden: Rule = {
  code: 'configspace-forbidden',
  severity: 'error',
  get title() {
    return l10n.t('Forbidden clause that ConfigSpace refuses');
  },
};

export const forbiddenDefault: Rule = {
  code: 'configspace-forbidden-default',
  severity: 'error',
  get title() {
    return l10n.t('Defaults that are forbidden together');
  },
};

export const configSpaceRules: readonly Rule[] = [
  oldKey,
  roundedBound,
  unknownHyperparameter,
  badCondition,
  badForbidden,
  forbiddenDefault,
];
