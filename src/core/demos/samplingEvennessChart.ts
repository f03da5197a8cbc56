import * as l10n from '@vscode/l10n';
import type { ChartBlock } from '../report/report';
import { themeColour } from '../report/theme';
import { formatNumber } from '../text/formatNumber';
import { empiricalQuantile, type Chance } from './samplingChance';
import { samplerLabel, type Design } from './samplingDesigns';

/** The discrepancy of each design against the range that random search gives. */
export function evennessChart(
  designs: readonly Design[],
  { discrepancies, repetitions }: Chance,
): ChartBlock {
  const [low, median, high] = [0.05, 0.5, 0.95].map(p => empiricalQuantile(discrepancies, p)) as [
    number,
    number,
    number,
  ];
  const rows = designs.flatMap(({ sampler, discrepancy }) =>
    discrepancy === undefined
      ? []
      : {
          sampler: samplerLabel(sampler),
          discrepancy,
          ratio: discrepancy / median,
          label: l10n.t('{0} ×', formatNumber(discrepancy / median)),
        },
  );
  const all = [...rows.map(({ discrepancy }) => discrepancy), low, high];
  const x = {
    type: 'quantitative',
    title: l10n.t('Centred discrepancy (log scale, less is more even)'),
    scale: { type: 'log', domain: [Math.min(...all) / 1.3, Math.max(...all) * 1.6], nice: false },
    axis: { format: '~g', labelOverlap: 'greedy', tickCount: 5, grid: false },
  };
  const y = { field: 'sampler', type: 'nominal', title: null, sort: rows.map(({ sampler }) => sampler) };
  return {
    kind: 'chart',
    id: 'sampling-evenness',
    title: l10n.t('Evenness against chance'),
    summary: l10n.t(
      'Against the median of {0} random designs, {1}; nine random designs in ten lie between {2} and {3} times it.',
      formatNumber(repetitions),
      rows
        .map(({ sampler, ratio }) =>
          l10n.t('{0} has {1} times the discrepancy', sampler, formatNumber(ratio)),
        )
        .join(', '),
      formatNumber(low / median),
      formatNumber(high / median),
    ),
    spec: {
      height: 110,
      layer: [
        {
          data: { name: 'chance' },
          mark: { type: 'rect', color: themeColour.neutral, opacity: 0.3 },
          encoding: { x: { field: 'low', ...x }, x2: { field: 'high' } },
        },
        {
          data: { name: 'chance' },
          mark: { type: 'rule', color: themeColour.foreground, strokeDash: [4, 3] },
          encoding: { x: { field: 'median', ...x } },
        },
        {
          data: { name: 'designs' },
          mark: { type: 'point', filled: true, size: 90, color: themeColour.primary, opacity: 1 },
          encoding: {
            x: { field: 'discrepancy', ...x },
            y,
            tooltip: [
              { field: 'sampler', type: 'nominal', title: l10n.t('Sampler') },
              { field: 'discrepancy', type: 'quantitative', format: '.3~g', title: l10n.t('Discrepancy') },
              { field: 'label', type: 'nominal', title: l10n.t('Against chance') },
            ],
          },
        },
        {
          data: { name: 'designs' },
          mark: { type: 'text', align: 'left', dx: 8 },
          encoding: { x: { field: 'discrepancy', ...x }, y, text: { field: 'label' } },
        },
      ],
    },
    data: { designs: rows, chance: [{ low, median, high }] },
    table: {
      kind: 'table',
      title: l10n.t('Evenness'),
      columns: [
        { key: 'sampler', title: l10n.t('Sampler'), kind: 'text' },
        { key: 'discrepancy', title: l10n.t('Centred discrepancy'), kind: 'number' },
        { key: 'ratio', title: l10n.t('Times the median of chance'), kind: 'number' },
      ],
      rows,
    },
  };
}
