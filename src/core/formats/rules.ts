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

/** What readers of several formats find. */
export const sharedRules: readonly Rule[] = [stringNumber, yamlBoolean];
