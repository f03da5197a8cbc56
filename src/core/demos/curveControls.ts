import * as l10n from '@vscode/l10n';
import { curveFamilies, type CurveFamily } from '../objectives/learningCurve';
import { usualCorrelation } from '../objectives/learningCurveTask';
import type { OptionValue } from '../report/report';
import type { Control } from './demo';

/** What simulated training looks like, for every demonstration that simulates training. */
export function curveControls(): Control[] {
  const labels: Readonly<Record<CurveFamily, string>> = {
    powerLaw: l10n.t('Power law'),
    exponential: l10n.t('Exponential'),
    crossing: l10n.t('Crossing late'),
    noisy: l10n.t('Noisy'),
    diverging: l10n.t('Some diverge'),
    overfitting: l10n.t('Overfitting early'),
  };
  return [
    {
      kind: 'choice',
      id: 'curves',
      label: l10n.t('Loss curves'),
      choices: curveFamilies.map(value => ({ value, label: labels[value] })),
      value: curveFamilies[0],
    },
    {
      kind: 'number',
      id: 'correlation',
      label: l10n.t('Rank correlation of first and full budget'),
      min: -0.5,
      max: 1,
      step: 0.05,
      value: usualCorrelation,
    },
  ];
}

/** What those controls are set to, the usual where there are none. */
export function curveOptions(options: Readonly<Record<string, OptionValue>>): {
  readonly curves: CurveFamily;
  readonly correlation: number;
} {
  return {
    curves: curveFamilies.find(family => family === options['curves']) ?? curveFamilies[0],
    correlation: Number(options['correlation'] ?? usualCorrelation),
  };
}
