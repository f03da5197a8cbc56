import * as l10n from '@vscode/l10n';
import type { Rule } from '../../finding';

export const obsoleteVersion: Rule = {
  code: 'katib-version',
  severity: 'warning',
  get title() {
    return l10n.t('Obsolete Katib API version');
  },
};

export const unquotedText: Rule = {
  code: 'katib-unquoted',
  severity: 'error',
  get title() {
    return l10n.t('Katib text without quotes');
  },
};

export const quotedNumber: Rule = {
  code: 'katib-quoted-number',
  severity: 'error',
  get title() {
    return l10n.t('Katib number in quotes');
  },
};

export const notANumber: Rule = {
  code: 'katib-number',
  severity: 'error',
  get title() {
    return l10n.t('Katib bound that is no number');
  },
};

export const missingField: Rule = {
  code: 'katib-missing',
  severity: 'error',
  get title() {
    return l10n.t('Field Katib requires');
  },
};

export const exclusiveFields: Rule = {
  code: 'katib-exclusive',
  severity: 'error',
  get title() {
    return l10n.t('Fields of which Katib takes one');
  },
};

export const misspeltField: Rule = {
  code: 'katib-misspelt',
  severity: 'warning',
  get title() {
    return l10n.t('Field Katib does not know');
  },
};

export const unknownWord: Rule = {
  code: 'katib-word',
  severity: 'error',
  get title() {
    return l10n.t('Word Katib does not accept');
  },
};

export const experimentName: Rule = {
  code: 'katib-name',
  severity: 'error',
  get title() {
    return l10n.t('Experiment name Katib rejects');
  },
};

export const duplicateParameter: Rule = {
  code: 'katib-duplicate-parameter',
  severity: 'error',
  get title() {
    return l10n.t('Katib parameter declared twice');
  },
};

export const feasibleSpaceMismatch: Rule = {
  code: 'katib-feasible-space',
  severity: 'error',
  get title() {
    return l10n.t('Feasible space of another parameter type');
  },
};

export const trialCounts: Rule = {
  code: 'katib-trial-counts',
  severity: 'error',
  get title() {
    return l10n.t('Katib trial counts that contradict each other');
  },
};

export const algorithmSetting: Rule = {
  code: 'katib-setting',
  severity: 'error',
  get title() {
    return l10n.t('Algorithm setting Katib rejects');
  },
};

export const withoutEffect: Rule = {
  code: 'katib-without-effect',
  severity: 'warning',
  get title() {
    return l10n.t('Part of a parameter the algorithm ignores');
  },
};

export const unsupportedDistribution: Rule = {
  code: 'katib-distribution',
  severity: 'error',
  get title() {
    return l10n.t('Distribution the algorithm cannot draw');
  },
};

export const alwaysLogarithmic: Rule = {
  code: 'katib-always-log',
  severity: 'error',
  get title() {
    return l10n.t('Range that reaches zero under an always logarithmic algorithm');
  },
};

export const unclippedNormal: Rule = {
  code: 'katib-unclipped-normal',
  severity: 'information',
  get title() {
    return l10n.t('Normal distribution beyond its bounds');
  },
};

export const missingStep: Rule = {
  code: 'katib-step',
  severity: 'error',
  get title() {
    return l10n.t('Step the algorithm requires');
  },
};

export const gridTooSmall: Rule = {
  code: 'katib-grid-size',
  severity: 'error',
  get title() {
    return l10n.t('More trials than grid points');
  },
};

export const tooFewDimensions: Rule = {
  code: 'katib-dimensions',
  severity: 'error',
  get title() {
    return l10n.t('Too few numeric parameters');
  },
};

export const hyperbandParallelism: Rule = {
  code: 'katib-hyperband-parallel',
  severity: 'error',
  get title() {
    return l10n.t('Too few parallel trials for Hyperband');
  },
};

export const hyperbandResource: Rule = {
  code: 'katib-hyperband-resource',
  severity: 'information',
  get title() {
    return l10n.t('Parameter Hyperband sets itself');
  },
};

export const trialParameter: Rule = {
  code: 'katib-trial-parameter',
  severity: 'error',
  get title() {
    return l10n.t('Trial parameter without a counterpart');
  },
};

export const trialTemplate: Rule = {
  code: 'katib-trial-template',
  severity: 'error',
  get title() {
    return l10n.t('Trial template Katib rejects');
  },
};

export const katibRules: readonly Rule[] = [
  obsoleteVersion,
  unquotedText,
  quotedNumber,
  notANumber,
  missingField,
  exclusiveFields,
  misspeltField,
  unknownWord,
  experimentName,
  duplicateParameter,
  feasibleSpaceMismatch,
  trialCounts,
  algorithmSetting,
  withoutEffect,
  unsupportedDistribution,
  alwaysLogarithmic,
  unclippedNormal,
  missingStep,
  gridTooSmall,
  tooFewDimensions,
  hyperbandParallelism,
  hyperbandResource,
  trialParameter,
  trialTemplate,
];
