import * as l10n from '@vscode/l10n';
import type { CheckResult } from '../../report/report';
import { formatNumber } from '../../text/formatNumber';
import type { Scoring } from '../../validation/scoreLaw';
import { percent } from '../halvingSurvivalChart';
import { points } from '../leakage/validationSet';
import { level, type Alarms } from './alarmsChart';
import { wayLabel, type Searches, type Way } from './searches';
import { supportOf, trialsText } from './supportChart';
import { signed } from './waysChart';

const standardErrors = 4;

export function nestedChecks(
  { ways }: Searches,
  alarms: Alarms,
  scoring: Scoring,
  trials: number,
  tolerance: number,
): CheckResult[] {
  return [
    supports(scoring, trials, tolerance),
    ...ways.map(way => (way.id === 'flat' ? optimistic(way) : unbiased(way))),
    keepsItsLevel(alarms),
  ];
}

function supports(scoring: Scoring, trials: number, tolerance: number): CheckResult {
  const { trials: most, rows } = supportOf(scoring, trials, tolerance);
  return {
    name: l10n.t('The validation set supports the trials'),
    status: most >= trials ? 'PASS' : 'WARN',
    message: l10n.t(
      '{0} rows support {1} trials within {2} points, {3} are meant; those need {4} rows.',
      formatNumber(scoring.rows),
      trialsText(most),
      points(tolerance),
      formatNumber(trials),
      formatNumber(rows),
    ),
    value: trials,
    ...(Number.isFinite(most) ? { target: most } : {}),
  };
}

function optimistic({ id, bias }: Way): CheckResult {
  return {
    name: l10n.t('{0} of the winner is not to be believed', wayLabel(id)),
    status: 'INFO',
    message:
      bias.low > 0
        ? l10n.t('It is too good by {0} to {1} points on average.', points(bias.low), points(bias.high))
        : l10n.t('Here the bias, {0} points, does not stand out from chance.', signed(bias.mean)),
    value: bias.mean,
  };
}

function unbiased({ id, bias }: Way): CheckResult {
  const tolerance = standardErrors * bias.standardError;
  return {
    name: l10n.t('{0} is right on average', wayLabel(id)),
    status: Math.abs(bias.mean) <= tolerance ? 'PASS' : 'FAIL',
    message: l10n.t(
      'Bias {0} points, standard error {1}.',
      signed(bias.mean),
      formatNumber(100 * bias.standardError),
    ),
    value: bias.mean,
    target: 0,
    tolerance,
  };
}

function keepsItsLevel({ corrected }: Alarms): CheckResult {
  return {
    name: l10n.t('The corrected test raises no more alarms than it says'),
    status: corrected.low <= level ? 'PASS' : 'FAIL',
    message: l10n.t(
      '{0} % (95 % interval {1} to {2} %) at the 5 % level.',
      percent(corrected.share),
      percent(corrected.low),
      percent(corrected.high),
    ),
    value: corrected.share,
    target: level,
  };
}
