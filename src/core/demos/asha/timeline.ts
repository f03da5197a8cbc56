import * as l10n from '@vscode/l10n';
import type { ChartBlock, Row } from '../../report/report';
import { themeColour } from '../../report/theme';
import { formatNumber } from '../../text/formatNumber';
import type { AshaPlan } from './plan';
import { idleShare, type Played } from './run';

/** More bars than this are told apart by nobody. */
const mostBars = 1500;

/** Who worked on what and when. Gaps are idle time. */
export function timeline(
  id: string,
  title: string,
  played: Played,
  plan: AshaPlan,
  /** Where the axis ends, so that two can be compared. */
  end: number,
): ChartBlock {
  const { workers } = plan;
  const { resources } = played;
  const states = {
    told: l10n.t('told'),
    crashed: l10n.t('crashed'),
    running: l10n.t('running'),
  };
  const shown = played.attempts.slice(0, mostBars);
  const bars = shown.map(({ job, worker, start, end: until, straggles, outcome }): Row => ({
    worker: worker + 1,
    start,
    end: Math.min(until, Math.max(played.time, start)),
    trial: job.trial,
    rung: job.rung,
    resource: job.resource,
    state: straggles && outcome === 'told' ? l10n.t('told, straggled') : states[outcome],
    crashed: outcome === 'crashed',
  }));
  const idle = idleShare(played, workers);
  return {
    kind: 'chart',
    id,
    title,
    summary: [
      l10n.t(
        '{0} workers, {1} jobs, done after {2}; {3} % of the workers’ time is idle.',
        String(workers),
        formatNumber(played.attempts.length),
        formatNumber(played.time),
        formatNumber(Math.round(100 * idle)),
      ),
      ...(played.attempts.length > mostBars
        ? [l10n.t('Drawn are the first {0} jobs.', String(mostBars))]
        : []),
    ].join(' '),
    spec: {
      height: Math.max(60, Math.min(420, 18 * workers)),
      data: { name: 'bars' },
      mark: { type: 'bar', stroke: themeColour.background, strokeWidth: 0.5 },
      encoding: {
        x: {
          field: 'start',
          type: 'quantitative',
          title: l10n.t('Time in units of the resource'),
          scale: { domain: [0, end], nice: false },
          axis: { grid: false, tickCount: 8 },
        },
        x2: { field: 'end' },
        y: {
          field: 'worker',
          type: 'ordinal',
          title: l10n.t('Worker'),
          scale: { domain: Array.from({ length: workers }, (_, worker) => worker + 1) },
          axis: { ticks: false, labelOverlap: true },
        },
        color: {
          condition: { test: { field: 'crashed', equal: true }, value: themeColour.danger },
          field: 'rung',
          type: 'quantitative',
          title: l10n.t('Rung'),
          scale: {
            domain: [0, Math.max(1, resources.length - 1)],
            range: [themeColour.secondary, themeColour.primary],
          },
          legend: {
            orient: 'top',
            tickCount: Math.min(8, resources.length),
            format: 'd',
            gradientLength: 160,
          },
        },
        tooltip: [
          { field: 'trial', type: 'nominal', title: l10n.t('Trial') },
          { field: 'resource', type: 'quantitative', format: '.4~r', title: l10n.t('Trained for') },
          { field: 'state', type: 'nominal', title: l10n.t('State') },
          { field: 'start', type: 'quantitative', format: '.4~r', title: l10n.t('From') },
          { field: 'end', type: 'quantitative', format: '.4~r', title: l10n.t('To') },
        ],
      },
    },
    data: { bars },
    table: {
      kind: 'table',
      title,
      columns: [
        { key: 'worker', title: l10n.t('Worker'), kind: 'number' },
        { key: 'start', title: l10n.t('From'), kind: 'number' },
        { key: 'end', title: l10n.t('To'), kind: 'number' },
        { key: 'trial', title: l10n.t('Trial'), kind: 'number' },
        { key: 'resource', title: l10n.t('Trained for'), kind: 'number' },
        { key: 'state', title: l10n.t('State'), kind: 'text' },
      ],
      rows: bars.map(({ crashed: _, rung: __, ...row }) => row),
    },
  };
}
