import * as l10n from '@vscode/l10n';
import type { CheckResult } from '../report/report';
import { formatNumber } from '../text/formatNumber';

/** Whether nobody was given more than the schedule allows. */
export function trainsNoFurther(longest: number, maxResource: number): CheckResult {
  return {
    name: l10n.t('No trial trains past the most resource'),
    status: longest <= maxResource * (1 + 1e-9) ? 'PASS' : 'FAIL',
    message: l10n.t(
      'The longest trial trains for {0} of {1}.',
      formatNumber(longest),
      formatNumber(maxResource),
    ),
    value: longest,
    target: maxResource,
    tolerance: 0,
  };
}
