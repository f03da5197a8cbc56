import * as l10n from '@vscode/l10n';
import type { Rule } from '../../finding';

export const unknownKey: Rule = {
  code: 'wandb-unknown-key',
  severity: 'error',
  get title() {
    return l10n.t('Key W&B does not know');
  },
};

export const wrongType: Rule = {
  code: 'wandb-type',
  severity: 'error',
  get title() {
    return l10n.t('Value of a type W&B refuses');
  },
};

export const badMethod: Rule = {
  code: 'wandb-method',
  severity: 'error',
  get title() {
    return l10n.t('Search method missing or unknown');
  },
};

export const badMetric: Rule = {
  code: 'wandb-metric',
  severity: 'error',
  get title() {
    return l10n.t('Metric missing or incomplete');
  },
};

export const badGoal: Rule = {
  code: 'wandb-goal',
  severity: 'error',
  get title() {
    return l10n.t('Goal W&B does not know');
  },
};

export const earlyTermination: Rule = {
  code: 'wandb-early-terminate',
  severity: 'error',
  get title() {
    return l10n.t('Early termination that cannot work');
  },
};

export const ignoredSetting: Rule = {
  code: 'wandb-ignored-setting',
  severity: 'warning',
  get title() {
    return l10n.t('Setting W&B ignores');
  },
};

export const noParameters: Rule = {
  code: 'wandb-no-parameters',
  severity: 'error',
  get title() {
    return l10n.t('Sweep without parameters');
  },
};

export const parameterName: Rule = {
  code: 'wandb-parameter-name',
  severity: 'error',
  get title() {
    return l10n.t('Parameter name W&B refuses');
  },
};

export const bareParameter: Rule = {
  code: 'wandb-bare-parameter',
  severity: 'error',
  get title() {
    return l10n.t('Parameter without value, values or bounds');
  },
};

export const missingNesting: Rule = {
  code: 'wandb-nesting',
  severity: 'error',
  get title() {
    return l10n.t('Nested group without its own parameters key');
  },
};

export const badDistribution: Rule = {
  code: 'wandb-distribution',
  severity: 'error',
  get title() {
    return l10n.t('Distribution missing or unknown');
  },
};

export const parameterKey: Rule = {
  code: 'wandb-parameter-key',
  severity: 'error',
  get title() {
    return l10n.t('Key the distribution does not take, or lacks');
  },
};

export const badNumber: Rule = {
  code: 'wandb-number',
  severity: 'error',
  get title() {
    return l10n.t('Number W&B refuses');
  },
};

export const badValues: Rule = {
  code: 'wandb-values',
  severity: 'error',
  get title() {
    return l10n.t('Values that are not a list');
  },
};

export const badProbabilities: Rule = {
  code: 'wandb-probabilities',
  severity: 'error',
  get title() {
    return l10n.t('Probabilities W&B refuses');
  },
};

export const constantList: Rule = {
  code: 'wandb-constant-list',
  severity: 'information',
  get title() {
    return l10n.t('List as one constant');
  },
};

export const integersByAccident: Rule = {
  code: 'wandb-zero-or-one',
  severity: 'warning',
  get title() {
    return l10n.t('Whole numbers 0 and 1 as bounds');
  },
};

export const defaultStep: Rule = {
  code: 'wandb-default-q',
  severity: 'warning',
  get title() {
    return l10n.t('Default step as wide as the range');
  },
};

export const wandbRules: readonly Rule[] = [
  unknownKey,
  wrongType,
  badMethod,
  badMetric,
  badGoal,
  earlyTermination,
  ignoredSetting,
  noParameters,
  parameterName,
  bareParameter,
  missingNesting,
  badDistribution,
  parameterKey,
  badNumber,
  badValues,
  badProbabilities,
  constantList,
  integersByAccident,
  defaultStep,
];
