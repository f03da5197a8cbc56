import * as l10n from '@vscode/l10n';
import type { Rule } from '../../finding';

export const overrideSyntax: Rule = {
  code: 'hydra-syntax',
  severity: 'error',
  get title() {
    return l10n.t('Override that Hydra’s grammar refuses');
  },
};

export const unknownFunction: Rule = {
  code: 'hydra-function',
  severity: 'error',
  get title() {
    return l10n.t('Function Hydra does not have');
  },
};

export const badArguments: Rule = {
  code: 'hydra-arguments',
  severity: 'error',
  get title() {
    return l10n.t('Arguments that a function of Hydra refuses');
  },
};

export const nestedParameters: Rule = {
  code: 'hydra-nesting',
  severity: 'error',
  get title() {
    return l10n.t('Nested parameters where Hydra takes dotted names');
  },
};

export const constantList: Rule = {
  code: 'hydra-constant-list',
  severity: 'information',
  get title() {
    return l10n.t('List that is one fixed value');
  },
};

export const floatInterval: Rule = {
  code: 'hydra-float-interval',
  severity: 'warning',
  get title() {
    return l10n.t('Interval of real numbers for what is counted');
  },
};

export const stopIncluded: Rule = {
  code: 'hydra-range-stop',
  severity: 'information',
  get title() {
    return l10n.t('Range whose stop is tried as well');
  },
};

export const deprecatedSpace: Rule = {
  code: 'hydra-search-space',
  severity: 'warning',
  get title() {
    return l10n.t('Deprecated search_space');
  },
};

export const choiceType: Rule = {
  code: 'hydra-choice-type',
  severity: 'warning',
  get title() {
    return l10n.t('Choice that Optuna cannot store');
  },
};

export const samplerOverride: Rule = {
  code: 'hydra-sampler-override',
  severity: 'error',
  get title() {
    return l10n.t('Sampler that inherits the settings of another');
  },
};

export const removedSampler: Rule = {
  code: 'hydra-removed-sampler',
  severity: 'error',
  get title() {
    return l10n.t('Sampler that Optuna no longer has');
  },
};

export const storedPassword: Rule = {
  code: 'hydra-storage-password',
  severity: 'warning',
  get title() {
    return l10n.t('Password in the storage address');
  },
};

export const mixedAxChoices: Rule = {
  code: 'hydra-ax-mixed',
  severity: 'error',
  get title() {
    return l10n.t('Choices of several types, which Ax refuses');
  },
};

export const unsupportedSweep: Rule = {
  code: 'hydra-unsupported',
  severity: 'error',
  get title() {
    return l10n.t('Sweep that the sweeper cannot run');
  },
};

export const dynamicSpace: Rule = {
  code: 'hydra-dynamic',
  severity: 'information',
  get title() {
    return l10n.t('Part of the space that only a program knows');
  },
};

export const hydraRules: readonly Rule[] = [
  overrideSyntax,
  unknownFunction,
  badArguments,
  nestedParameters,
  constantList,
  floatInterval,
  stopIncluded,
  deprecatedSpace,
  choiceType,
  samplerOverride,
  removedSampler,
  storedPassword,
  mixedAxChoices,
  unsupportedSweep,
  dynamicSpace,
];
