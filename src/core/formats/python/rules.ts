import * as l10n from '@vscode/l10n';
import type { Rule } from '../../finding';

export const dynamicParameter: Rule = {
  code: 'dynamic-parameter',
  severity: 'information',
  get title() {
    return l10n.t('Known only when the program runs');
  },
};

export const callArguments: Rule = {
  code: 'call-arguments',
  severity: 'error',
  get title() {
    return l10n.t('Argument missing or unknown');
  },
};

export const emptyRange: Rule = {
  code: 'empty-range',
  severity: 'error',
  get title() {
    return l10n.t('Range with nothing in it');
  },
};

/** What readers of several tools find in Python source. */
export const pythonRules: readonly Rule[] = [dynamicParameter, callArguments, emptyRange];
