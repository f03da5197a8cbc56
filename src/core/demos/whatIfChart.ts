import * as l10n from '@vscode/l10n';
import type { ChartBlock, Row } from '../report/report';
import { themeColour } from '../report/theme';
import { formatNumber } from '../text/formatNumber';

/** One setting that could have been chosen, and what it would have come to. */
export interface WhatIf {
  readonly label: string;
  readonly values: Readonly<Record<string, number>>;
}

export interface WhatIfOptions {
  readonly id: string;
  readonly title: string;
  /** What is varied: "Reduction factor η". */
  readonly setting: string;
  /** A panel each. */
  readonly measures: readonly { readonly key: string; readonly title: string }[];
  readonly options: readonly WhatIf[];
  /** The index of the one the report is about. */
  readonly chosen: number;
}

/** Bars for each setting, a panel for each measure; a slider walks through the settings and reads them out. */
export function whatIfChart({ id, title, setting, measures, options, chosen }: WhatIfOptions): ChartBlock {
  const rows: Row[] = options.map(({ label, values }, i) => ({ position: i + 1, label, ...values }));
  const captions = options.map(({ label, values }) => {
    const read = measures.map(({ key, title: name }) => `${name} ${formatNumber(values[key] ?? NaN)}`);
    return l10n.t('{0} {1}: {2}.', setting, label, read.join(', '));
  });
  const spans = measures.map(({ key, title: name }) => {
    const values = options.map(option => option.values[key] ?? NaN);
    return l10n.t(
      '{0} {1} to {2}',
      name,
      formatNumber(Math.min(...values)),
      formatNumber(Math.max(...values)),
    );
  });
  return {
    kind: 'chart',
    id,
    title,
    summary: l10n.t(
      '{0} from {1} to {2}: {3}.',
      setting,
      options[0]?.label ?? '',
      options.at(-1)?.label ?? '',
      spans.join(', '),
    ),
    slider: {
      parameter: 'position',
      label: setting,
      min: 1,
      max: options.length,
      value: chosen + 1,
      captions,
    },
    spec: {
      params: [{ name: 'position', value: chosen + 1 }],
      data: { name: 'options' },
      hconcat: measures.map(({ key, title: name }, panel) => ({
        height: 24 * options.length,
        width: 150,
        mark: 'bar',
        encoding: {
          y: {
            field: 'label',
            type: 'nominal',
            sort: null,
            title: panel === 0 ? setting : null,
            axis: { labels: panel === 0, ticks: false, domain: false },
          },
          x: {
            field: key,
            type: 'quantitative',
            title: name,
            axis: { tickCount: 4, format: '.3~r' },
          },
          color: {
            condition: { test: 'datum.position === position', value: themeColour.highlight },
            value: themeColour.primary,
          },
          tooltip: [
            { field: 'label', type: 'nominal', title: setting },
            { field: key, type: 'quantitative', format: '.4~g', title: name },
          ],
        },
      })),
    },
    data: { options: rows },
    table: {
      kind: 'table',
      title,
      columns: [
        { key: 'label', title: setting, kind: 'text' },
        ...measures.map(({ key, title: name }) => ({ key, title: name, kind: 'number' as const })),
      ],
      rows: rows.map(({ position: _, ...row }) => row),
    },
  };
}
