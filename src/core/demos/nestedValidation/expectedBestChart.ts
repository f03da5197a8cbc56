import * as l10n from '@vscode/l10n';
import type { ChartBlock } from '../../report/report';
import { themeColour } from '../../report/theme';
import { formatNumber } from '../../text/formatNumber';
import { expectedBest } from '../../validation/expectedBest';
import type { NestedStudy } from '../../validation/nestedStudy';
import { points } from '../leakage/validationSet';

/** The expected best of n of one search's trials by both estimators, the search itself and what is true of its winner. */
export function expectedBestChart({ scores, truth, flat }: NestedStudy): ChartBlock {
  const { withReplacement, withoutReplacement } = expectedBest(scores);
  const names = {
    unbiased: l10n.t('expected best (unbiased)'),
    replaced: l10n.t('with replacement (Dodge et al.)'),
    seen: l10n.t('this search'),
  };
  const series = [
    { name: names.unbiased, values: withoutReplacement },
    { name: names.replaced, values: withReplacement },
    { name: names.seen, values: scores.map((_, i) => Math.max(...scores.slice(0, i + 1))) },
  ];
  const rows = series.flatMap(({ name, values }) =>
    values.map((value, i) => ({ series: name, trials: i + 1, best: 100 * value })),
  );
  const gap = Math.max(...withoutReplacement.map((value, i) => value - (withReplacement[i] ?? value)));
  const x = {
    field: 'trials',
    type: 'quantitative',
    title: l10n.t('Trials'),
    axis: { grid: false, tickMinStep: 1, tickCount: 8 },
  };
  const y = {
    field: 'best',
    type: 'quantitative',
    title: l10n.t('Best score (% right)'),
    scale: { zero: false },
  };
  const domain = series.map(({ name }) => name);
  return {
    kind: 'chart',
    id: 'nested-expected-best',
    title: l10n.t('What more trials bring, and what of it is true'),
    summary: l10n.t(
      'The best of {0} trials scores {1} %, on unseen rows {2} %; drawing with replacement puts the expected best up to {3} points too low.',
      formatNumber(scores.length),
      points(flat),
      points(truth),
      points(gap),
    ),
    spec: {
      height: 220,
      layer: [
        {
          data: { name: 'truth' },
          mark: { type: 'rule', color: themeColour.highlight, strokeDash: [6, 4], strokeWidth: 2 },
          encoding: { y },
        },
        {
          data: { name: 'truth' },
          mark: {
            type: 'text',
            align: 'right',
            baseline: 'bottom',
            dy: -4,
            x: 'width',
            color: themeColour.foreground,
          },
          encoding: { y, text: { field: 'label' } },
        },
        {
          data: { name: 'best' },
          mark: { type: 'line' },
          encoding: {
            x,
            y,
            color: {
              field: 'series',
              type: 'nominal',
              title: null,
              scale: { domain, range: [themeColour.primary, themeColour.secondary, themeColour.neutral] },
              legend: { orient: 'top', labelLimit: 260 },
            },
            tooltip: [
              { field: 'series', type: 'nominal', title: l10n.t('Series') },
              { field: 'trials', type: 'quantitative', title: l10n.t('Trials') },
              { field: 'best', type: 'quantitative', format: '.2f', title: l10n.t('Best score (%)') },
            ],
          },
        },
      ],
    },
    data: {
      best: rows,
      truth: [{ best: 100 * truth, label: l10n.t('the winner on unseen rows: {0} %', points(truth)) }],
    },
    table: {
      kind: 'table',
      title: l10n.t('Expected best'),
      columns: [
        { key: 'series', title: l10n.t('Series'), kind: 'text' },
        { key: 'trials', title: l10n.t('Trials'), kind: 'number' },
        { key: 'best', title: l10n.t('Best score (%)'), kind: 'number' },
      ],
      rows,
    },
  };
}
