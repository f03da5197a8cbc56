import * as l10n from '@vscode/l10n';
import type { PbtJob } from '../../fidelity/pbt';
import type { ChartBlock, Row } from '../../report/report';
import { themeColour } from '../../report/theme';
import { formatNumber } from '../../text/formatNumber';
import type { PbtPlan } from './plan';
import type { Fixed, Played } from './run';

/** The loss of every member, where it took over another's model, the winner's line and the best fixed configuration. */
export function lossChart(
  plan: PbtPlan,
  { jobs, exploits, losses }: Played,
  line: readonly PbtJob[],
  fixed: Fixed | undefined,
  floor: number,
): ChartBlock {
  const kinds = {
    members: l10n.t('Members'),
    winner: l10n.t('Ancestors of the best'),
    fixed: l10n.t('Best fixed configuration'),
    copies: l10n.t('Copies another'),
  };
  const series = (jobs: readonly PbtJob[], kind: string): Row[] =>
    jobs.flatMap(({ id, resource, trial }) => {
      const loss = losses[id];
      return loss === undefined ? [] : [{ member: trial + 1, kind, resource, loss }];
    });
  const lines = [
    ...series(jobs, kinds.members),
    ...series(line, kinds.winner),
    ...(fixed?.losses ?? []).map((loss, k): Row => ({
      series: 'fixed',
      kind: kinds.fixed,
      resource: plan.resources[k] ?? 0,
      loss,
      member: null,
    })),
  ];
  const events = exploits.map(({ member, copied, resource, rung }): Row => ({
    kind: kinds.copies,
    resource,
    member: member + 1,
    copied: copied + 1,
    loss: losses[jobs.find(job => job.trial === member && job.rung === rung)?.id ?? -1] ?? null,
  }));
  const end = losses[line.at(-1)?.id ?? -1] ?? NaN;
  const color = {
    field: 'kind',
    type: 'nominal',
    title: null,
    scale: {
      domain: Object.values(kinds),
      range: [themeColour.primary, themeColour.highlight, themeColour.foreground, themeColour.secondary],
    },
    legend: { orient: 'top', symbolOpacity: 1, symbolType: 'circle', labelLimit: 220 },
  };
  const x = {
    field: 'resource',
    type: 'quantitative',
    title: l10n.t('Resource'),
    scale: { domain: [0, plan.maxResource], nice: false },
    axis: { grid: false, format: '.3~r', tickCount: 8 },
  };
  const y = {
    field: 'loss',
    type: 'quantitative',
    title: l10n.t('Loss (log scale)'),
    scale: { type: 'log', nice: false },
    axis: { tickCount: 5, format: '.2~g' },
  };
  const title = l10n.t('Loss of every member');
  return {
    kind: 'chart',
    id: 'pbt-losses',
    title,
    summary: [
      l10n.t(
        '{0} members take over another’s model {1} times; the best ends at {2}. No schedule gets below {3}.',
        String(new Set(jobs.map(({ trial }) => trial)).size),
        String(exploits.length),
        formatNumber(end),
        formatNumber(floor),
      ),
      ...(fixed
        ? [
            l10n.t(
              'The best of {0} fixed configurations ends at {1}.',
              formatNumber(fixed.of),
              formatNumber(fixed.loss),
            ),
          ]
        : []),
    ].join(' '),
    spec: {
      height: 280,
      data: { name: 'lines' },
      layer: [
        layer(kinds.members, { strokeWidth: 1, opacity: 0.45 }),
        {
          data: { name: 'events' },
          mark: { type: 'point', shape: 'diamond', filled: true, size: 40, opacity: 1 },
          encoding: {
            x,
            y,
            color,
            tooltip: [
              { field: 'member', type: 'quantitative', title: l10n.t('Member') },
              { field: 'copied', type: 'quantitative', title: l10n.t('Copies member') },
              { field: 'resource', type: 'quantitative', format: '.3~r', title: l10n.t('Resource') },
            ],
          },
        },
        layer(kinds.fixed, { strokeWidth: 2, strokeDash: [6, 3] }),
        layer(kinds.winner, { strokeWidth: 3 }),
      ],
    },
    data: { lines, events },
    table: {
      kind: 'table',
      title,
      columns: [
        { key: 'kind', title: l10n.t('Line'), kind: 'text' },
        { key: 'member', title: l10n.t('Member'), kind: 'number' },
        { key: 'resource', title: l10n.t('Resource'), kind: 'number' },
        { key: 'loss', title: l10n.t('Loss'), kind: 'number' },
      ],
      rows: lines,
    },
  };

  function layer(kind: string, mark: object): object {
    return {
      mark: { type: 'line', ...mark },
      transform: [{ filter: { field: 'kind', equal: kind } }],
      encoding: { x, y, color, ...(kind === kinds.members ? { detail: { field: 'member' } } : {}) },
    };
  }
}
