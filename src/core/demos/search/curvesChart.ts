import * as l10n from '@vscode/l10n';
import { bandColumns, medianBands, type Band } from '../../report/medianBand';
import type { ChartBlock, Row } from '../../report/report';
import { themeColour } from '../../report/theme';
import { formatNumber } from '../../text/formatNumber';
import { bandAfter, lengthOf, standing, type History } from './history';
import { methodName } from './setup';

/** A logarithmic axis has no place for a regret of zero: so many times below the start counts as found. */
const shownRange = 1e-5;

/** Regret over trials: each method in a panel of its own, with random search on the same tasks behind it. */
export function curvesChart(histories: readonly History[], random: History, trials: number): ChartBlock {
  const rivals = histories.filter(history => history !== random);
  const panels = rivals.length > 0 ? rivals : [random];
  const name = ({ entry }: History): string => methodName(entry.method.id);
  const headOf = (history: History): string =>
    l10n.t('{0} · {1} seeds', name(history), String(history.runs.length));
  const first = bandAfter(random.runs, 1).high;
  const floor = shownRange * (first > 0 ? first : 1);
  const curve = (runs: History['runs'], panel: string, series: string): Row[] =>
    Array.from({ length: lengthOf(runs) }, (_, i) => ({
      panel,
      series,
      trial: i + 1,
      ...shown(bandAfter(runs, i + 1), floor),
    }));
  const words = { random: methodName('random'), own: l10n.t('This search') };
  const rows = panels.flatMap(history => [
    ...(rivals.length > 0 ? curve(history.runs, headOf(history), words.own) : []),
    ...curve(random.runs.slice(0, history.runs.length), headOf(history), words.random),
  ]);
  const lowest = Math.floor(Math.log10(Math.min(...rows.map(row => Number(row['low'])))));
  const highest = Math.ceil(Math.log10(Math.max(...rows.map(row => Number(row['high'])))));
  // Lines between powers of ten would hide the bands.
  const powers = Array.from({ length: highest - lowest + 1 }, (_, i) => Number(`1e${lowest + i}`));
  const x = {
    field: 'trial',
    type: 'quantitative',
    title: l10n.t('Trials'),
    axis: { tickMinStep: 1, format: 'd', tickCount: 5 },
    scale: { domain: [1, trials], nice: false },
  };
  const y = (field: string): object => ({
    field,
    type: 'quantitative',
    title: l10n.t('Loss above the lowest'),
    scale: { type: 'log', nice: false },
    axis: { format: '~g', values: powers },
  });
  return {
    kind: 'chart',
    id: 'search-curves',
    title: l10n.t('Loss above the lowest possible, after each trial'),
    summary: panels
      .map(history => {
        const { trials, median, random: rival } = standing(history, random);
        return l10n.t(
          '{0}: {1} above the lowest after {2} trials, random search {3}.',
          name(history),
          formatNumber(median),
          String(trials),
          formatNumber(rival),
        );
      })
      .join(' '),
    spec: {
      data: { name: 'curves' },
      facet: {
        field: 'panel',
        type: 'nominal',
        title: null,
        sort: panels.map(headOf),
        header: { labelFontWeight: 600, labelLimit: 300 },
      },
      columns: 2,
      spec: {
        height: 150,
        layer: medianBands({
          field: 'series',
          series: { [words.own]: themeColour.primary, [words.random]: themeColour.secondary },
          x,
          y,
          tooltip: [
            { field: 'series', type: 'nominal', title: l10n.t('Search') },
            { field: 'trial', type: 'quantitative', title: l10n.t('Trials') },
            { field: 'median', type: 'quantitative', title: l10n.t('Median'), format: '.3~g' },
          ],
        }),
      },
    },
    data: { curves: rows },
    table: {
      kind: 'table',
      title: l10n.t('Loss above the lowest possible, after each trial'),
      columns: [
        { key: 'panel', title: l10n.t('Search'), kind: 'text' },
        { key: 'series', title: l10n.t('Curve'), kind: 'text' },
        { key: 'trial', title: l10n.t('Trials'), kind: 'number' },
        ...bandColumns(),
      ],
      rows,
    },
  };
}

function shown({ low, median, high }: Band, floor: number): Band {
  const kept = (value: number): number => Number(Math.max(floor, value).toPrecision(6));
  return { low: kept(low), median: kept(median), high: kept(high) };
}
