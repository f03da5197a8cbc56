import * as l10n from '@vscode/l10n';
import type { ChartBlock, Row } from '../../report/report';
import { themeColour } from '../../report/theme';
import type { StochasticCell } from '../cells';
import type { StochasticValues } from '../stochastic';

/** The two gradients, component by component. */
export function stochasticChart(
  { number, seed }: StochasticCell,
  { fullGradient, batchGradient, gap }: StochasticValues,
): ChartBlock {
  const series = [l10n.t('Full gradient, 256 rows'), l10n.t('Batch gradient, 32 rows')];
  const names = ['θ₁', 'θ₂', 'θ₃'];
  const components = names.map((component, i) => ({
    component,
    full: fullGradient[i] ?? NaN,
    batch: batchGradient[i] ?? NaN,
  }));
  const points = components.flatMap(({ component, full, batch }): Row[] => [
    { component, gradient: full, series: series[0] ?? '' },
    { component, gradient: batch, series: series[1] ?? '' },
  ]);
  const encoded = { field: 'series', type: 'nominal', title: null };
  const y = { field: 'component', type: 'nominal', title: null, sort: names };
  const axis = { type: 'quantitative', title: l10n.t('Gradient'), axis: { tickCount: 7 } };
  return {
    kind: 'chart',
    id: `theory-${number}`,
    title: l10n.t('Full and batch gradient'),
    summary: l10n.t(
      'With seed {0} the gradient over a batch of 32 rows is {1} away from that over all 256.',
      String(seed),
      gap.toFixed(6),
    ),
    spec: {
      height: 120,
      layer: [
        {
          data: { name: 'components' },
          mark: { type: 'rule', strokeWidth: 2 },
          encoding: { x: { field: 'full', ...axis }, x2: { field: 'batch' }, y },
        },
        {
          data: { name: 'points' },
          mark: { type: 'point', filled: true, size: 110, opacity: 1 },
          encoding: {
            x: { field: 'gradient', ...axis },
            y,
            color: {
              ...encoded,
              scale: { domain: series, range: [themeColour.primary, themeColour.secondary] },
            },
            shape: { ...encoded, scale: { domain: series, range: ['circle', 'diamond'] } },
          },
        },
      ],
    },
    data: { components, points },
    table: {
      kind: 'table',
      title: l10n.t('The gradients, component by component'),
      columns: [
        { key: 'component', title: l10n.t('Component'), kind: 'text' },
        { key: 'full', title: l10n.t('Full'), kind: 'number' },
        { key: 'batch', title: l10n.t('Batch'), kind: 'number' },
      ],
      rows: components,
    },
  };
}
