import * as l10n from '@vscode/l10n';
import { percent } from '../../hover/domainText';
import type { CheckResult } from '../../report/report';
import type { Activity } from '../../sampling/activity';
import { formatNumber } from '../../text/formatNumber';
import { shorten } from '../../text/shorten';
import { meanDimension, type Branching } from './branches';
import { paired, runs, type Contest } from './contest';

/** Fewer trials tell nothing of a branch. Ours. */
const leastTrials = 5;

export interface Evidence {
  readonly branching: Branching;
  readonly activity: ReadonlyMap<string, Activity>;
  readonly trials: number;
  /** Combinations are forbidden, which the closed form does not look at. */
  readonly hasForbidden: boolean;
}

export function conditionalChecks(evidence: Evidence, contest: Contest): CheckResult[] {
  return [
    closedFormCheck(evidence),
    reachedCheck(evidence),
    branchesCheck(evidence),
    wasteCheck(evidence),
    pairedCheck(contest),
  ];
}

/** The counted shares against P(parent active) · P(condition met). */
function closedFormCheck({ branching, activity, hasForbidden }: Evidence): CheckResult {
  const name = l10n.t('Counted shares agree with the closed form');
  const exact = [...branching.shares].flatMap(([parameter, share]) => {
    const known = activity.get(parameter);
    return known?.exact && known.share > 0 && known.share < 1 ? [{ share, expected: known.share }] : [];
  });
  if (hasForbidden || exact.length === 0) {
    const message = hasForbidden
      ? l10n.t('Forbidden combinations change the shares.')
      : l10n.t('No parameter depends on one other alone.');
    return { name, status: 'NOT_APPLICABLE', message };
  }
  const off = Math.max(
    ...exact.map(
      ({ share, expected }) =>
        Math.abs(share - expected) / Math.sqrt((expected * (1 - expected)) / branching.draws),
    ),
  );
  return {
    name,
    status: off <= 4 ? 'PASS' : 'FAIL',
    message: l10n.t(
      'The share of draws in which each of {0} parameters is active is at most {1} standard errors from P(parent active) · P(condition met).',
      formatNumber(exact.length),
      formatNumber(Number(off.toPrecision(2))),
    ),
    value: off,
    target: 4,
  };
}

function reachedCheck({ branching: { shares } }: Evidence): CheckResult {
  const never = [...shares].filter(([, share]) => share === 0).map(([name]) => name);
  const [first] = never;
  return {
    name: l10n.t('Every parameter can be active'),
    status: never.length === 0 ? 'PASS' : 'WARN',
    message:
      never.length === 0
        ? l10n.t('Each was active in some draw.')
        : l10n.t('Never active in {0} draws: {1}.', formatNumber(4096), shorten(never.join(', '), 120)),
    parameter: first,
  };
}

function branchesCheck({ branching: { branches }, trials }: Evidence): CheckResult {
  const starved = branches.filter(({ share }) => share * trials < leastTrials);
  const rarest = branches.at(-1);
  return {
    name: l10n.t('Every branch gets trials enough to be judged'),
    status: starved.length === 0 ? 'PASS' : 'WARN',
    message: l10n.t(
      '{0} of {1} branches expect fewer than {2} of {3} random trials; the rarest expects {4}. Give its choices more weight, or search the branches one by one.',
      formatNumber(starved.length),
      formatNumber(branches.length),
      formatNumber(leastTrials),
      formatNumber(trials),
      formatNumber(Number(((rarest?.share ?? 0) * trials).toPrecision(2))),
    ),
    value: (rarest?.share ?? 0) * trials,
    target: leastTrials,
  };
}

function wasteCheck({ branching }: Evidence): CheckResult {
  const mean = meanDimension(branching);
  const all = branching.shares.size;
  return {
    name: l10n.t('Values that act'),
    status: 'INFO',
    message: l10n.t(
      'A flat encoding draws {0} values a trial, of which {1} act on average: {2} say nothing, and a model fitted to them learns noise.',
      formatNumber(all),
      formatNumber(Number(mean.toPrecision(3))),
      percent(Number((100 * (1 - mean / all)).toPrecision(2)) / 100),
    ),
    value: mean,
  };
}

/** Student's paired t over the runs, each pair on the same task. */
function pairedCheck(contest: Contest): CheckResult {
  const { better, ratio, t } = paired(contest);
  return {
    name: l10n.t('Conditions do no harm'),
    status: t < -2 ? 'WARN' : 'PASS',
    message: l10n.t(
      'On the same tasks the mean error above the lowest is {0} times as large without them, and larger in {1} of {2} runs; that is {3} standard errors from no difference.',
      formatNumber(Number(ratio.toPrecision(3))),
      formatNumber(better),
      formatNumber(runs),
      formatNumber(Number(t.toFixed(1))),
    ),
    value: ratio,
    target: 1,
  };
}
