import * as l10n from '@vscode/l10n';
import { scheduleTable } from '../fidelity/schedule';
import type { ChartBlock, Row, TableBlock } from '../report/report';
import { themeColour } from '../report/theme';
import { formatNumber } from '../text/formatNumber';
import type { HalvingPlan } from './halvingPlan';

/** What a plan costs, in resource units: every rung from scratch, trials resumed, every trial in full. */
export interface PlanCost {
  readonly restarted: number;
  readonly resumed: number;
  readonly full: number;
}

export function planCost({ schedule, configurations, maxResource }: HalvingPlan): PlanCost {
  const table = scheduleTable(schedule);
  return {
    restarted: table.reduce((sum, row) => sum + row.cost, 0),
    resumed: table.reduce((sum, row) => sum + row.resumedCost, 0),
    full: configurations * maxResource,
  };
}

/** Configurations, resource and cost of each rung, and how many go on. */
export function rungTable({ schedule }: HalvingPlan): TableBlock {
  const rows = scheduleTable(schedule);
  return {
    kind: 'table',
    title: l10n.t('Rungs'),
    columns: [
      { key: 'rung', title: l10n.t('Rung'), kind: 'number' },
      { key: 'configurations', title: l10n.t('Configurations'), kind: 'number' },
      { key: 'resource', title: l10n.t('Resource each'), kind: 'number' },
      { key: 'cost', title: l10n.t('Cost from scratch'), kind: 'number' },
      { key: 'resumedCost', title: l10n.t('Cost if trials resume'), kind: 'number' },
      { key: 'promoted', title: l10n.t('Go on'), kind: 'number' },
    ],
    rows: rows.map((row, rung) => ({ ...row, promoted: rows[rung + 1]?.configurations ?? 0 })),
  };
}

/** Three bars: the schedule with trials resumed, with every rung from scratch, and every trial trained in full. */
export function costChart(plan: HalvingPlan): ChartBlock {
  const { resumed, restarted, full } = planCost(plan);
  const ways = {
    resumed: l10n.t('trials resume'),
    restarted: l10n.t('rungs from scratch'),
    full: l10n.t('every trial in full'),
  };
  const costs: Row[] = scheduleTable(plan.schedule).flatMap(row => [
    { way: ways.resumed, rung: row.rung, cost: row.resumedCost, resource: row.resource },
    { way: ways.restarted, rung: row.rung, cost: row.cost, resource: row.resource },
  ]);
  costs.push({ way: ways.full, rung: 0, cost: full, resource: plan.maxResource });
  const totals: Row[] = [
    { way: ways.resumed, cost: resumed, label: formatNumber(resumed), kind: 'halving' },
    { way: ways.restarted, cost: restarted, label: formatNumber(restarted), kind: 'halving' },
    { way: ways.full, cost: full, label: formatNumber(full), kind: 'full' },
  ];
  const y = {
    field: 'way',
    type: 'nominal',
    title: null,
    sort: Object.values(ways),
    axis: { ticks: false, domain: false },
  };
  const x = {
    field: 'cost',
    type: 'quantitative',
    title: l10n.t('Cost in units of the resource'),
    axis: { tickCount: 5 },
  };
  return {
    kind: 'chart',
    id: 'halving-cost',
    title: l10n.t('What the schedule costs'),
    summary: l10n.t(
      'Halving costs {0} when trials resume and {1} when each rung starts from scratch; training every trial in full costs {2}.',
      formatNumber(resumed),
      formatNumber(restarted),
      formatNumber(full),
    ),
    spec: {
      height: 102,
      layer: [
        {
          data: { name: 'costs' },
          mark: { type: 'bar', stroke: themeColour.background, strokeWidth: 1 },
          encoding: {
            y,
            x,
            order: { field: 'rung', type: 'ordinal' },
            color: {
              condition: { test: { field: 'way', equal: ways.full }, value: themeColour.neutral },
              value: themeColour.primary,
            },
            tooltip: [
              { field: 'way', type: 'nominal', title: l10n.t('Way') },
              { field: 'resource', type: 'quantitative', title: l10n.t('Up to resource') },
              { field: 'cost', type: 'quantitative', title: l10n.t('Cost') },
            ],
          },
        },
        {
          data: { name: 'totals' },
          mark: { type: 'text', align: 'left', dx: 5, color: themeColour.foreground },
          encoding: { y, x, text: { field: 'label', type: 'nominal' } },
        },
      ],
    },
    data: { costs, totals },
    table: {
      kind: 'table',
      title: l10n.t('Cost'),
      columns: [
        { key: 'way', title: l10n.t('Way'), kind: 'text' },
        { key: 'cost', title: l10n.t('Cost'), kind: 'number' },
      ],
      rows: totals.map(({ way, cost }) => ({ way: way ?? null, cost: cost ?? null })),
    },
  };
}
