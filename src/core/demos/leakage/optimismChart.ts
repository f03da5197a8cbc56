import * as l10n from '@vscode/l10n';
import type { Work } from '../../numeric/work';
import type { ChartBlock, Row } from '../../report/report';
import { themeColour } from '../../report/theme';
import { formatNumber } from '../../text/formatNumber';
import { lawOfLooks, winnerOf, type Scoring } from '../../validation/scoreLaw';
import { points } from './validationSet';

/** Trials at which the curves are computed: doubling, and the user's own. */
function counts(trials: number): number[] {
  const doubled = Array.from({ length: 11 }, (_, i) => 2 ** i);
  return [...new Set([...doubled, trials])].sort((a, b) => a - b);
}

/** The optimism of the best score over the number of trials, at a quarter, once and four times the rows. */
export function* optimismChart(scoring: Scoring, trials: number): Work<ChartBlock> {
  const rows: Row[] = [];
  const sizes = [0.25, 1, 4].map(times => Math.max(4, Math.round(scoring.rows * times)));
  for (const size of sizes) {
    const law = yield* lawOfLooks({ ...scoring, rows: size }, 1);
    yield;
    for (const count of counts(trials)) {
      const { reported, truth, optimism } = winnerOf(law, count);
      rows.push({
        rows: sizeLabel(size),
        trials: count,
        reported: 100 * reported,
        truth: 100 * truth,
        optimism: 100 * optimism,
        own: size === scoring.rows,
      });
      yield;
    }
  }
  const here = rows.find(row => row['own'] === true && row['trials'] === trials);
  const optimism = Number(here?.['optimism'] ?? 0) / 100;
  const x = {
    field: 'trials',
    type: 'quantitative',
    title: l10n.t('Trials (log scale)'),
    scale: { type: 'log', base: 2, domain: [1, 1024], nice: false },
    axis: { values: [1, 4, 16, 64, 256, 1024], grid: false },
  };
  const y = {
    field: 'optimism',
    type: 'quantitative',
    title: l10n.t('Best score above the truth (points)'),
    scale: { zero: true },
  };
  const color = {
    field: 'rows',
    type: 'nominal',
    title: null,
    sort: sizes.map(sizeLabel),
    scale: {
      domain: sizes.map(sizeLabel),
      range: [themeColour.secondary, themeColour.primary, themeColour.tertiary],
    },
    legend: { orient: 'top' },
  };
  return {
    kind: 'chart',
    id: 'leakage-trials',
    title: l10n.t('What choosing costs in belief'),
    summary: l10n.t(
      'The best of {0} trials on {1} rows is expected to look {2} points better than it is; on {3} rows {4} points, on {5} rows {6}.',
      formatNumber(trials),
      formatNumber(scoring.rows),
      points(optimism),
      formatNumber(sizes[0] ?? 0),
      points(at(rows, sizes[0], trials)),
      formatNumber(sizes[2] ?? 0),
      points(at(rows, sizes[2], trials)),
    ),
    spec: {
      height: 220,
      layer: [
        {
          data: { name: 'here' },
          mark: { type: 'rule', color: themeColour.neutral, strokeDash: [4, 3] },
          encoding: { x },
        },
        {
          data: { name: 'optimism' },
          mark: { type: 'line', point: { size: 30 } },
          encoding: {
            x,
            y,
            color,
            tooltip: [
              { field: 'trials', type: 'quantitative', title: l10n.t('Trials') },
              { field: 'rows', type: 'nominal', title: l10n.t('Validation set') },
              { field: 'reported', type: 'quantitative', format: '.1f', title: l10n.t('Best score (%)') },
              { field: 'truth', type: 'quantitative', format: '.1f', title: l10n.t('True accuracy (%)') },
              { field: 'optimism', type: 'quantitative', format: '.2f', title: l10n.t('Optimism (points)') },
            ],
          },
        },
        {
          data: { name: 'here' },
          mark: { type: 'point', filled: true, size: 130, opacity: 1, color: themeColour.highlight },
          encoding: { x, y },
        },
        {
          data: { name: 'here' },
          mark: { type: 'text', align: 'left', dx: 9, dy: 10, color: themeColour.foreground },
          encoding: { x, y, text: { field: 'label' } },
        },
      ],
    },
    data: {
      optimism: rows,
      here: [
        {
          trials,
          optimism: 100 * optimism,
          label: l10n.t('yours: {0} points', points(optimism)),
        },
      ],
    },
    table: {
      kind: 'table',
      title: l10n.t('Optimism by trials and rows'),
      columns: [
        { key: 'rows', title: l10n.t('Validation set'), kind: 'text' },
        { key: 'trials', title: l10n.t('Trials'), kind: 'number' },
        { key: 'reported', title: l10n.t('Best score (%)'), kind: 'number' },
        { key: 'truth', title: l10n.t('True accuracy (%)'), kind: 'number' },
        { key: 'optimism', title: l10n.t('Optimism (points)'), kind: 'number' },
      ],
      rows: rows.map(({ own: _, ...row }) => row),
    },
  };
}

function sizeLabel(rows: number): string {
  return l10n.t('{0} rows', formatNumber(rows));
}

function at(rows: readonly Row[], size: number | undefined, trials: number): number {
  const label = sizeLabel(size ?? 0);
  return Number(rows.find(row => row['rows'] === label && row['trials'] === trials)?.['optimism'] ?? 0) / 100;
}
