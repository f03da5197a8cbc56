import * as l10n from '@vscode/l10n';
import type { ChartBlock, TableBlock } from '../../report/report';
import { themeColour } from '../../report/theme';
import type { LeakResult } from './leakResults';
import { leakLabel, leakRemedy, leakStory } from './leakWords';
import { points } from './validationSet';

/** The optimism of every leak with its interval and its closed form. */
export function leakChart(results: readonly LeakResult[]): ChartBlock {
  const rows = [...results]
    .sort((a, b) => b.optimism.mean - a.optimism.mean)
    .map(({ id, optimism, honest, expected }) => ({
      leak: leakLabel(id),
      story: leakStory(id),
      optimism: 100 * optimism.mean,
      low: 100 * optimism.low,
      high: 100 * optimism.high,
      honest: 100 * honest.mean,
      expected: expected === undefined ? null : 100 * expected,
      label: points(optimism.mean),
    }));
  const y = {
    field: 'leak',
    type: 'nominal',
    title: null,
    sort: rows.map(({ leak }) => leak),
    axis: { labelLimit: 260, ticks: false, domain: false },
  };
  const most = Math.max(...rows.map(({ high }) => high), 1);
  const least = Math.min(...rows.flatMap(({ low, honest }) => [low, honest]), 0);
  const x = (field: string): object => ({
    field,
    type: 'quantitative',
    title: l10n.t('Optimism in percentage points'),
    scale: { domain: [least * 1.3, most * 1.12], nice: false },
    axis: { tickCount: 6 },
  });
  const kinds = {
    measured: l10n.t('measured'),
    expected: l10n.t('closed form'),
    honest: l10n.t('without the leak'),
  };
  const marks = rows.flatMap(row => [
    { ...row, kind: kinds.honest, at: row.honest },
    { ...row, kind: kinds.measured, at: row.optimism },
    ...(row.expected === null ? [] : [{ ...row, kind: kinds.expected, at: row.expected }]),
  ]);
  const domain = [kinds.measured, kinds.expected, kinds.honest];
  const [worst] = rows;
  return {
    kind: 'chart',
    id: 'leakage-optimism',
    title: l10n.t('How far each leak fools'),
    summary: l10n.t(
      '{0} fools most, by {1} points. All of them: {2}.',
      worst?.leak ?? '',
      worst?.label ?? '',
      rows.map(({ leak, label }) => `${leak} ${label}`).join('; '),
    ),
    spec: {
      height: { step: 30 },
      layer: [
        {
          data: { name: 'leaks' },
          mark: { type: 'rule', color: themeColour.neutral },
          encoding: { x: { datum: 0, type: 'quantitative' } },
        },
        {
          data: { name: 'leaks' },
          mark: { type: 'rule', strokeWidth: 3, color: themeColour.primary, opacity: 0.6 },
          encoding: { x: x('low'), x2: { field: 'high' }, y },
        },
        {
          data: { name: 'marks' },
          mark: { type: 'point', filled: true, opacity: 1 },
          encoding: {
            x: x('at'),
            y,
            shape: {
              field: 'kind',
              type: 'nominal',
              title: null,
              scale: { domain, range: ['circle', 'diamond', 'cross'] },
              legend: { orient: 'top' },
            },
            color: {
              field: 'kind',
              type: 'nominal',
              title: null,
              scale: {
                domain,
                range: [themeColour.primary, themeColour.highlight, themeColour.neutral],
              },
            },
            size: {
              condition: { test: `datum.kind === ${JSON.stringify(kinds.measured)}`, value: 90 },
              value: 60,
            },
            tooltip: [
              { field: 'leak', type: 'nominal', title: l10n.t('Leak') },
              { field: 'story', type: 'nominal', title: l10n.t('Simulated') },
              { field: 'optimism', type: 'quantitative', format: '.1f', title: l10n.t('Measured') },
              { field: 'low', type: 'quantitative', format: '.1f', title: l10n.t('95 % from') },
              { field: 'high', type: 'quantitative', format: '.1f', title: l10n.t('95 % to') },
              { field: 'expected', type: 'quantitative', format: '.1f', title: l10n.t('Closed form') },
            ],
          },
        },
        {
          data: { name: 'leaks' },
          mark: { type: 'text', align: 'left', dx: 9, color: themeColour.foreground },
          encoding: { x: x('high'), y, text: { field: 'label' } },
        },
      ],
    },
    data: { leaks: rows, marks },
    table: leakTable(results),
  };
}

function leakTable(results: readonly LeakResult[]): TableBlock {
  return {
    kind: 'table',
    title: l10n.t('Leaks'),
    columns: [
      { key: 'leak', title: l10n.t('Leak'), kind: 'text' },
      { key: 'says', title: l10n.t('Validation says (%)'), kind: 'number' },
      { key: 'truth', title: l10n.t('New data says (%)'), kind: 'number' },
      { key: 'optimism', title: l10n.t('Optimism (points)'), kind: 'number' },
      { key: 'low', title: l10n.t('95 % from'), kind: 'number' },
      { key: 'high', title: l10n.t('95 % to'), kind: 'number' },
      { key: 'expected', title: l10n.t('Closed form'), kind: 'number' },
      { key: 'honest', title: l10n.t('Without the leak'), kind: 'number' },
    ],
    rows: results.map(({ id, leaky, truth, optimism, honest, expected }) => ({
      leak: leakLabel(id),
      says: 100 * leaky.mean,
      truth: 100 * truth.mean,
      optimism: 100 * optimism.mean,
      low: 100 * optimism.low,
      high: 100 * optimism.high,
      expected: expected === undefined ? null : 100 * expected,
      honest: 100 * honest.mean,
    })),
  };
}

/** What was simulated for each leak, and what to do instead. */
export function remedyTable(results: readonly LeakResult[]): TableBlock {
  return {
    kind: 'table',
    title: l10n.t('Leak by leak'),
    columns: [
      { key: 'leak', title: l10n.t('Leak'), kind: 'text' },
      { key: 'story', title: l10n.t('Simulated'), kind: 'text' },
      { key: 'remedy', title: l10n.t('Instead'), kind: 'text' },
    ],
    rows: results.map(({ id }) => ({ leak: leakLabel(id), story: leakStory(id), remedy: leakRemedy(id) })),
  };
}
