import * as l10n from '@vscode/l10n';
import type { OptionValue } from '../../report/report';
import type { SearchSpace } from '../../space/searchSpace';
import type { Scoring } from '../../validation/scoreLaw';
import type { Control } from '../demo';

/** The number of trials the file asks for, or a usual one. */
export function trialsControl({ budget }: SearchSpace, max: number): Control {
  const stated = Math.round(budget.trials?.value ?? 50);
  const value = Math.min(max, Math.max(2, stated));
  return { kind: 'number', id: 'trials', label: l10n.t('Trials'), min: 2, max, step: 1, value };
}

/** What decides how noisy a validation score is. */
export function scoringControls(): Control[] {
  const number = (
    id: string,
    label: string,
    [min, max, step, value]: readonly [number, number, number, number],
  ): Control => ({ kind: 'number', id, label, min, max, step, value });
  return [
    number('rows', l10n.t('Validation rows'), [20, 10_000, 10, 500]),
    number('accuracy', l10n.t('Usual accuracy in %'), [50, 99, 1, 80]),
    number('spread', l10n.t('Trials truly differ by (SD in points)'), [0, 5, 0.1, 1]),
    number('shared', l10n.t('Rows on which all trials agree in %'), [0, 95, 5, 50]),
  ];
}

export function scoringOf(options: Readonly<Record<string, OptionValue>>): Scoring {
  return {
    rows: Number(options['rows']),
    accuracy: Number(options['accuracy']) / 100,
    spread: Number(options['spread']) / 100,
    shared: Number(options['shared']) / 100,
  };
}

/** A share, or a difference of shares, in percentage points to a tenth. */
export function points(share: number): string {
  return (Math.round(1000 * share) / 10 + 0).toFixed(1);
}
