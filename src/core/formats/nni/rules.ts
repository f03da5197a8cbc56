import * as l10n from '@vscode/l10n';
import type { Rule } from '../../finding';

export const unreadableEntry: Rule = {
  code: 'nni-entry',
  severity: 'error',
  get title() {
    return l10n.t('Search space entry NNI cannot read');
  },
};

export const unsupportedType: Rule = {
  code: 'nni-type',
  severity: 'error',
  get title() {
    return l10n.t('Type NNI does not have');
  },
};

export const legacyType: Rule = {
  code: 'nni-legacy-type',
  severity: 'information',
  get title() {
    return l10n.t('Type of an earlier NNI');
  },
};

export const wrongValue: Rule = {
  code: 'nni-value',
  severity: 'error',
  get title() {
    return l10n.t('Values NNI cannot draw from');
  },
};

export const emptyRange: Rule = {
  code: 'nni-empty-range',
  severity: 'error',
  get title() {
    return l10n.t('Integer range without an integer');
  },
};

export const exclusiveEnd: Rule = {
  code: 'nni-exclusive-end',
  severity: 'information',
  get title() {
    return l10n.t('Upper bound that is never tried');
  },
};

export const brokenNesting: Rule = {
  code: 'nni-nested',
  severity: 'warning',
  get title() {
    return l10n.t('Nested choice without a name');
  },
};

export const tunerCapability: Rule = {
  code: 'nni-tuner',
  severity: 'error',
  get title() {
    return l10n.t('Type the tuner does not support');
  },
};

export const unknownTuner: Rule = {
  code: 'nni-tuner-name',
  severity: 'warning',
  get title() {
    return l10n.t('Algorithm NNI does not have');
  },
};

export const endlessGrid: Rule = {
  code: 'nni-grid',
  severity: 'information',
  get title() {
    return l10n.t('Grid search that never ends');
  },
};

export const classArgument: Rule = {
  code: 'nni-class-args',
  severity: 'error',
  get title() {
    return l10n.t('Argument the algorithm rejects');
  },
};

export const unknownField: Rule = {
  code: 'nni-field',
  severity: 'error',
  get title() {
    return l10n.t('Field NNI does not know');
  },
};

export const missingField: Rule = {
  code: 'nni-missing',
  severity: 'error',
  get title() {
    return l10n.t('Field NNI requires');
  },
};

export const nniRules: readonly Rule[] = [
  unreadableEntry,
  unsupportedType,
  legacyType,
  wrongValue,
  emptyRange,
  exclusiveEnd,
  brokenNesting,
  tunerCapability,
  unknownTuner,
  endlessGrid,
  classArgument,
  unknownField,
  missingField,
];
