import * as l10n from '@vscode/l10n';
import type { Rule } from '../finding';

export const stringNumber: Rule = {
  code: 'string-number',
  severity: 'error',
  get title() {
    return l10n.t('Number that is read as text');
  },
};

export const yamlBoolean: Rule = {
  code: 'yaml-boolean',
  severity: 'warning',
  get title() {
    return l10n.t('Word that is read as true or false');
  },
};

export const missingField: Rule = {
  code: 'missing-field',
  severity: 'error',
  get title() {
    return l10n.t('Field the tool requires');
  },
};

export const unknownField: Rule = {
  code: 'unknown-field',
  severity: 'error',
  get title() {
    return l10n.t('Field the tool does not have');
  },
};

export const unknownWord: Rule = {
  code: 'unknown-word',
  severity: 'error',
  get title() {
    return l10n.t('Word the tool does not have');
  },
};

export const wrongValue: Rule = {
  code: 'wrong-value',
  severity: 'error',
  get title() {
    return l10n.t('Value the tool refuses');
  },
};

export const repeatedName: Rule = {
  code: 'repeated-name',
  severity: 'error',
  get title() {
    return l10n.t('Parameter declared twice');
  },
};

export const methodDomain: Rule = {
  code: 'method-domain',
  severity: 'error',
  get title() {
    return l10n.t('Parameter the search method cannot take');
  },
};

export const exclusiveEnd: Rule = {
  code: 'exclusive-end',
  severity: 'information',
  get title() {
    return l10n.t('Upper bound that is never drawn');
  },
};

/** What readers of several formats find. */
export const sharedRules: readonly Rule[] = [
  stringNumber,
  yamlBoolean,
  missingField,
  unknownField,
  unknownWord,
  wrongValue,
  repeatedName,
  methodDomain,
  exclusiveEnd,
];
