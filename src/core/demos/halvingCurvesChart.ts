import * as l10n from '@vscode/l10n';
import { lossAt } from '../objectives/learningCurve';
import type { ChartBlock, Row } from '../report/report';
import { themeColour } from '../report/theme';
import { formatNumber } from '../text/formatNumber';
import type { HalvingPlan } from './halvingPlan';
import { endRows, type HalvingRun } from './halvingTrials';

/** As many curves as can still be told apart. */
export const mostCurves = 200;

/** Loss against resource for each trial, ending where the trial was stopped, with a rule at every rung. */
export function curvesChart(run: HalvingRun, plan: HalvingPlan): ChartBlock {
  const series = {
    stopped: l10n.t('stopped'),
    finished: l10n.t('trained to the last rung'),
    best: l10n.t('truly best'),
  };
  const nameOf = (trial: number, outcome: string): string =>
    trial === run.contest.best ? series.best : outcome === 'finished' ? series.finished : series.stopped;
  const shown = run.trials.slice(0, mostCurves);
  const curves = shown.flatMap(({ trial, end, losses }): Row[] =>
    run.resources.flatMap((resource, index) =>
      resource <= end.resource
        ? [{ trial, resource, loss: losses[index] ?? null, series: nameOf(trial, end.outcome) }]
        : [],
    ),
  );
  const ends = endRows({ ...run, trials: shown }).map(
    ({ trial, resource, loss, reason, outcome, configuration }) => ({
      trial: Number(trial),
      resource: Number(resource),
      loss: Number(loss),
      reason: String(reason),
      configuration: String(configuration),
      series: nameOf(Number(trial), String(outcome)),
    }),
  );
  const rungs = plan.schedule.resources.map(resource => ({ resource, label: formatNumber(resource) }));
  const missed = missedCurve(run, plan);
  const x = {
    field: 'resource',
    type: 'quantitative',
    title: l10n.t('Resource (log scale, base {0})', formatNumber(plan.reductionFactor)),
    scale: {
      type: 'log',
      base: plan.reductionFactor,
      domain: [(run.resources[0] ?? 1) / 1.08, plan.maxResource * 1.08],
      nice: false,
    },
    axis: {
      values: [...new Set([...plan.schedule.resources, plan.maxResource])],
      format: '.3~r',
      grid: false,
      labelOverlap: 'greedy',
    },
  };
  const y = {
    field: 'loss',
    type: 'quantitative',
    title: l10n.t('Simulated loss'),
    scale: { zero: false },
  };
  const color = {
    field: 'series',
    type: 'nominal',
    title: null,
    scale: {
      domain: [series.stopped, series.finished, series.best],
      range: [themeColour.secondary, themeColour.primary, themeColour.highlight],
    },
    legend: { orient: 'top' },
  };
  const trial = { field: 'trial', type: 'nominal' };
  const tooltip = [
    { field: 'trial', type: 'nominal', title: l10n.t('Trial') },
    { field: 'reason', type: 'nominal', title: l10n.t('Outcome') },
    { field: 'loss', type: 'quantitative', format: '.3~r', title: l10n.t('Loss') },
    { field: 'configuration', type: 'nominal', title: l10n.t('Configuration') },
  ];
  return {
    kind: 'chart',
    id: 'halving-curves',
    title: l10n.t('Loss by trial, to where it was stopped'),
    summary: summary(run, plan),
    spec: {
      height: 280,
      layer: [
        {
          data: { name: 'rungs' },
          mark: { type: 'rule', strokeDash: [4, 4], color: themeColour.neutral },
          encoding: { x },
        },
        ...(missed.length === 0
          ? []
          : [
              {
                data: { name: 'missed' },
                mark: { type: 'line', strokeDash: [2, 3], strokeWidth: 2, color: themeColour.highlight },
                encoding: { x, y },
              },
            ]),
        {
          data: { name: 'curves' },
          mark: { type: 'line', strokeWidth: 1.5 },
          encoding: {
            x,
            y,
            color,
            detail: trial,
            opacity: { condition: { param: 'pointed', empty: false, value: 1 }, value: 0.55 },
            strokeWidth: { condition: { param: 'pointed', empty: false, value: 3 }, value: 1.5 },
          },
        },
        {
          data: { name: 'ends' },
          params: [
            {
              name: 'pointed',
              select: {
                type: 'point',
                fields: ['trial'],
                on: 'pointerover',
                nearest: true,
                clear: 'pointerout',
              },
            },
          ],
          mark: { type: 'point', filled: true, size: 45, opacity: 1 },
          encoding: {
            x,
            y,
            color,
            shape: {
              field: 'series',
              type: 'nominal',
              title: null,
              scale: { domain: color.scale.domain, range: ['cross', 'circle', 'diamond'] },
            },
            tooltip,
          },
        },
      ],
    },
    data: { rungs, curves, ends, ...(missed.length === 0 ? {} : { missed }) },
    table: {
      kind: 'table',
      title: l10n.t('Where each trial ended'),
      columns: [
        { key: 'trial', title: l10n.t('Trial'), kind: 'number' },
        { key: 'resource', title: l10n.t('Trained for'), kind: 'number' },
        { key: 'loss', title: l10n.t('Loss'), kind: 'number' },
        { key: 'reason', title: l10n.t('Outcome'), kind: 'text' },
        { key: 'configuration', title: l10n.t('Configuration'), kind: 'text' },
      ],
      rows: ends,
    },
  };
}

/** Where the truly best trial would have gone had it not been stopped; empty when it was not. */
function missedCurve({ contest, trials, resources }: HalvingRun, { maxResource }: HalvingPlan): Row[] {
  const stopped = trials.find(({ trial, end }) => trial === contest.best && end.outcome === 'stopped');
  const curve = contest.curves[contest.best];
  if (!stopped || !curve) return [];
  return resources
    .filter(resource => resource >= stopped.end.resource)
    .map(resource => ({ resource, loss: lossAt(curve, resource / maxResource) }));
}

function summary({ trials, contest }: HalvingRun, { configurations, schedule }: HalvingPlan): string {
  const finished = trials.filter(({ end }) => end.outcome === 'finished').length;
  const best = trials.find(({ trial }) => trial === contest.best);
  const stopped = best?.end.outcome === 'stopped' ? best.end.resource : undefined;
  const counts = [
    String(configurations),
    String(schedule.resources.length),
    String(finished),
    formatNumber(schedule.resources.at(-1) ?? 0),
  ];
  return stopped === undefined
    ? l10n.t(
        '{0} loss curves over {1} rungs, {2} of them up to the last at {3}, the truly best one included.',
        ...counts,
      )
    : l10n.t(
        '{0} loss curves over {1} rungs, {2} of them up to the last at {3}; the truly best one was stopped at {4}.',
        ...counts,
        formatNumber(stopped),
      );
}
