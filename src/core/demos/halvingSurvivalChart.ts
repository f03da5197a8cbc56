import * as l10n from '@vscode/l10n';
import { scheduleCost, type Schedule } from '../fidelity/schedule';
import type { ChartBlock } from '../report/report';
import { themeColour } from '../report/theme';
import { formatNumber } from '../text/formatNumber';
import type { Share } from './halvingSurvival';

/** One reduction factor tried, with everything else of the plan kept. */
export interface SurvivalOf {
  readonly reductionFactor: number;
  readonly schedule: Schedule;
  /** For each rung, the share of runs in which the best configuration was trained there. */
  readonly trained: readonly Share[];
}

/** A share as a whole percentage, without the sign. */
export function percent(share: number): string {
  return formatNumber(Math.round(100 * share));
}

/** How often the best configuration is still trained at each rung, a line for each reduction factor. */
export function survivalChart(
  survivals: readonly SurvivalOf[],
  chosen: SurvivalOf,
  runs: number,
): ChartBlock {
  const points = survivals.flatMap(({ reductionFactor, schedule, trained }) =>
    trained.map((share, rung) => ({
      factor: factorLabel(reductionFactor),
      resource: schedule.resources[rung] ?? 0,
      ...share,
      chosen: reductionFactor === chosen.reductionFactor,
    })),
  );
  const resources = points.map(({ resource }) => resource);
  const x = {
    field: 'resource',
    type: 'quantitative',
    title: l10n.t('Rung (log scale, base {0})', formatNumber(chosen.reductionFactor)),
    scale: {
      type: 'log',
      base: chosen.reductionFactor,
      domain: [Math.min(...resources) / 1.08, Math.max(...resources) * 1.08],
      nice: false,
    },
    axis: { values: chosen.schedule.resources, format: '.3~r', grid: false, labelOverlap: 'greedy' },
  };
  const y = (field: string): object => ({
    field,
    type: 'quantitative',
    title: l10n.t('Runs with the best still in'),
    scale: { domain: [0, 1] },
    axis: { format: '.0%' },
  });
  const others = [themeColour.primary, themeColour.tertiary, themeColour.quaternary];
  const color = {
    field: 'factor',
    type: 'nominal',
    title: null,
    scale: {
      domain: survivals.map(({ reductionFactor }) => factorLabel(reductionFactor)),
      range: survivals.map(survival => (survival === chosen ? themeColour.highlight : others.shift())),
    },
    legend: { orient: 'top' },
  };
  const emphasis = (on: number, off: number): object => ({
    condition: { test: { field: 'chosen', equal: true }, value: on },
    value: off,
  });
  return {
    kind: 'chart',
    id: 'halving-survival',
    title: l10n.t('Where the best configuration is lost'),
    summary: summary(survivals, chosen, runs),
    spec: {
      height: 220,
      data: { name: 'survival' },
      layer: [
        {
          transform: [{ filter: { field: 'chosen', equal: true } }],
          mark: { type: 'rule', color: themeColour.neutral, strokeWidth: 2 },
          encoding: { x, y: y('low'), y2: { field: 'high' } },
        },
        {
          mark: { type: 'line' },
          encoding: { x, y: y('share'), color, strokeWidth: emphasis(2.5, 1.2) },
        },
        {
          mark: { type: 'point', filled: true, opacity: 1 },
          encoding: {
            x,
            y: y('share'),
            color,
            size: emphasis(80, 30),
            tooltip: [
              { field: 'factor', type: 'nominal', title: l10n.t('Reduction factor') },
              { field: 'resource', type: 'quantitative', format: '.3~r', title: l10n.t('Rung') },
              { field: 'share', type: 'quantitative', format: '.0%', title: l10n.t('Best still in') },
            ],
          },
        },
      ],
    },
    data: { survival: points },
    table: {
      kind: 'table',
      title: l10n.t('Survival of the best configuration'),
      columns: [
        { key: 'reductionFactor', title: l10n.t('Reduction factor η'), kind: 'number' },
        { key: 'rungs', title: l10n.t('Rungs'), kind: 'number' },
        { key: 'lastRung', title: l10n.t('Last rung'), kind: 'number' },
        { key: 'resumedCost', title: l10n.t('Cost if trials resume'), kind: 'number' },
        { key: 'share', title: l10n.t('Survives (share of runs)'), kind: 'number' },
        { key: 'low', title: l10n.t('95 % from'), kind: 'number' },
        { key: 'high', title: l10n.t('95 % to'), kind: 'number' },
      ],
      rows: survivals.map(({ reductionFactor, schedule, trained }) => ({
        reductionFactor,
        rungs: schedule.resources.length,
        lastRung: schedule.resources.at(-1) ?? null,
        resumedCost: scheduleCost(schedule).resumedCost,
        share: null,
        ...trained.at(-1),
      })),
    },
  };
}

function factorLabel(reductionFactor: number): string {
  return l10n.t('η = {0}', formatNumber(reductionFactor));
}

function summary(survivals: readonly SurvivalOf[], chosen: SurvivalOf, runs: number): string {
  const ends = survivals.map(({ reductionFactor, trained }) =>
    l10n.t('{0} % at η = {1}', percent(trained.at(-1)?.share ?? 0), formatNumber(reductionFactor)),
  );
  return l10n.t(
    'With η = {0} the best configuration is trained at the last rung in {1} % of {2} runs. Of all factors: {3}.',
    formatNumber(chosen.reductionFactor),
    percent(chosen.trained.at(-1)?.share ?? 0),
    String(runs),
    ends.join(', '),
  );
}
