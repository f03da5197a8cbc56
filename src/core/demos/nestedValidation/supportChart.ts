import * as l10n from '@vscode/l10n';
import type { ChartBlock } from '../../report/report';
import { themeColour } from '../../report/theme';
import { formatNumber } from '../../text/formatNumber';
import type { Scoring } from '../../validation/scoreLaw';
import { rowsFor, supportedTrials } from '../../validation/validationSize';
import { points } from '../leakage/validationSet';

/** What the user's validation set is worth. */
export interface Support {
  /** The most trials within the tolerance; Infinity beyond a billion. */
  readonly trials: number;
  /** The rows that the user's own trials need, rounded up to two digits. */
  readonly rows: number;
}

export function supportOf(scoring: Scoring, trials: number, tolerance: number): Support {
  const rows = rowsFor(scoring, trials, tolerance);
  const digit = 10 ** Math.max(0, Math.floor(Math.log10(rows)) - 1);
  return { trials: supportedTrials(scoring, tolerance), rows: Math.ceil(rows / digit) * digit };
}

/** Trials as a sentence shows them; beyond a million all are the same. */
export function trialsText(trials: number): string {
  return trials >= 1e6 ? l10n.t('over a million') : formatNumber(trials);
}

const trialCounts = [2, 3, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];

/** The rows that keep the best of so many trials within half, once and twice the tolerance. */
export function supportChart(scoring: Scoring, trials: number, tolerance: number): ChartBlock {
  const tolerances = [tolerance / 2, tolerance, tolerance * 2];
  const label = (value: number): string => l10n.t('within {0} points', points(value));
  const rows = tolerances.flatMap(each =>
    trialCounts.map(count => ({
      tolerance: label(each),
      trials: count,
      rows: rowsFor(scoring, count, each),
    })),
  );
  const support = supportOf(scoring, trials, tolerance);
  const x = {
    field: 'rows',
    type: 'quantitative',
    title: l10n.t('Validation rows (log scale)'),
    scale: { type: 'log', nice: false },
    axis: { format: '~s', tickCount: 6, grid: false },
  };
  const y = {
    field: 'trials',
    type: 'quantitative',
    title: l10n.t('Trials it supports (log scale)'),
    scale: { type: 'log', domain: [1.8, 11_000], nice: false },
    axis: { values: [2, 10, 100, 1000, 10_000], format: '~s' },
  };
  return {
    kind: 'chart',
    id: 'nested-support',
    title: l10n.t('How many trials a validation set supports'),
    summary: l10n.t(
      '{0} rows support {1} trials within {2} points; {3} trials need {4} rows.',
      formatNumber(scoring.rows),
      trialsText(support.trials),
      points(tolerance),
      formatNumber(trials),
      formatNumber(support.rows),
    ),
    spec: {
      height: 240,
      layer: [
        {
          data: { name: 'support' },
          mark: { type: 'line', point: { size: 30 } },
          encoding: {
            x,
            y,
            color: {
              field: 'tolerance',
              type: 'nominal',
              title: null,
              scale: {
                domain: tolerances.map(label),
                range: [themeColour.secondary, themeColour.primary, themeColour.tertiary],
              },
              legend: { orient: 'top' },
            },
            tooltip: [
              { field: 'tolerance', type: 'nominal', title: l10n.t('Optimism') },
              { field: 'trials', type: 'quantitative', title: l10n.t('Trials') },
              { field: 'rows', type: 'quantitative', format: ',.0f', title: l10n.t('Rows needed') },
            ],
          },
        },
        {
          data: { name: 'here' },
          mark: { type: 'point', filled: true, size: 140, opacity: 1, color: themeColour.highlight },
          encoding: { x, y },
        },
        {
          data: { name: 'here' },
          mark: { type: 'text', align: 'right', dx: -10, dy: -8, color: themeColour.foreground },
          encoding: { x, y, text: { field: 'label' } },
        },
      ],
    },
    data: {
      support: rows,
      here: [
        {
          rows: scoring.rows,
          trials,
          label: l10n.t('yours: {0} trials, {1} rows', formatNumber(trials), formatNumber(scoring.rows)),
        },
      ],
    },
    table: {
      kind: 'table',
      title: l10n.t('Rows that trials need'),
      columns: [
        { key: 'tolerance', title: l10n.t('Optimism'), kind: 'text' },
        { key: 'trials', title: l10n.t('Trials'), kind: 'number' },
        { key: 'rows', title: l10n.t('Rows needed'), kind: 'number' },
      ],
      rows,
    },
  };
}

/** Where the user's own numbers stand. */
export function supportText(scoring: Scoring, trials: number, tolerance: number): string {
  const { trials: most, rows } = supportOf(scoring, trials, tolerance);
  return most >= trials
    ? l10n.t(
        'Your {0} rows keep the best of {1} trials within {2} points of the truth; {3} would do.',
        formatNumber(scoring.rows),
        formatNumber(trials),
        points(tolerance),
        formatNumber(rows),
      )
    : l10n.t(
        'Your {0} rows keep the best of {1} trials within {2} points of the truth. For {3} trials take {4} rows, or believe the score of the winner only on rows of its own.',
        formatNumber(scoring.rows),
        trialsText(most),
        points(tolerance),
        formatNumber(trials),
        formatNumber(rows),
      );
}
