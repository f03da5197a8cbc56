import * as l10n from '@vscode/l10n';
import type { Cell, ChartBlock, Row } from '../report/report';
import { themeColour } from '../report/theme';
import { formatNumber } from '../text/formatNumber';
import { orderShown, parameterShown, type ShownAxis } from './samplingAxis';
import { samplerLabel, type Design } from './samplingDesigns';
import type { SamplingOptions } from './samplingOptions';

/** Where each sampler's trials land on two parameters, brushes linked. */
export function pairsChart(designs: readonly Design[], options: SamplingOptions): ChartBlock {
  const x = parameterShown(options.x);
  const y = options.y ? parameterShown(options.y) : orderShown(options.count);
  const rows = designs.flatMap(design => positions(design, x, y));
  const most = Math.max(1, ...rows.map(({ trials }) => Number(trials)));
  return {
    kind: 'chart',
    id: 'sampling-pairs',
    title: l10n.t('{0} against {1}', y.name, x.name),
    summary: summary(designs, rows, x, y),
    spec: {
      data: { name: 'pairs' },
      facet: {
        field: 'sampler',
        type: 'nominal',
        title: null,
        sort: designs.map(({ sampler }) => samplerLabel(sampler)),
        header: { labelFontWeight: 600 },
      },
      columns: 3,
      spec: {
        height: 190,
        params: [
          {
            name: 'brush',
            select: {
              type: 'interval',
              mark: { fill: themeColour.neutral, fillOpacity: 0.15, stroke: themeColour.foreground },
            },
          },
        ],
        mark: { type: 'point', filled: true },
        encoding: {
          x: { field: 'x', ...x.encoding },
          y: { field: 'y', ...y.encoding },
          size: {
            field: 'trials',
            type: 'quantitative',
            scale: { domain: [1, Math.max(2, most)], range: [18, most > 1 ? 220 : 19] },
            legend: null,
          },
          color: { condition: { param: 'brush', value: themeColour.primary }, value: themeColour.neutral },
          tooltip: [
            { field: 'x', title: x.name, ...tooltipType(x) },
            { field: 'y', title: y.name, ...tooltipType(y) },
            { field: 'trials', type: 'quantitative', title: l10n.t('Trials here') },
          ],
        },
      },
    },
    data: { pairs: rows },
    table: {
      kind: 'table',
      title: l10n.t('Where the trials land'),
      columns: [
        { key: 'sampler', title: l10n.t('Sampler'), kind: 'text' },
        { key: 'x', title: x.name, kind: x.encoding['type'] === 'nominal' ? 'text' : 'number' },
        { key: 'y', title: y.name, kind: y.encoding['type'] === 'nominal' ? 'text' : 'number' },
        { key: 'trials', title: l10n.t('Trials'), kind: 'number' },
      ],
      rows,
    },
  };
}

function positions({ sampler, trials }: Design, x: ShownAxis, y: ShownAxis): Row[] {
  const found = new Map<string, { x: Cell; y: Cell; trials: number }>();
  trials.forEach((trial, index) => {
    const at = { x: x.place(trial, index), y: y.place(trial, index) };
    if (at.x === null || at.y === null) return;
    const key = JSON.stringify([at.x, at.y]);
    found.set(key, { ...at, trials: (found.get(key)?.trials ?? 0) + 1 });
  });
  return [...found.values()].map(position => ({ sampler: samplerLabel(sampler), ...position }));
}

function summary(designs: readonly Design[], rows: readonly Row[], x: ShownAxis, y: ShownAxis): string {
  const places = designs.map(({ sampler, trials }) => {
    const label = samplerLabel(sampler);
    const own = rows.filter(row => row['sampler'] === label);
    return l10n.t(
      '{0} puts {1} trials on {2} places',
      label,
      formatNumber(trials.length),
      formatNumber(own.length),
    );
  });
  return l10n.t('On {0} and {1}: {2}.', x.name, y.name, places.join(', '));
}

function tooltipType({ encoding }: ShownAxis): Readonly<Record<string, unknown>> {
  return encoding['type'] === 'nominal' ? { type: 'nominal' } : { type: 'quantitative', format: '.3~g' };
}
