import * as l10n from '@vscode/l10n';
import { hypervolumeContributions } from '../../pareto/hypervolume';
import type { TableBlock } from '../../report/report';
import type { Frontier, FrontierPoint } from './frontier';
import { costTitle, type TradeOff } from './setup';

/** What a step along the frontier buys: points of error (hundredths) for a doubling of the cost. */
export function pointsPerDoubling(from: FrontierPoint, to: FrontierPoint): number {
  return (100 * (from.error - to.error)) / Math.log2(to.cost / from.cost);
}

/** What is given up for what is gained from one point of the frontier to the next, from the cheapest on. */
export function tradeOffTable(tradeOff: TradeOff, frontier: Frontier): TableBlock {
  const { reference, cost, attainable } = tradeOff;
  const { knee } = frontier;
  const points = tellingPoints(tradeOff, frontier);
  const contributions = hypervolumeContributions(
    points.map(({ losses }) => losses),
    reference,
  );
  return {
    kind: 'table',
    title: l10n.t('Along the frontier, by the points that add most'),
    columns: [
      { key: 'trial', title: l10n.t('Trial'), kind: 'number' },
      { key: 'error', title: l10n.t('Validation error'), kind: 'number' },
      { key: 'cost', title: costTitle(cost), kind: 'number' },
      { key: 'gained', title: l10n.t('Error gained (points)'), kind: 'number' },
      { key: 'given', title: l10n.t('Cost given up'), kind: 'number' },
      { key: 'rate', title: l10n.t('Points per doubling of cost'), kind: 'number' },
      { key: 'share', title: l10n.t('Adds to the hypervolume (%)'), kind: 'number' },
      { key: 'knee', title: '', kind: 'text' },
    ],
    rows: points.map((point, i) => {
      const before = points[i - 1];
      return {
        trial: point.trial,
        error: point.error,
        cost: point.cost,
        gained: before ? 100 * (before.error - point.error) : null,
        given: before ? point.cost - before.cost : null,
        rate: before ? pointsPerDoubling(before, point) : null,
        share: (100 * (contributions[i] ?? 0)) / attainable,
        knee: point.trial === knee?.trial ? l10n.t('knee') : null,
      };
    }),
  };
}

const mostRows = 10;

/** The ends, the knee and those that add most to the hypervolume, from the cheapest on. */
function tellingPoints({ reference }: TradeOff, { points, knee }: Frontier): FrontierPoint[] {
  const contributions = hypervolumeContributions(
    points.map(({ losses }) => losses),
    reference,
  );
  const standing = (i: number): number =>
    i === 0 || i === points.length - 1 || points[i] === knee ? Infinity : (contributions[i] ?? 0);
  const order = points.map((_, i) => i).sort((a, b) => standing(b) - standing(a) || a - b);
  const kept = new Set(order.slice(0, mostRows));
  return points.filter((_, i) => kept.has(i));
}
