import * as l10n from '@vscode/l10n';
import { bandColumns, medianBands } from '../report/medianBand';
import type { ChartBlock, Section } from '../report/report';
import { themeColour } from '../report/theme';
import { formatNumber } from '../text/formatNumber';
import type { RegretBand } from './regretContest';

export interface RegretSeries {
  readonly label: string;
  readonly bands: readonly RegretBand[];
}

/**
 * Cost against regret, median and the middle half of the runs.
 * @param series at most three; the one that the report is about first.
 */
export function regretSection(id: string, series: readonly RegretSeries[], runs: number): Section {
  return {
    id: 'regret',
    title: l10n.t('Cost against regret'),
    caption: l10n.t(
      'Simulated training, not yours: {0} runs, each on configurations of its own; bands hold the middle half.',
      String(runs),
    ),
    blocks: [regretChart(id, series, runs)],
  };
}

/** The median regret that a search ends with. */
export function finalRegret(bands: readonly RegretBand[]): number {
  return bands.at(-1)?.median ?? NaN;
}

function regretChart(id: string, series: readonly RegretSeries[], runs: number): ChartBlock {
  // What the report is about is drawn last, on top.
  const rows = series
    .toReversed()
    .flatMap(({ label, bands }) => bands.map(band => ({ search: label, ...band })));
  // A search may reach the best there is.
  const isLog = rows.every(({ low }) => low > 0);
  const x = {
    field: 'cost',
    type: 'quantitative',
    title: l10n.t('Cost so far, trials resumed (log scale)'),
    scale: { type: 'log', nice: false },
    axis: { format: '.3~s', grid: false, tickCount: 6 },
  };
  const y = (field: string): object => ({
    field,
    type: 'quantitative',
    title: isLog ? l10n.t('Regret of the incumbent (log scale)') : l10n.t('Regret of the incumbent'),
    scale: isLog ? { type: 'log', nice: false } : { zero: true },
    axis: { tickCount: 5, format: '.2~g' },
  });
  const colours = [themeColour.highlight, themeColour.primary, themeColour.neutral];
  const title = l10n.t('Cost against regret');
  const ends = series.map(({ label, bands }) => l10n.t('{0} {1}', label, formatNumber(finalRegret(bands))));
  return {
    kind: 'chart',
    id,
    title,
    summary: l10n.t(
      'After {0} units the incumbent is this far above the best possible loss (median of {1} runs): {2}.',
      formatNumber(series[0]?.bands.at(-1)?.cost ?? 0),
      String(runs),
      ends.join(', '),
    ),
    spec: {
      height: 260,
      data: { name: 'regret' },
      layer: medianBands({
        field: 'search',
        series: Object.fromEntries(series.map(({ label }, i) => [label, colours[i] ?? themeColour.tertiary])),
        x,
        y,
        tooltip: [
          { field: 'search', type: 'nominal', title: l10n.t('Search') },
          { field: 'cost', type: 'quantitative', title: l10n.t('Cost'), format: '.3~s' },
          { field: 'median', type: 'quantitative', title: l10n.t('Median regret'), format: '.3~g' },
        ],
      }),
    },
    data: { regret: rows },
    table: {
      kind: 'table',
      title,
      columns: [
        { key: 'search', title: l10n.t('Search'), kind: 'text' },
        { key: 'cost', title: l10n.t('Cost'), kind: 'number' },
        ...bandColumns(),
      ],
      rows,
    },
  };
}
