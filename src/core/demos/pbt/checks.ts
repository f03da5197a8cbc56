import * as l10n from '@vscode/l10n';
import { truncated } from '../../fidelity/pbt';
import type { CheckResult } from '../../report/report';
import { formatNumber } from '../../text/formatNumber';
import type { PbtPlan } from './plan';
import { quantileOf, type Contest, type Played } from './run';

export function pbtChecks(plan: PbtPlan, { jobs, exploits }: Played, contest: Contest): CheckResult[] {
  const { maxResource, quantile } = plan;
  const members = new Set(jobs.map(({ trial }) => trial)).size;
  const longest = Math.max(0, ...jobs.map(({ resource }) => resource));
  const lost = jobs.filter(({ parent, from, id }) =>
    parent === undefined ? from > 0 : parent >= id || jobs[parent]?.resource !== from,
  ).length;
  const spent = jobs.reduce((sum, { resource, from }) => sum + resource - from, 0);
  const cost = members * maxResource;
  const copies = truncated(members, quantile) * (plan.resources.length - 1);
  const worse = exploits.filter(({ loss, copiedLoss }) => !(copiedLoss <= loss)).length;
  const [ours, theirs] = [quantileOf(contest.population, 0.5), quantileOf(contest.fixed, 0.5)];
  const exact = (name: string, value: number, target: number, message: string): CheckResult => ({
    name,
    status: Math.abs(value - target) <= 1e-9 * Math.max(1, Math.abs(target)) ? 'PASS' : 'FAIL',
    message,
    value,
    target,
    tolerance: 0,
  });
  return [
    exact(
      l10n.t('No model trains past the most resource'),
      longest,
      maxResource,
      l10n.t('The longest is trained for {0} of {1}.', formatNumber(longest), formatNumber(maxResource)),
    ),
    exact(
      l10n.t('Every model has one past'),
      lost,
      0,
      l10n.t('{0} of {1} stretches do not go on where another ended.', String(lost), String(jobs.length)),
    ),
    exact(
      l10n.t('The population costs what its members cost in full'),
      spent,
      cost,
      l10n.t('{0} spent, {1} planned.', formatNumber(spent), formatNumber(cost)),
    ),
    plan.isSynchronous
      ? exact(
          l10n.t('The bottom copies at every comparison'),
          exploits.length,
          copies,
          l10n.t('{0} copies, {1} expected.', String(exploits.length), String(copies)),
        )
      : {
          name: l10n.t('The bottom copies at every comparison'),
          status: 'INFO',
          message: l10n.t(
            '{0} copies; {1} if all had waited for each other.',
            String(exploits.length),
            String(copies),
          ),
          value: exploits.length,
        },
    exact(
      l10n.t('Nobody copies a worse model'),
      worse,
      0,
      l10n.t('{0} of {1} copies are of a worse one.', String(worse), String(exploits.length)),
    ),
    {
      name: l10n.t('The population beats its first members left alone'),
      status: ours <= theirs ? 'PASS' : 'WARN',
      message: l10n.t(
        'Median {0} above the best schedule against {1}.',
        formatNumber(ours),
        formatNumber(theirs),
      ),
      value: ours,
      target: theirs,
    },
  ];
}
