import * as l10n from '@vscode/l10n';
import type { PbtJob } from '../../fidelity/pbt';
import type { ChartBlock, Row } from '../../report/report';
import { themeColour } from '../../report/theme';
import type { PbtPlan } from './plan';
import type { Played } from './run';

/** Who goes on with whose model: one row a member, a slanted line wherever another's model is taken over. */
export function lineageChart(plan: PbtPlan, { jobs, exploits }: Played, line: readonly PbtJob[]): ChartBlock {
  const kinds = {
    lost: l10n.t('No descendants at the end'),
    alive: l10n.t('Descendants at the end'),
    winner: l10n.t('Ancestors of the best'),
  };
  const alive = survivors(jobs);
  const winners = new Set(line.map(({ id }) => id));
  const parentOf = ({ parent }: PbtJob): PbtJob | undefined =>
    parent === undefined ? undefined : jobs[parent];
  // What matters most is drawn last.
  const order = ({ id }: PbtJob): number => Number(alive.has(id)) + Number(winners.has(id));
  const rows = [...jobs]
    .sort((a, b) => order(a) - order(b))
    .map((job): Row => ({
      member: job.trial + 1,
      from: job.from,
      resource: job.resource,
      parent: (parentOf(job)?.trial ?? job.trial) + 1,
      kind: winners.has(job.id) ? kinds.winner : alive.has(job.id) ? kinds.alive : kinds.lost,
    }));
  const members = new Set(jobs.map(({ trial }) => trial)).size;
  const founders = new Set(
    [...alive].flatMap(id => {
      const job = jobs[id];
      return job && job.parent === undefined ? [job.trial] : [];
    }),
  ).size;
  const color = {
    field: 'kind',
    type: 'nominal',
    title: null,
    scale: {
      domain: Object.values(kinds),
      range: [themeColour.neutral, themeColour.primary, themeColour.highlight],
    },
    legend: { orient: 'top', symbolType: 'stroke', symbolStrokeWidth: 2, symbolSize: 300, labelLimit: 220 },
  };
  const tooltip = [
    { field: 'member', type: 'quantitative', title: l10n.t('Member') },
    { field: 'parent', type: 'quantitative', title: l10n.t('With the model of member') },
    { field: 'from', type: 'quantitative', format: '.3~r', title: l10n.t('From') },
    { field: 'resource', type: 'quantitative', format: '.3~r', title: l10n.t('To') },
  ];
  const title = l10n.t('Who descends from whom');
  return {
    kind: 'chart',
    id: 'pbt-lineage',
    title,
    summary: l10n.t(
      '{0} models were taken over; in the end all {1} members descend from {2} of the first, and the best from member {3}.',
      String(exploits.length),
      String(members),
      String(founders),
      String((line[0]?.trial ?? 0) + 1),
    ),
    spec: {
      height: Math.max(120, Math.min(420, 14 * members)),
      data: { name: 'lineage' },
      transform: [{ calculate: '(datum.from + datum.resource) / 2', as: 'middle' }],
      // A model is handed over in the first half of a stretch and trained on in the second.
      layer: [1.25, 3].flatMap(strokeWidth => {
        const best = { field: 'kind', equal: kinds.winner };
        const part = (encoding: object): object => ({
          transform: [{ filter: strokeWidth === 3 ? best : { not: best } }],
          mark: { type: 'rule', strokeWidth, opacity: 1 },
          encoding,
        });
        return [
          part(segment('from', 'parent', 'middle', 'member')),
          part(segment('middle', 'member', 'resource', 'member')),
        ];
      }),
    },
    data: { lineage: rows },
    table: {
      kind: 'table',
      title,
      columns: [
        { key: 'member', title: l10n.t('Member'), kind: 'number' },
        { key: 'from', title: l10n.t('From'), kind: 'number' },
        { key: 'resource', title: l10n.t('To'), kind: 'number' },
        { key: 'parent', title: l10n.t('With the model of member'), kind: 'number' },
        { key: 'kind', title: l10n.t('Outcome'), kind: 'text' },
      ],
      rows,
    },
  };

  function segment(x: string, y: string, x2: string, y2: string): object {
    return {
      x: {
        field: x,
        type: 'quantitative',
        title: l10n.t('Resource'),
        scale: { domain: [0, plan.maxResource], nice: false },
        axis: { grid: false, format: '.3~r', tickCount: 8 },
      },
      x2: { field: x2 },
      y: {
        field: y,
        type: 'quantitative',
        title: l10n.t('Member'),
        scale: { domain: [0.5, members + 0.5], nice: false, reverse: true },
        axis: { grid: false, tickMinStep: 1 },
      },
      y2: { field: y2 },
      color,
      tooltip,
    };
  }
}

/** The jobs that the models trained furthest come from. */
function survivors(jobs: readonly PbtJob[]): ReadonlySet<number> {
  const furthest = Math.max(-1, ...jobs.map(({ rung }) => rung));
  const alive = new Set(jobs.filter(({ rung }) => rung === furthest).map(({ id }) => id));
  // Parents come before their children.
  for (const { id, parent } of jobs.toReversed()) {
    if (alive.has(id) && parent !== undefined) alive.add(parent);
  }
  return alive;
}
