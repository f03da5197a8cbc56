import * as l10n from '@vscode/l10n';
import { ancestry, type PbtJob } from '../../fidelity/pbt';
import type { ChartBlock, Row } from '../../report/report';
import { themeColour } from '../../report/theme';
import { isNumeric } from '../../space/cumulative';
import { fromUnit } from '../../space/distribution';
import { drawableParameters, type DrawableParameter, type SearchSpace } from '../../space/searchSpace';
import { choiceLabel } from '../../space/values';
import { formatNumber } from '../../text/formatNumber';
import { shorten } from '../../text/shorten';
import { parameterShown } from '../samplingAxis';
import type { DriftingTask } from './driftingTask';
import type { PbtPlan } from './plan';
import type { Played } from './run';

/** Parameters that matter less than these are left out. */
const mostParameters = 4;

/** The values of the models that are trained furthest, over their whole past. */
export function scheduleChart(
  space: SearchSpace,
  plan: PbtPlan,
  task: DriftingTask,
  { jobs }: Played,
  line: readonly PbtJob[],
): ChartBlock {
  const kinds = {
    others: l10n.t('Other members’ models'),
    winner: l10n.t('The best model'),
    best: l10n.t('Trains fastest'),
  };
  const furthest = Math.max(-1, ...jobs.map(({ rung }) => rung));
  const pasts = jobs.filter(({ rung }) => rung === furthest).map(({ id }) => ancestry(jobs, id));
  const shown = task.ranked
    .slice(0, mostParameters)
    .flatMap(name => drawableParameters(space).find(parameter => parameter.name === name) ?? []);
  const data = Object.fromEntries(
    shown.map((parameter, i) => [
      `schedule${i}`,
      [
        ...pasts.flatMap((past, series) => steps(parameter, past, `${series}`, kinds.others)),
        ...fastest(parameter, plan, task, kinds.best),
        ...steps(parameter, line, 'winner', kinds.winner),
      ],
    ]),
  );
  const color = {
    field: 'kind',
    type: 'nominal',
    title: null,
    scale: {
      domain: Object.values(kinds),
      range: [themeColour.primary, themeColour.highlight, themeColour.foreground],
    },
    legend: { orient: 'top', symbolType: 'stroke', symbolStrokeWidth: 2, symbolSize: 300, symbolOpacity: 1 },
  };
  const title = l10n.t('Values over time');
  return {
    kind: 'chart',
    id: 'pbt-schedules',
    title,
    summary: shown
      .map(({ name }) =>
        l10n.t(
          '{0} goes from {1} to {2}; changes: {3}.',
          shorten(name, 60),
          valueText(line[0], name),
          valueText(line.at(-1), name),
          String(changes(line, name)),
        ),
      )
      .join(' '),
    spec: {
      columns: 2,
      resolve: { scale: { color: 'shared' } },
      concat: shown.map((parameter, i) => ({
        height: 140,
        data: { name: `schedule${i}` },
        layer: [
          layer(parameter, kinds.others, { strokeWidth: 1, opacity: 0.35 }),
          layer(parameter, kinds.best, { strokeWidth: 1.5, strokeDash: [4, 3] }),
          layer(parameter, kinds.winner, { strokeWidth: 3 }),
        ],
      })),
    },
    data,
    table: {
      kind: 'table',
      title,
      columns: [
        { key: 'parameter', title: l10n.t('Parameter'), kind: 'parameter' },
        { key: 'from', title: l10n.t('From'), kind: 'number' },
        { key: 'resource', title: l10n.t('To'), kind: 'number' },
        { key: 'text', title: l10n.t('Value of the best model'), kind: 'text' },
      ],
      rows: shown.flatMap(({ name }) =>
        line.map(job => ({
          parameter: name,
          from: job.from,
          resource: job.resource,
          text: valueText(job, name),
        })),
      ),
    },
  };

  function layer(parameter: DrawableParameter, kind: string, mark: object): object {
    const { encoding } = parameterShown(parameter);
    return {
      mark: { type: 'line', interpolate: kind === kinds.best ? 'linear' : 'step-after', ...mark },
      transform: [{ filter: { field: 'kind', equal: kind } }],
      encoding: {
        x: {
          field: 'resource',
          type: 'quantitative',
          title: l10n.t('Resource'),
          scale: { domain: [0, plan.maxResource], nice: false },
          axis: { grid: false, format: '.3~r', tickCount: 5 },
        },
        y: { field: 'value', ...encoding },
        detail: { field: 'series' },
        color,
      },
    };
  }
}

function steps(parameter: DrawableParameter, past: readonly PbtJob[], series: string, kind: string): Row[] {
  const { place } = parameterShown(parameter);
  return past.flatMap(({ configuration, from, resource }, index): Row[] => {
    const value = place(configuration, index);
    if (value === null) return [];
    const row = { series, kind, value };
    // The last stretch ends somewhere.
    return index === past.length - 1
      ? [
          { ...row, resource: from },
          { ...row, resource },
        ]
      : [{ ...row, resource: from }];
  });
}

function fastest(parameter: DrawableParameter, plan: PbtPlan, task: DriftingTask, kind: string): Row[] {
  if (!isNumeric(parameter.domain)) return [];
  return Array.from({ length: 21 }, (_, i) => i / 20).flatMap(progress => {
    const unit = task.bestAt(parameter.name, progress);
    if (unit === undefined) return [];
    const value = Number(fromUnit(parameter.domain, unit));
    return [{ series: 'best', kind, value, resource: progress * plan.maxResource }];
  });
}

function changes(line: readonly PbtJob[], name: string): number {
  return line.filter(
    ({ configuration }, i) =>
      i > 0 && configuration.get(name) !== (line[i - 1] as PbtJob).configuration.get(name),
  ).length;
}

function valueText(job: PbtJob | undefined, name: string): string {
  const value = job?.configuration.get(name);
  if (value === undefined) return l10n.t('inactive');
  return shorten(typeof value === 'number' ? formatNumber(value) : choiceLabel(value), 60);
}
