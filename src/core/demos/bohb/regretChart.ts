import * as l10n from '@vscode/l10n';
import type { ChartBlock } from '../../report/report';
import { themeColour } from '../../report/theme';
import { formatNumber } from '../../text/formatNumber';
import { searchLabel, type Contest, type SearchName } from './contest';

/** Drawn in this order, the one that it is about on top. */
const drawn: readonly SearchName[] = ['random', 'hyperband', 'bohb'];

/** Cost against regret of the three searches, median and the middle half of the runs. */
export function regretChart({ bands, runs }: Contest): ChartBlock {
  const rows = drawn.flatMap(search => bands[search].map(band => ({ search: searchLabel(search), ...band })));
  // A search may reach the best there is.
  const isLog = rows.every(({ low }) => low > 0);
  const domain = [...drawn].reverse().map(searchLabel);
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
  const color = {
    field: 'search',
    type: 'nominal',
    title: null,
    scale: { domain, range: [themeColour.highlight, themeColour.primary, themeColour.neutral] },
    legend: { orient: 'top', symbolOpacity: 1, symbolType: 'stroke', symbolStrokeWidth: 2, symbolSize: 300 },
  };
  const last = (search: SearchName): string => formatNumber(bands[search].at(-1)?.median ?? NaN);
  const title = l10n.t('Cost against regret');
  return {
    kind: 'chart',
    id: 'bohb-regret',
    title,
    summary: l10n.t(
      'For {0} units the incumbent of BOHB ends {1} above the best possible loss (median of {2} runs), that of Hyperband {3}, that of random search {4}.',
      formatNumber(bands.bohb.at(-1)?.cost ?? 0),
      last('bohb'),
      String(runs),
      last('hyperband'),
      last('random'),
    ),
    spec: {
      height: 260,
      data: { name: 'regret' },
      layer: [
        {
          mark: { type: 'area', interpolate: 'step-after', opacity: 0.18 },
          encoding: { x, y: y('low'), y2: { field: 'high' }, color },
        },
        {
          mark: { type: 'line', interpolate: 'step-after', strokeWidth: 2 },
          encoding: {
            x,
            y: y('median'),
            color,
            strokeDash: {
              field: 'search',
              type: 'nominal',
              scale: {
                domain,
                range: [
                  [1, 0],
                  [6, 3],
                  [2, 2],
                ],
              },
            },
          },
        },
      ],
    },
    data: { regret: rows },
    table: {
      kind: 'table',
      title,
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
