import * as l10n from '@vscode/l10n';
import type { ChartBlock } from '../../report/report';
import { themeColour } from '../../report/theme';
import type { ClosedFormCell } from '../cells';
import type { ClosedFormValues } from '../closedForm';

/** The numbers about their mean. */
export function closedFormChart(
  { number, numbers }: ClosedFormCell,
  { mean, centred, energy }: ClosedFormValues,
): ChartBlock {
  const rows = numbers.map((value, i) => ({ term: String(i + 1), value, mean, centred: centred[i] ?? NaN }));
  const x = {
    field: 'value',
    type: 'quantitative',
    title: l10n.t('Value'),
    scale: { zero: false },
    axis: { tickCount: 7 },
  };
  const y = { field: 'term', type: 'nominal', title: l10n.t('Term') };
  return {
    kind: 'chart',
    id: `theory-${number}`,
    title: l10n.t('Values about their mean'),
    summary: l10n.t(
      'The values {0} lie about their mean {1}; the squares of their distances add up to {2}.',
      numbers.join(', '),
      mean.toFixed(3),
      energy.toFixed(6),
    ),
    spec: {
      data: { name: 'values' },
      height: 120,
      layer: [
        {
          mark: { type: 'rule', strokeDash: [4, 3] },
          encoding: { x: { aggregate: 'mean', ...x } },
        },
        {
          mark: { type: 'rule', strokeWidth: 2, color: themeColour.primary },
          encoding: { x: { ...x, field: 'mean' }, x2: { field: 'value' }, y },
        },
        {
          mark: { type: 'point', filled: true, size: 110, opacity: 1, color: themeColour.primary },
          encoding: { x, y },
        },
      ],
    },
    data: { values: rows },
    table: {
      kind: 'table',
      title: l10n.t('Values about their mean'),
      columns: [
        { key: 'term', title: l10n.t('Term'), kind: 'text' },
        { key: 'value', title: l10n.t('Value'), kind: 'number' },
        { key: 'centred', title: l10n.t('Centred'), kind: 'number' },
      ],
      rows,
    },
  };
}
