import * as l10n from '@vscode/l10n';
import { bandColumns, medianBands, type Band } from '../../report/medianBand';
import type { ChartBlock, Row } from '../../report/report';
import { themeColour } from '../../report/theme';
import { formatNumber } from '../../text/formatNumber';
import { quantileOf } from './llmRungs';
import { lossAfter, repeats, type LlmSearch } from './llmSearch';

const points = 48;

/** Undefined until at least three repeats in four have found something. */
export function gapAfter({ runs }: LlmSearch, hours: number, lowest: number): Band | undefined {
  const gaps = runs.map(steps => (lossAfter(steps, hours) ?? Infinity) - lowest);
  const high = quantileOf(gaps, 0.75);
  return Number.isFinite(high)
    ? { low: quantileOf(gaps, 0.25), median: quantileOf(gaps, 0.5), high }
    : undefined;
}

/** How far the trial each search would keep is above the best known, over what it has cost. */
export function searchChart(searches: readonly LlmSearch[], budget: number, lowest: number): ChartBlock {
  const last = Math.max(
    budget,
    ...searches.flatMap(({ runs }) => runs.map(steps => steps.at(-1)?.hours ?? 0)),
  );
  const rows = searches.flatMap((search): Row[] =>
    Array.from({ length: points + 1 }, (_, i) => (i * last) / points).flatMap(hours => {
      const gap = gapAfter(search, hours, lowest);
      return gap ? { way: search.label, hours, ...gap } : [];
    }),
  );
  const highest = Math.max(
    0.05,
    quantileOf(
      rows.map(row => Number(row['high'])),
      0.7,
    ),
  );
  const x = {
    field: 'hours',
    type: 'quantitative',
    title: l10n.t('GPU hours spent'),
    scale: { domain: [0, last], nice: false },
  };
  const y = (field: string): object => ({
    field,
    type: 'quantitative',
    title: l10n.t('Loss above the best known (nats)'),
    scale: { domain: [0, highest], nice: true },
  });
  const colours = [themeColour.neutral, themeColour.primary, themeColour.secondary];
  return {
    kind: 'chart',
    id: 'llm-search',
    title: l10n.t('What each search finds for its hours'),
    summary: l10n.t(
      'Medians of {0} repeats at the end of the budget: {1}.',
      formatNumber(repeats),
      searches
        .map(search => {
          const gap = gapAfter(search, last, lowest);
          return gap
            ? l10n.t(
                '{0} {1} nats above the best',
                search.label,
                formatNumber(Number(gap.median.toPrecision(2))),
              )
            : l10n.t('{0} nothing in a quarter of them', search.label);
        })
        .join(', '),
    ),
    spec: {
      height: 240,
      layer: [
        {
          data: { name: 'budget' },
          mark: { type: 'rule', strokeDash: [4, 3], color: themeColour.foreground },
          encoding: { x },
        },
        {
          data: { name: 'gaps' },
          layer: medianBands({
            field: 'way',
            series: Object.fromEntries(
              searches.map(({ label }, i) => [label, colours[i] ?? themeColour.tertiary]),
            ),
            x,
            y,
            mark: { clip: true },
            tooltip: [
              { field: 'way', type: 'nominal', title: l10n.t('Search') },
              { field: 'hours', type: 'quantitative', title: l10n.t('GPU hours'), format: '.3~r' },
              {
                field: 'median',
                type: 'quantitative',
                title: l10n.t('Median above the best'),
                format: '.3~r',
              },
            ],
          }),
        },
      ],
    },
    data: { gaps: rows, budget: [{ hours: budget }] },
    table: {
      kind: 'table',
      title: l10n.t('Loss above the best known'),
      columns: [
        { key: 'way', title: l10n.t('Search'), kind: 'text' },
        { key: 'hours', title: l10n.t('GPU hours'), kind: 'number' },
        ...bandColumns(),
      ],
      rows,
    },
  };
}
