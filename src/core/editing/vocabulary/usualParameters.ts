import * as l10n from '@vscode/l10n';
import type { Sample } from '../shape';
import type { Template } from '../template';

/** A parameter that most searches have, before any tool's words for it. */
export interface UsualParameter {
  readonly label: string;
  readonly name: string;
  readonly domain: UsualDomain;
}

export type UsualDomain =
  | { readonly kind: 'uniform' | 'logUniform' | 'integer'; readonly low: number; readonly high: number }
  | { readonly kind: 'choice'; readonly values: readonly (string | number)[] };

/** Ranges to start from, as wide as people use them. */
export function usualParameters(): UsualParameter[] {
  return [
    {
      label: l10n.t('learning rate, log-uniform'),
      name: 'learning_rate',
      domain: { kind: 'logUniform', low: 1e-5, high: 0.1 },
    },
    {
      label: l10n.t('weight decay, log-uniform'),
      name: 'weight_decay',
      domain: { kind: 'logUniform', low: 1e-6, high: 0.01 },
    },
    {
      label: l10n.t('batch size, powers of two'),
      name: 'batch_size',
      domain: { kind: 'choice', values: [16, 32, 64, 128] },
    },
    { label: l10n.t('dropout, uniform'), name: 'dropout', domain: { kind: 'uniform', low: 0.1, high: 0.5 } },
    {
      label: l10n.t('momentum, uniform'),
      name: 'momentum',
      domain: { kind: 'uniform', low: 0.8, high: 0.99 },
    },
    {
      label: l10n.t('number of layers, integer'),
      name: 'num_layers',
      domain: { kind: 'integer', low: 1, high: 6 },
    },
    {
      label: l10n.t('hidden size, powers of two'),
      name: 'hidden_size',
      domain: { kind: 'choice', values: [64, 128, 256, 512] },
    },
    {
      label: l10n.t('optimizer, categorical'),
      name: 'optimizer',
      domain: { kind: 'choice', values: ['adam', 'adamw', 'sgd'] },
    },
  ];
}

/** The usual parameters in the words of one tool. */
export function usualSamples(declare: (parameter: UsualParameter) => Template): Sample[] {
  return usualParameters().map(parameter => ({
    label: parameter.label,
    key: parameter.name,
    template: declare(parameter),
  }));
}
