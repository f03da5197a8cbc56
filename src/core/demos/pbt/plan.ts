import * as l10n from '@vscode/l10n';
import type { OptionValue } from '../../report/report';
import type { SearchSpace } from '../../space/searchSpace';
import type { Control } from '../demo';
import { halvingBudget, limits } from '../halvingBudget';

export interface PbtPlan {
  readonly population: number;
  readonly maxResource: number;
  /** When members are compared, ascending. */
  readonly resources: readonly number[];
  readonly quantile: number;
  readonly resampleProbability: number;
  readonly factor: number;
  readonly drift: number;
  readonly haste: number;
}

const usualPopulation = 20;
const usualSteps = 20;

export function pbtControls(space: SearchSpace): Control[] {
  const parallel = space.budget.parallelTrials?.value;
  const number = (
    id: string,
    label: string,
    min: number,
    max: number,
    step: number,
    value: number,
  ): Control => ({ kind: 'number', id, label, min, max, step, value });
  const size =
    parallel !== undefined && parallel >= 4 ? Math.min(100, Math.round(parallel)) : usualPopulation;
  return [
    number('population', l10n.t('Population'), 2, 100, 1, size),
    {
      kind: 'number',
      id: 'maxResource',
      label: l10n.t('Most resource R'),
      ...limits.resource,
      value: space.budget.earlyStopping ? halvingBudget(space).maxResource : 100,
    },
    number('steps', l10n.t('Comparisons on the way'), 2, 100, 1, usualSteps),
    number('quantile', l10n.t('Bottom that copies (%)'), 0, 50, 5, 25),
    number('resample', l10n.t('Drawn anew when exploring (%)'), 0, 100, 5, 25),
    number('factor', l10n.t('Perturbation factor'), 1.05, 1.95, 0.05, 1.2),
    number('drift', l10n.t('How far the best values move'), 0, 1, 0.1, 0.7),
    number('haste', l10n.t('How much early gains mislead'), 0, 1, 0.1, 0),
  ];
}

export function pbtPlan(options: Readonly<Record<string, OptionValue>>): PbtPlan {
  const [maxResource, steps] = [Number(options['maxResource']), Number(options['steps'])];
  return {
    population: Number(options['population']),
    maxResource,
    resources: Array.from({ length: steps }, (_, k) => (maxResource * (k + 1)) / steps),
    quantile: Number(options['quantile']) / 100,
    resampleProbability: Number(options['resample']) / 100,
    factor: Number(options['factor']),
    drift: Number(options['drift']),
    haste: Number(options['haste']),
  };
}
