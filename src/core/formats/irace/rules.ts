import * as l10n from '@vscode/l10n';
import type { Rule } from '../../finding';

export const unreadableLine: Rule = {
  code: 'irace-line',
  severity: 'error',
  get title() {
    return l10n.t('Line irace cannot read');
  },
};

export const longOperator: Rule = {
  code: 'irace-operator',
  severity: 'warning',
  get title() {
    return l10n.t('Operator irace replaces');
  },
};

export const unknownParameter: Rule = {
  code: 'irace-unknown-parameter',
  severity: 'error',
  get title() {
    return l10n.t('Expression with an unknown parameter');
  },
};

export const ordinalOrder: Rule = {
  code: 'irace-ordinal-order',
  severity: 'error',
  get title() {
    return l10n.t('Ordered numbers out of order');
  },
};

export const tooFewDigits: Rule = {
  code: 'irace-digits',
  severity: 'error',
  get title() {
    return l10n.t('Bound with more decimals than irace keeps');
  },
};

export const dynamic: Rule = {
  code: 'irace-dynamic',
  severity: 'information',
  get title() {
    return l10n.t('Known only when irace runs');
  },
};

export const iraceRules: readonly Rule[] = [
  unreadableLine,
  longOperator,
  unknownParameter,
  ordinalOrder,
  tooFewDigits,
  dynamic,
];
