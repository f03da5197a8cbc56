import * as l10n from '@vscode/l10n';
import type { TableBlock } from './report';
import type { ThemeColour } from './theme';

/** Values over runs: the median and the middle half. */
export interface Band {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

interface MedianBands {
  /** The field that holds the label of a row's series. */
  readonly field: string;
  /** At most four, by label. */
  readonly series: Readonly<Record<string, ThemeColour>>;
  readonly x: object;
  /** The encoding of one of the fields `low`, `median`, `high`. */
  y(field: string): object;
  readonly tooltip: readonly object[];
  /** What both marks have beside their own, such as `clip`. */
  readonly mark?: object;
}

const dashes = [
  [1, 0],
  [6, 3],
  [2, 2],
  [8, 3, 2, 3],
];

/** Layers that compare series over runs: each a line at the median in a band, told apart by colour and by dashes. */
export function medianBands({ field, series, x, y, tooltip, mark = {} }: MedianBands): object[] {
  const domain = Object.keys(series);
  const own = { field, type: 'nominal', title: null };
  const legend = {
    orient: 'top',
    columns: 2,
    labelLimit: 320,
    ...{ symbolOpacity: 1, symbolType: 'stroke', symbolStrokeWidth: 2, symbolSize: 300 },
  };
  const color = { ...own, scale: { domain, range: Object.values(series) }, legend };
  const strokeDash = { ...own, scale: { domain, range: dashes.slice(0, domain.length) }, legend };
  return [
    {
      mark: { ...mark, type: 'area', interpolate: 'step-after', opacity: 0.18 },
      encoding: { x, y: y('low'), y2: { field: 'high' }, color },
    },
    {
      mark: { ...mark, type: 'line', interpolate: 'step-after', strokeWidth: 2 },
      encoding: { x, y: y('median'), color, strokeDash, tooltip },
    },
  ];
}

/** The columns of a band in a table, where less is better. */
export function bandColumns(): TableBlock['columns'] {
  return [
    { key: 'median', title: l10n.t('Median'), kind: 'number' },
    { key: 'low', title: l10n.t('Best quarter'), kind: 'number' },
    { key: 'high', title: l10n.t('Worst quarter'), kind: 'number' },
  ];
}
