import * as l10n from '@vscode/l10n';
import { normalised } from '../../pareto/kneePoint';
import type { TableBlock } from '../../report/report';
import { frontierOf, type FrontierPoint } from './frontier';
import type { Found } from './runSearch';
import { costTitle, type TradeOff } from './setup';

const weights = [0.1, 0.25, 0.5, 0.75, 0.9];

/** What a single loss `w · error + (1 − w) · cost` would have chosen, both on their ranges over the frontier, the cost as a logarithm. */
export function weightsTable({ cost }: TradeOff, found: readonly Found[]): TableBlock {
  const { points } = frontierOf(found);
  return {
    kind: 'table',
    title: l10n.t('What one weighted loss would have chosen'),
    columns: [
      { key: 'weight', title: l10n.t('Weight of the error (%)'), kind: 'number' },
      { key: 'trial', title: l10n.t('Trial'), kind: 'number' },
      { key: 'error', title: l10n.t('Validation error'), kind: 'number' },
      { key: 'cost', title: costTitle(cost), kind: 'number' },
    ],
    rows: weights.flatMap(weight => {
      const chosen = points[chosenBy(weight, points)];
      return chosen
        ? [{ weight: 100 * weight, trial: chosen.trial, error: chosen.error, cost: chosen.cost }]
        : [];
    }),
  };
}

/** How many points of the frontier are best for some weights: those on its convex hull. */
export function supportedPoints(points: readonly FrontierPoint[]): number {
  const hull: FrontierPoint[] = [];
  for (const point of points) {
    for (;;) {
      const [a, b] = [hull.at(-2), hull.at(-1)];
      if (!a || !b) break;
      const [up, along] = [a.error - b.error, Math.log(b.cost / a.cost)];
      const turn = along * (point.error - a.error) + up * Math.log(point.cost / a.cost);
      if (turn > 0) break;
      hull.pop();
    }
    hull.push(point);
  }
  return hull.length;
}

function chosenBy(weight: number, points: readonly FrontierPoint[]): number {
  const sums = normalised(points.map(({ losses }) => losses)).map(
    ([error = 0, cost = 0]) => weight * error + (1 - weight) * cost,
  );
  return sums.indexOf(Math.min(...sums));
}
