import * as l10n from '@vscode/l10n';

export type Topic = (typeof topics)[number];

/** What hyperparameter optimisation is made of, in the order in which it is taught. */
export const topics = [
  'configuration-space',
  'conditional-parameter',
  'log-uniform-sampling',
  'grid-search',
  'random-search',
  'sobol-initialisation',
  'surrogate-model',
  'gaussian-process',
  'expected-improvement',
  'upper-confidence-bound',
  'thompson-sampling',
  'bayesian-optimisation',
  'successive-halving',
  'hyperband',
  'asha',
  'bohb',
  'population-based-training',
  'multi-objective-tuning',
  'pareto-frontier',
  'validation-leakage',
  'nested-validation',
  'llm-fine-tuning-search',
] as const;

export function topicTitle(topic: Topic): string {
  switch (topic) {
    case 'configuration-space':
      return l10n.t('Configuration space');
    case 'conditional-parameter':
      return l10n.t('Conditional parameter');
    case 'log-uniform-sampling':
      return l10n.t('Log-uniform sampling');
    case 'grid-search':
      return l10n.t('Grid search');
    case 'random-search':
      return l10n.t('Random search');
    case 'sobol-initialisation':
      return l10n.t('Sobol initialisation');
    case 'surrogate-model':
      return l10n.t('Surrogate model');
    case 'gaussian-process':
      return l10n.t('Gaussian process');
    case 'expected-improvement':
      return l10n.t('Expected improvement');
    case 'upper-confidence-bound':
      return l10n.t('Upper confidence bound');
    case 'thompson-sampling':
      return l10n.t('Thompson sampling');
    case 'bayesian-optimisation':
      return l10n.t('Bayesian optimisation');
    case 'successive-halving':
      return l10n.t('Successive halving');
    case 'hyperband':
      return l10n.t('Hyperband');
    case 'asha':
      return l10n.t('ASHA');
    case 'bohb':
      return l10n.t('BOHB');
    case 'population-based-training':
      return l10n.t('Population-based training');
    case 'multi-objective-tuning':
      return l10n.t('Multi-objective tuning');
    case 'pareto-frontier':
      return l10n.t('Pareto frontier');
    case 'validation-leakage':
      return l10n.t('Validation leakage');
    case 'nested-validation':
      return l10n.t('Nested validation');
    case 'llm-fine-tuning-search':
      return l10n.t('LLM fine-tuning search');
  }
}
