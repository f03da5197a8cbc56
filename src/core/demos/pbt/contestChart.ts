import * as l10n from '@vscode/l10n';
import type { ChartBlock } from '../../report/report';
import { themeColour } from '../../report/theme';
import { formatNumber } from '../../text/formatNumber';
import { quantileOf, type Contest } from './run';

/** What every run ends at, and median and middle half of both sides. */
export function contestChart({ population, fixed, runs }: Contest): ChartBlock {
  const sides = [
    { side: l10n.t('Population'), losses: population },
    { side: l10n.t('Same first members, fixed'), losses: fixed },
  ];
  const points = sides.flatMap(({ side, losses }) => losses.map(loss => ({ side, loss })));
  const summaries = sides.map(({ side, losses }) => ({
    side,
    low: quantileOf(losses, 0.25),
    median: quantileOf(losses, 0.5),
    high: quantileOf(losses, 0.75),
  }));
  const isLog = points.every(({ loss }) => loss > 0);
  const x = (field: string): object => ({
    field,
    type: 'quantitative',
    title: isLog
      ? l10n.t('Final loss above that of the best schedule (log scale)')
      : l10n.t('Final loss above that of the best schedule'),
    scale: isLog ? { type: 'log', nice: false } : { zero: true },
    axis: { format: '.2~g', tickCount: 6, grid: false },
  });
  const y = { field: 'side', type: 'nominal', title: null, sort: null, axis: { labelLimit: 200 } };
  const color = {
    field: 'side',
    type: 'nominal',
    scale: { domain: sides.map(({ side }) => side), range: [themeColour.highlight, themeColour.primary] },
    legend: null,
  };
  const [ours, theirs] = summaries;
  const title = l10n.t('Over many runs');
  return {
    kind: 'chart',
    id: 'pbt-contest',
    title,
    summary: l10n.t(
      'Over {0} runs of the same cost populations end {1} above the best schedule (median), their first members left alone {2}.',
      String(runs),
      formatNumber(ours?.median ?? NaN),
      formatNumber(theirs?.median ?? NaN),
    ),
    spec: {
      height: { step: 48 },
      data: { name: 'summaries' },
      layer: [
        {
          mark: { type: 'bar', opacity: 0.25, height: 26 },
          encoding: { x: x('low'), x2: { field: 'high' }, y, color },
        },
        {
          data: { name: 'points' },
          mark: { type: 'point', filled: true, size: 24, opacity: 0.7 },
          encoding: { x: x('loss'), y, color },
        },
        {
          mark: { type: 'tick', thickness: 3, size: 30, opacity: 1 },
          encoding: { x: x('median'), y, color },
        },
      ],
    },
    data: { points, summaries },
    table: {
      kind: 'table',
      title,
      columns: [
        { key: 'side', title: l10n.t('Search'), kind: 'text' },
        { key: 'median', title: l10n.t('Median'), kind: 'number' },
        { key: 'low', title: l10n.t('Best quarter'), kind: 'number' },
        { key: 'high', title: l10n.t('Worst quarter'), kind: 'number' },
      ],
      rows: summaries,
    },
  };
}
