import * as l10n from '@vscode/l10n';
import type { Rule } from '../../finding';

export const valuesOfType: Rule = {
  code: 'vertex-values',
  severity: 'error',
  get title() {
    return l10n.t('Values of another parameter type');
  },
};

export const textCategory: Rule = {
  code: 'vertex-category',
  severity: 'error',
  get title() {
    return l10n.t('Category that is no text');
  },
};

export const discreteOrder: Rule = {
  code: 'vertex-discrete-order',
  severity: 'warning',
  get title() {
    return l10n.t('Discrete values out of order');
  },
};

export const vertexRules: readonly Rule[] = [valuesOfType, textCategory, discreteOrder];
