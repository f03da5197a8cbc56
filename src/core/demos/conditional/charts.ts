import * as l10n from '@vscode/l10n';
import { bandColumns, medianBands, type Band } from '../../report/medianBand';
import type { ChartBlock, Row } from '../../report/report';
import { themeColour } from '../../report/theme';
import { formatNumber } from '../../text/formatNumber';
import { percent } from '../../hover/domainText';
import type { Branching } from './branches';
import { bandAfter, runs, type Contest } from './contest';

const mostBars = 24;

/** Of the trials, how many tell something of each parameter, and for how many a flat encoding draws it in vain. */
export function activityChart({ shares }: Branching, trials: number): ChartBlock {
  const words = { acts: l10n.t('acts'), vain: l10n.t('drawn in vain by a flat encoding') };
  const bars = [...shares].sort((a, b) => b[1] - a[1]).slice(0, mostBars);
  const rows = bars.flatMap(([parameter, share]): Row[] => [
    { parameter, part: words.acts, order: 0, trials: share * trials },
    { parameter, part: words.vain, order: 1, trials: (1 - share) * trials },
  ]);
  const rarest = bars.at(-1);
  return {
    kind: 'chart',
    id: 'conditional-activity',
    title: l10n.t('Trials that tell of each parameter'),
    summary: l10n.t(
      'Of {0} trials {1} tell of {2}, the rarest.',
      formatNumber(trials),
      formatNumber(Number(((rarest?.[1] ?? 0) * trials).toFixed(1))),
      rarest?.[0] ?? '',
    ),
    spec: {
      height: { step: 22 },
      data: { name: 'activity' },
      mark: { type: 'bar', stroke: themeColour.background, strokeWidth: 1 },
      encoding: {
        y: {
          field: 'parameter',
          type: 'nominal',
          title: null,
          sort: bars.map(([parameter]) => parameter),
          axis: { ticks: false, domain: false, labelLimit: 240 },
        },
        x: {
          field: 'trials',
          type: 'quantitative',
          title: l10n.t('Expected trials'),
          stack: 'zero',
          scale: { domain: [0, trials], nice: false },
        },
        order: { field: 'order', type: 'ordinal' },
        color: {
          field: 'part',
          type: 'nominal',
          title: null,
          scale: { domain: Object.values(words), range: [themeColour.primary, themeColour.neutral] },
          legend: { orient: 'top', labelLimit: 320 },
        },
        tooltip: [
          { field: 'parameter', type: 'nominal', title: l10n.t('Parameter') },
          { field: 'part', type: 'nominal', title: l10n.t('What') },
          { field: 'trials', type: 'quantitative', title: l10n.t('Trials'), format: '.3~r' },
        ],
      },
    },
    data: { activity: rows },
    table: {
      kind: 'table',
      title: l10n.t('Active parameters'),
      columns: [
        { key: 'parameter', title: l10n.t('Parameter'), kind: 'text' },
        { key: 'share', title: l10n.t('Active'), kind: 'text' },
        { key: 'trials', title: l10n.t('Expected trials'), kind: 'number' },
      ],
      rows: [...shares].map(([parameter, share]) => ({
        parameter,
        share: percent(Number(share.toPrecision(3))),
        trials: share * trials,
      })),
    },
  };
}

/** On a log scale a regret of nothing has to stand somewhere. */
function shown({ low, median, high }: Band): Band {
  const [l, m, h] = [low, median, high].map(value => Math.max(value, 1e-4)) as [number, number, number];
  return { low: l, median: m, high: h };
}

/** Regret over trials of both encodings. */
export function contestChart(contest: Contest, trials: number): ChartBlock {
  const words = { conditional: l10n.t('conditional'), flat: l10n.t('flat') };
  const rows = (['conditional', 'flat'] as const).flatMap(encoding =>
    Array.from({ length: trials }, (_, i): Row => ({
      encoding: words[encoding],
      trial: i + 1,
      ...shown(bandAfter(contest[encoding], i + 1)),
    })),
  );
  const x = {
    field: 'trial',
    type: 'quantitative',
    title: l10n.t('Trials'),
    scale: { domain: [1, trials], nice: false },
  };
  const y = (field: string): object => ({
    field,
    type: 'quantitative',
    title: l10n.t('Error above the lowest possible (log scale)'),
    scale: { type: 'log', nice: false },
    axis: { format: '.1~r', tickCount: 5 },
  });
  const end = (encoding: keyof Contest): string =>
    formatNumber(Number(bandAfter(contest[encoding], trials).median.toPrecision(2)));
  return {
    kind: 'chart',
    id: 'conditional-search',
    title: l10n.t('What each encoding finds'),
    summary: l10n.t(
      'After {0} trials the median of {1} runs is {2} above the lowest possible error with conditions and {3} without.',
      formatNumber(trials),
      formatNumber(runs),
      end('conditional'),
      end('flat'),
    ),
    spec: {
      height: 240,
      data: { name: 'regret' },
      layer: medianBands({
        field: 'encoding',
        series: { [words.conditional]: themeColour.primary, [words.flat]: themeColour.secondary },
        x,
        y,
        tooltip: [
          { field: 'encoding', type: 'nominal', title: l10n.t('Encoding') },
          { field: 'trial', type: 'quantitative', title: l10n.t('Trials') },
          { field: 'median', type: 'quantitative', title: l10n.t('Median'), format: '.3~r' },
        ],
      }),
    },
    data: { regret: rows },
    table: {
      kind: 'table',
      title: l10n.t('Error above the lowest possible'),
      columns: [
        { key: 'encoding', title: l10n.t('Encoding'), kind: 'text' },
        { key: 'trial', title: l10n.t('Trials'), kind: 'number' },
        ...bandColumns(),
      ],
      rows,
    },
  };
}
