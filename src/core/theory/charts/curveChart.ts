import * as l10n from '@vscode/l10n';
import type { ChartBlock, Row } from '../../report/report';
import { themeColour } from '../../report/theme';
import type { CurveCell } from '../cells';
import type { CurveValues } from '../curve';

/** Loss and gradient over the parameter, the gradient dashed. */
export function curveChart({ number }: CurveCell, { theta, loss, gradient }: CurveValues): ChartBlock {
  const series = [l10n.t('Loss'), l10n.t('Gradient')];
  const rows = theta.flatMap((x, i): Row[] => [
    { theta: x, value: loss[i] ?? null, series: series[0] ?? '' },
    { theta: x, value: gradient[i] ?? null, series: series[1] ?? '' },
  ]);
  const least = loss.indexOf(Math.min(...loss));
  const encoded = { field: 'series', type: 'nominal', title: null };
  return {
    kind: 'chart',
    id: `theory-${number}`,
    title: l10n.t('Loss and gradient'),
    summary: l10n.t(
      'The loss is lowest, {0}, at θ = {1}; the gradient goes from {2} to {3} as θ goes from −3 to 3.',
      (loss[least] ?? NaN).toFixed(3),
      (theta[least] ?? NaN).toFixed(3),
      (gradient[0] ?? NaN).toFixed(3),
      (gradient.at(-1) ?? NaN).toFixed(3),
    ),
    spec: {
      data: { name: 'curve' },
      height: 190,
      mark: { type: 'line' },
      encoding: {
        x: {
          field: 'theta',
          type: 'quantitative',
          title: l10n.t('Parameter θ'),
          scale: { domain: [-3, 3], nice: false },
          axis: { tickCount: 7 },
        },
        y: { field: 'value', type: 'quantitative', title: l10n.t('Value') },
        color: {
          ...encoded,
          scale: { domain: series, range: [themeColour.primary, themeColour.secondary] },
        },
        strokeDash: {
          ...encoded,
          scale: {
            domain: series,
            range: [
              [1, 0],
              [6, 4],
            ],
          },
        },
      },
    },
    data: { curve: rows },
    table: {
      kind: 'table',
      title: l10n.t('Loss and gradient at 200 points'),
      columns: [
        { key: 'theta', title: l10n.t('Parameter θ'), kind: 'number' },
        { key: 'loss', title: l10n.t('Loss'), kind: 'number' },
        { key: 'gradient', title: l10n.t('Gradient'), kind: 'number' },
      ],
      rows: theta.map((x, i) => ({ theta: x, loss: loss[i] ?? null, gradient: gradient[i] ?? null })),
    },
  };
}
