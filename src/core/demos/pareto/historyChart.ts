import * as l10n from '@vscode/l10n';
import type { Work } from '../../numeric/work';
import { medianBands, type Band } from '../../report/medianBand';
import type { ChartBlock } from '../../report/report';
import { themeColour, type ThemeColour } from '../../report/theme';
import { formatNumber } from '../../text/formatNumber';
import type { Found } from './runSearch';
import { methodIds, methodLabel, shareOf, type MethodId, type TradeOff } from './setup';

/** The share of the attainable hypervolume after each trial, over the runs of a method. */
export interface History {
  readonly method: MethodId;
  readonly runs: number;
  readonly steps: readonly Band[];
}

export const methodColours: Readonly<Record<MethodId, ThemeColour>> = {
  ehvi: themeColour.primary,
  parego: themeColour.tertiary,
  nsga2: themeColour.quaternary,
  random: themeColour.secondary,
};

export function* historyOf(
  method: MethodId,
  tradeOff: TradeOff,
  runs: readonly (readonly Found[])[],
): Work<History> {
  const shares: number[][] = [];
  for (const found of runs) {
    const losses = found.map(({ losses }) => losses);
    shares.push(losses.map((_, i) => shareOf(tradeOff, losses.slice(0, i + 1))));
    yield;
  }
  const trials = Math.max(0, ...shares.map(share => share.length));
  return {
    method,
    runs: runs.length,
    steps: Array.from({ length: trials }, (_, i) => {
      const sorted = shares.map(share => share[i] ?? share.at(-1) ?? 0).sort((a, b) => a - b);
      const at = (p: number): number => sorted[Math.round(p * (sorted.length - 1))] ?? 0;
      return { low: at(0.25), median: at(0.5), high: at(0.75) };
    }),
  };
}

/** In how many trials a method's median reaches a share; undefined where it does not. */
export function trialsTo({ steps }: History, share: number): number | undefined {
  const reached = steps.findIndex(({ median }) => median >= share);
  return reached < 0 ? undefined : reached + 1;
}

export function historyChart(id: string, histories: readonly History[]): ChartBlock {
  const label = ({ method }: History): string => methodLabel(method);
  const rows = histories.flatMap(history =>
    history.steps.map(({ low, median, high }, i) => ({
      method: label(history),
      trial: i + 1,
      low: 100 * low,
      median: 100 * median,
      high: 100 * high,
    })),
  );
  const trials = Math.max(1, ...histories.map(({ steps }) => steps.length));
  const ordered = methodIds.flatMap(method => histories.filter(history => history.method === method));
  const x = {
    field: 'trial',
    type: 'quantitative',
    title: l10n.t('Trials'),
    axis: { tickMinStep: 1, format: 'd' },
    scale: { domain: [1, trials], nice: false },
  };
  const y = (field: string) => ({
    field,
    type: 'quantitative',
    title: l10n.t('Attainable hypervolume (%)'),
    scale: { zero: false },
    axis: { tickCount: 5 },
  });
  return {
    kind: 'chart',
    id,
    title: l10n.t('Hypervolume after each trial'),
    summary: ordered
      .map(history =>
        l10n.t(
          '{0} reaches {1} % of the attainable hypervolume in {2} trials.',
          methodLabel(history.method),
          formatNumber(100 * (history.steps.at(-1)?.median ?? 0)),
          String(history.steps.length),
        ),
      )
      .join(' '),
    spec: {
      height: 240,
      data: { name: 'history' },
      layer: medianBands({
        field: 'method',
        series: Object.fromEntries(ordered.map(history => [label(history), methodColours[history.method]])),
        x,
        y,
        tooltip: [
          { field: 'method', type: 'nominal', title: l10n.t('Search') },
          { field: 'trial', type: 'quantitative', title: l10n.t('Trial') },
          { field: 'median', type: 'quantitative', format: '.3~g', title: l10n.t('Hypervolume (%)') },
        ],
      }),
    },
    data: { history: rows },
    table: {
      kind: 'table',
      title: l10n.t('Attainable hypervolume in % after each trial'),
      columns: [
        { key: 'method', title: l10n.t('Search'), kind: 'text' },
        { key: 'trial', title: l10n.t('Trial'), kind: 'number' },
        { key: 'median', title: l10n.t('Median'), kind: 'number' },
        { key: 'low', title: l10n.t('Worst quarter'), kind: 'number' },
        { key: 'high', title: l10n.t('Best quarter'), kind: 'number' },
      ],
      rows,
    },
  };
}
