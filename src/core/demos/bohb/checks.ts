import * as l10n from '@vscode/l10n';
import type { CheckResult } from '../../report/report';
import { formatNumber } from '../../text/formatNumber';
import type { Contest } from './contest';
import type { BohbPlan } from './plan';
import type { Played } from './run';
import { trainsNoFurther } from '../scheduleChecks';

export function bohbChecks(plan: BohbPlan, { jobs, origins }: Played, { bands }: Contest): CheckResult[] {
  const { maxResource, cost, settings } = plan;
  const longest = Math.max(0, ...jobs.map(({ resource }) => resource));
  const spent = jobs.reduce((sum, { resource, from }) => sum + resource - from, 0);
  const budgets = origins.flatMap(origin => (origin.kind === 'model' ? [origin.resource] : []));
  const falls = budgets.filter((resource, i) => resource < (budgets[i - 1] ?? 0)).length;
  const share = origins.filter(({ kind }) => kind === 'random').length / Math.max(1, origins.length);
  const wanted = settings.randomFraction ?? 1 / 3;
  // Three standard deviations of a binomial share.
  const tolerance = 3 * Math.sqrt((wanted * (1 - wanted)) / Math.max(1, origins.length));
  const percent = (value: number): string => formatNumber(Math.round(100 * value));
  const median = (search: 'bohb' | 'hyperband' | 'random'): number =>
    bands[search].at(-1)?.median ?? Infinity;
  const beats = (other: 'hyperband' | 'random'): CheckResult => ({
    name: l10n.t('BOHB is no worse than {0} for the same cost', searchLabel(other)),
    status: median('bohb') <= median(other) ? 'PASS' : 'WARN',
    message: l10n.t(
      'Median regret {0} against {1}.',
      formatNumber(median('bohb')),
      formatNumber(median(other)),
    ),
    value: median('bohb'),
    target: median(other),
  });
  return [
    trainsNoFurther(longest, maxResource),
    {
      name: l10n.t('The brackets spend what their table says'),
      status: spent <= cost * (1 + 1e-9) ? 'PASS' : 'FAIL',
      message: l10n.t('{0} spent, {1} planned.', formatNumber(spent), formatNumber(cost)),
      value: spent,
      target: cost,
      tolerance: 0,
    },
    budgets.length > 0
      ? {
          name: l10n.t('Models only move on to larger budgets'),
          status: falls === 0 ? 'PASS' : 'FAIL',
          message: l10n.t(
            '{0} configurations by models, the last at {1} units; {2} steps back.',
            String(budgets.length),
            formatNumber(budgets.at(-1) ?? NaN),
            String(falls),
          ),
          value: falls,
          target: 0,
        }
      : {
          name: l10n.t('Models only move on to larger budgets'),
          status: 'WARN',
          message: l10n.t(
            'No budget came to have enough results for a model: this was Hyperband. Take more rounds or let a model need fewer results.',
          ),
        },
    {
      name: l10n.t('As many random draws as asked for'),
      status: Math.abs(share - wanted) <= tolerance + 1e-9 ? 'PASS' : 'WARN',
      message: l10n.t('{0} % of all, {1} % asked for.', percent(share), percent(wanted)),
      value: share,
      target: wanted,
      tolerance,
    },
    beats('hyperband'),
    beats('random'),
  ];
}

export function searchLabel(search: keyof Contest['bands']): string {
  switch (search) {
    case 'bohb':
      return l10n.t('BOHB');
    case 'hyperband':
      return l10n.t('Hyperband');
    case 'random':
      return l10n.t('Random search in full');
  }
}
