import * as l10n from '@vscode/l10n';
import type { ChartBlock } from '../../report/report';
import { themeColour } from '../../report/theme';
import type { UpdateCell } from '../cells';
import { digits } from '../digits';
import type { UpdateValues } from '../update';

/** The loss along the direction of the step, as far as it stays below where it began; the step taken is marked. */
export function updateChart({ number, curvatures }: UpdateCell, values: UpdateValues): ChartBlock {
  const { gradient, learningRate, oldLoss, newLoss } = values;
  const weighted = (power: number): number =>
    gradient.reduce((sum, slope, i) => sum + (curvatures[i] ?? 0) ** power * slope * slope, 0);
  /** The learning rate from which on the step no longer lowers the loss. */
  const most = (2 * weighted(0)) / weighted(1);
  const line = Array.from({ length: 61 }, (_, i) => {
    const rate = (most * i) / 60;
    return { rate, loss: oldLoss - rate * weighted(0) + (rate * rate * weighted(1)) / 2 };
  });
  const points = [
    { rate: 0, loss: oldLoss, at: l10n.t('Old loss') },
    { rate: learningRate, loss: newLoss, at: l10n.t('New loss') },
  ];
  const labels = points.map(({ at }) => at);
  const x = {
    field: 'rate',
    type: 'quantitative',
    title: l10n.t('Learning rate η'),
    scale: { domain: [0, most], nice: false },
    axis: { tickCount: 7 },
  };
  const y = { field: 'loss', type: 'quantitative', title: l10n.t('Loss after the step') };
  return {
    kind: 'chart',
    id: `theory-${number}`,
    title: l10n.t('Loss after one step'),
    summary: l10n.t(
      'One step with η = {0} takes the loss from {1} to {2}; any η below {3} would lower it.',
      learningRate.toFixed(4),
      digits(oldLoss, 6),
      digits(newLoss, 6),
      most.toFixed(3),
    ),
    spec: {
      height: 190,
      layer: [
        {
          data: { name: 'line' },
          mark: { type: 'line', color: themeColour.primary },
          encoding: { x, y },
        },
        {
          data: { name: 'points' },
          mark: { type: 'point', filled: true, size: 110, opacity: 1 },
          encoding: {
            x,
            y,
            color: {
              field: 'at',
              type: 'nominal',
              title: null,
              scale: { domain: labels, range: [themeColour.neutral, themeColour.highlight] },
            },
            shape: {
              field: 'at',
              type: 'nominal',
              title: null,
              scale: { domain: labels, range: ['circle', 'diamond'] },
            },
          },
        },
      ],
    },
    data: { line, points },
    table: {
      kind: 'table',
      title: l10n.t('The step in each coordinate'),
      columns: [
        { key: 'curvature', title: l10n.t('Curvature'), kind: 'number' },
        { key: 'theta', title: l10n.t('θ before'), kind: 'number' },
        { key: 'gradient', title: l10n.t('Gradient'), kind: 'number' },
        { key: 'updated', title: l10n.t('θ after'), kind: 'number' },
      ],
      rows: curvatures.map((curvature, i) => ({
        curvature,
        theta: values.theta[i] ?? null,
        gradient: gradient[i] ?? null,
        updated: values.updated[i] ?? null,
      })),
    },
  };
}
