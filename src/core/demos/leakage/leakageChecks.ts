import * as l10n from '@vscode/l10n';
import type { CheckResult } from '../../report/report';
import type { LeakResult } from './leakResults';
import { leakLabel } from './leakWords';
import { points } from './validationSet';

/** Four standard errors: sixteen such comparisons all pass in 999 of 1000 runs. */
const standardErrors = 4;

export function leakageChecks(results: readonly LeakResult[]): CheckResult[] {
  return [...results.flatMap(matchesClosedForm), honestWithout(results), ...results.flatMap(hardlyMatters)];
}

function matchesClosedForm({ id, optimism, expected, studies }: LeakResult): CheckResult[] {
  if (expected === undefined) return [];
  const tolerance = standardErrors * optimism.standardError + 1e-4;
  return [
    {
      name: l10n.t('{0}: the studies agree with the closed form', leakLabel(id)),
      status: Math.abs(optimism.mean - expected) <= tolerance ? 'PASS' : 'FAIL',
      message: l10n.t(
        '{0} points in {1} studies, {2} by the formula.',
        points(optimism.mean),
        String(studies),
        points(expected),
      ),
      value: optimism.mean,
      target: expected,
      tolerance,
    },
  ];
}

function honestWithout(results: readonly LeakResult[]): CheckResult {
  const off = (result: LeakResult): number =>
    Math.abs(result.honest.mean) / Math.max(result.honest.standardError, 1e-9);
  const furthest = results.reduce((a, b) => (off(b) > off(a) ? b : a));
  return {
    name: l10n.t('Without its leak every validation tells the truth'),
    status: off(furthest) <= standardErrors ? 'PASS' : 'FAIL',
    message: l10n.t(
      'Furthest off is “{0}”: {1} points, {2} of its standard errors.',
      leakLabel(furthest.id),
      points(furthest.honest.mean),
      String(Math.round(10 * off(furthest)) / 10),
    ),
    value: off(furthest),
    target: 0,
    tolerance: standardErrors,
  };
}

function hardlyMatters({ id, optimism }: LeakResult): CheckResult[] {
  if (id !== 'scaling') return [];
  return [
    {
      name: l10n.t('Scaling before the split is the least of these worries'),
      status: 'INFO',
      message: l10n.t(
        '{0} points (95 % interval {1} to {2}): wrong, and rarely what made a score too good.',
        points(optimism.mean),
        points(optimism.low),
        points(optimism.high),
      ),
      value: optimism.mean,
    },
  ];
}
