import * as l10n from '@vscode/l10n';
import type { Rule } from '../../finding';

export const quantisedBound: Rule = {
  code: 'ray-quantised-bound',
  severity: 'error',
  get title() {
    return l10n.t('Bound that is no multiple of q');
  },
};

export const nestedDomain: Rule = {
  code: 'ray-nested-domain',
  severity: 'warning',
  get title() {
    return l10n.t('Distribution inside a choice');
  },
};

export const rayRules: readonly Rule[] = [quantisedBound, nestedDomain];
