import * as l10n from '@vscode/l10n';
import type { ChartBlock } from '../../report/report';
import { themeColour } from '../../report/theme';
import { formatNumber } from '../../text/formatNumber';
import type { Contest } from './contest';

/** Cost against regret, median and the middle half of the runs. */
export function regretChart({ hyperband, random, runs }: Contest): ChartBlock {
  const names = { hyperband: l10n.t('Hyperband'), random: l10n.t('Random search in full') };
  const rows = (['hyperband', 'random'] as const).flatMap(name =>
    (name === 'hyperband' ? hyperband : random).map(band => ({ search: names[name], ...band })),
  );
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
    title: l10n.t('Regret of the incumbent'),
    scale: { zero: true },
  });
  const color = {
    field: 'search',
    type: 'nominal',
    title: null,
    scale: { domain: Object.values(names), range: [themeColour.highlight, themeColour.primary] },
    legend: { orient: 'top' },
  };
  const [ours, theirs] = [hyperband.at(-1), random.at(-1)];
  return {
    kind: 'chart',
    id: 'hyperband-regret',
    title: l10n.t('Cost against regret'),
    summary: l10n.t(
      'For {0} units Hyperband’s incumbent ends {1} above the best possible loss (median of {2} runs), that of random search {3}.',
      formatNumber(ours?.cost ?? 0),
      formatNumber(ours?.median ?? NaN),
      String(runs),
      formatNumber(theirs?.median ?? NaN),
    ),
    spec: {
      height: 240,
      data: { name: 'regret' },
      layer: [
        {
          mark: { type: 'area', interpolate: 'step-after', opacity: 0.2 },
          encoding: { x, y: y('low'), y2: { field: 'high' }, color },
        },
        {
          mark: { type: 'line', interpolate: 'step-after', strokeWidth: 2 },
          encoding: {
            x,
            y: y('median'),
            color,
            strokeDash: {
              condition: { test: { field: 'search', equal: names.random }, value: [6, 3] },
              value: [1, 0],
            },
          },
        },
      ],
    },
    data: { regret: rows },
    table: {
      kind: 'table',
      title: l10n.t('Cost against regret'),
      columns: [
        { key: 'search', title: l10n.t('Search'), kind: 'text' },
        { key: 'cost', title: l10n.t('Cost'), kind: 'number' },
        { key: 'median', title: l10n.t('Median regret'), kind: 'number' },
        { key: 'low', title: l10n.t('Best quarter'), kind: 'number' },
        { key: 'high', title: l10n.t('Worst quarter'), kind: 'number' },
      ],
      rows,
    },
  };
}
