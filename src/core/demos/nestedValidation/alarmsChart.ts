import * as l10n from '@vscode/l10n';
import type { RandomStream } from '../../numeric/random';
import type { ChartBlock } from '../../report/report';
import { themeColour } from '../../report/theme';
import { compareOnNoise, type Comparison } from '../../validation/falseAlarms';
import { percent } from '../halvingSurvivalChart';
import { shareOf, type Share } from '../halvingSurvival';

export const comparisons = 300;
export const level = 0.05;

/** How often each test finds a difference between equals. */
export interface Alarms {
  readonly naive: Share;
  readonly corrected: Share;
}

export function* countAlarms(random: RandomStream): Generator<number, Alarms, void> {
  const found: Comparison[] = [];
  while (found.length < comparisons) {
    const work = compareOnNoise(random.substream(`comparison/${found.length}`));
    let step = work.next();
    for (; !step.done; step = work.next()) yield found.length / comparisons;
    found.push(step.value);
  }
  const share = (name: 'naive' | 'corrected'): Share =>
    shareOf(found.filter(comparison => comparison[name] < level).length, comparisons);
  return { naive: share('naive'), corrected: share('corrected') };
}

export function alarmsChart({ naive, corrected }: Alarms): ChartBlock {
  const rows = [
    { test: l10n.t('ordinary paired t-test'), ...naive },
    { test: l10n.t('Nadeau–Bengio correction'), ...corrected },
  ].map(row => ({ ...row, label: l10n.t('{0} %', percent(row.share)) }));
  const x = (field: string): object => ({
    field,
    type: 'quantitative',
    title: l10n.t('False alarms at the 5 % level'),
    scale: { domain: [0, Math.max(0.4, naive.high * 1.15)], nice: false },
    axis: { format: '.0%', tickCount: 5 },
  });
  const y = {
    field: 'test',
    type: 'nominal',
    title: null,
    sort: rows.map(({ test }) => test),
    axis: { ticks: false, domain: false, labelLimit: 220 },
  };
  return {
    kind: 'chart',
    id: 'nested-alarms',
    title: l10n.t('Differences found between equals'),
    summary: l10n.t(
      'Between two equal trials the ordinary t-test finds a difference in {0} % of {1} comparisons, the corrected one in {2} %; 5 % are meant.',
      percent(naive.share),
      String(comparisons),
      percent(corrected.share),
    ),
    spec: {
      height: { step: 34 },
      layer: [
        {
          data: { name: 'alarms' },
          mark: { type: 'bar', color: themeColour.primary },
          encoding: { x: x('share'), y },
        },
        {
          data: { name: 'alarms' },
          mark: { type: 'rule', strokeWidth: 2, color: themeColour.foreground },
          encoding: { x: x('low'), x2: { field: 'high' }, y },
        },
        {
          data: { name: 'meant' },
          mark: { type: 'rule', color: themeColour.highlight, strokeDash: [6, 4], strokeWidth: 2 },
          encoding: { x: x('meant') },
        },
        {
          data: { name: 'alarms' },
          mark: { type: 'text', align: 'left', dx: 8, color: themeColour.foreground },
          encoding: { x: x('high'), y, text: { field: 'label' } },
        },
      ],
    },
    data: { alarms: rows, meant: [{ meant: level }] },
    table: {
      kind: 'table',
      title: l10n.t('False alarms'),
      columns: [
        { key: 'test', title: l10n.t('Test'), kind: 'text' },
        { key: 'share', title: l10n.t('Share of comparisons'), kind: 'number' },
        { key: 'low', title: l10n.t('95 % from'), kind: 'number' },
        { key: 'high', title: l10n.t('95 % to'), kind: 'number' },
      ],
      rows: rows.map(({ label: _, ...row }) => row),
    },
  };
}
