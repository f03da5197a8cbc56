import * as l10n from '@vscode/l10n';
import { promotions } from '../../fidelity/promotions';
import { listed } from '../../fidelity/configurationSources';
import { scheduleTable } from '../../fidelity/schedule';
import { successiveHalving } from '../../fidelity/successiveHalving';
import type { Work } from '../../numeric/work';
import type { CheckResult } from '../../report/report';
import { formatNumber } from '../../text/formatNumber';
import type { Contest } from './contest';
import { roundCost, type HyperbandPlan } from './plan';
import { trainsNoFurther } from '../scheduleChecks';

/** Plays one round and holds it to its table; the contest is absent where the round is too large to simulate. */
export function* hyperbandChecks(plan: HyperbandPlan, played: Contest | undefined): Work<CheckResult[]> {
  const { brackets, maxResource, minResource, reductionFactor } = plan;
  const { configurations, cost } = roundCost(brackets);
  const scheduler = successiveHalving({
    bracket: n => brackets[n],
    source: listed(Array.from({ length: configurations }, () => new Map())),
  });
  let spent = 0;
  let longest = 0;
  for (let job = scheduler.ask(); job; job = scheduler.ask()) {
    spent += job.resource;
    longest = Math.max(longest, job.resource);
    scheduler.tell(job.id, job.trial % 7);
    if (job.id % 200 === 199) yield;
  }
  const wrong = scheduler.decisions.filter(
    ({ outcome, rank, of }) => outcome === 'promoted' && rank > of / reductionFactor + 1e-9,
  ).length;
  const needed = promotions(maxResource / minResource, reductionFactor) + 1;
  const last = brackets.flatMap(bracket => scheduleTable(bracket).slice(-1));
  const empty = last.filter(row => row.configurations === 0).length;
  const [ours, theirs] = [played?.bands.hyperband, played?.bands.random].map(bands => bands?.at(-1)?.median);
  return [
    {
      name: l10n.t('A round spends what the table says'),
      status: Math.abs(spent - cost) <= 1e-9 * cost ? 'PASS' : 'FAIL',
      message: l10n.t('{0} spent, {1} planned.', formatNumber(spent), formatNumber(cost)),
      value: spent,
      target: cost,
      tolerance: 0,
    },
    trainsNoFurther(longest, maxResource),
    {
      name: l10n.t('Whoever goes on was in the top 1/η of the rung'),
      status: wrong === 0 ? 'PASS' : 'FAIL',
      message: l10n.t('{0} promotions of others.', String(wrong)),
      value: wrong,
      target: 0,
    },
    {
      name: l10n.t('There is a bracket for every number of rungs'),
      status: needed === brackets.length ? 'PASS' : 'FAIL',
      message: l10n.t('{0} brackets of {1}.', String(brackets.length), String(needed)),
      value: brackets.length,
      target: needed,
    },
    {
      name: l10n.t('Every bracket trains someone in full'),
      status: empty === 0 ? 'PASS' : 'WARN',
      message:
        empty === 0
          ? l10n.t('All {0} do.', String(brackets.length))
          : l10n.t('{0} of {1} have nobody left for the last rung.', String(empty), String(brackets.length)),
      value: empty,
      target: 0,
    },
    ours === undefined || theirs === undefined
      ? {
          name: l10n.t('Hyperband beats random search for the same cost'),
          status: 'NOT_APPLICABLE',
          message: l10n.t(
            'A round of {0} configurations is too large to simulate.',
            formatNumber(configurations),
          ),
        }
      : {
          name: l10n.t('Hyperband beats random search for the same cost'),
          status: ours <= theirs ? 'PASS' : 'WARN',
          message: l10n.t('Median regret {0} against {1}.', formatNumber(ours), formatNumber(theirs)),
          value: ours,
          target: theirs,
        },
  ];
}
