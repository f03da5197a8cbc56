import * as l10n from '@vscode/l10n';
import { dominates } from '../../pareto/dominance';
import { hypervolume, hypervolumeContributions } from '../../pareto/hypervolume';
import type { CheckResult } from '../../report/report';
import { formatNumber } from '../../text/formatNumber';
import { frontierOf } from './frontier';
import type { History } from './historyChart';
import type { Found } from './runSearch';
import { methodLabel, type MethodId, type TradeOff } from './setup';

export function paretoChecks(
  tradeOff: TradeOff,
  found: readonly Found[],
  histories: readonly History[],
  id: MethodId,
): CheckResult[] {
  const { points } = frontierOf(found);
  const beaten = points.filter(({ losses }) => found.some(other => dominates(other.losses, losses))).length;
  const missed = found.filter(
    ({ losses }) =>
      points.every(point => String(point.losses) !== String(losses)) &&
      !points.some(point => dominates(point.losses, losses)),
  ).length;
  return [
    {
      name: l10n.t('Nothing dominates the frontier, and it dominates everything else'),
      status: beaten + missed === 0 ? 'PASS' : 'FAIL',
      message: l10n.t(
        'Compared pair by pair, {0} of {1} points are dominated and {2} of the other trials are not.',
        String(beaten),
        String(points.length),
        String(missed),
      ),
      value: beaten + missed,
      target: 0,
    },
    volumeCheck(tradeOff, found),
    ...againstRandom(histories, id),
  ];
}

/** In two objectives the hypervolume is the sum of the columns under the staircase; contributions lie within it. */
function volumeCheck({ reference }: TradeOff, found: readonly Found[]): CheckResult {
  const losses = frontierOf(found).points.map(point => point.losses);
  const value = hypervolume(losses, reference);
  const [errorEnd = 0, costEnd = 0] = reference;
  const inside = losses.filter(([error = 0, cost = 0]) => error < errorEnd && cost < costEnd);
  const columns = inside.reduce((sum, [error = 0, cost = 0], i) => {
    const next = inside[i + 1]?.[1] ?? costEnd;
    return sum + (errorEnd - error) * (next - cost);
  }, 0);
  const single = hypervolumeContributions(losses, reference).reduce((sum, share) => sum + share, 0);
  const tolerance = 1e-12 * columns;
  return {
    name: l10n.t('The hypervolume is the area under the staircase'),
    status: Math.abs(value - columns) <= tolerance && single <= value + tolerance ? 'PASS' : 'FAIL',
    message: l10n.t(
      'The sweep gives {0}, summing columns {1}; {2} % of it belongs to single points.',
      formatNumber(value),
      formatNumber(columns),
      formatNumber((100 * single) / Math.max(value, Number.MIN_VALUE)),
    ),
    value,
    target: columns,
    tolerance,
  };
}

/** Whether a search is worth its name: its last share against the median of random searches. */
export function againstRandom(histories: readonly History[], id: MethodId): CheckResult[] {
  const own = histories.find(({ method }) => method === id)?.steps.at(-1)?.median;
  const random = histories.find(({ method }) => method === 'random')?.steps.at(-1)?.median;
  if (id === 'random' || own === undefined || random === undefined) return [];
  return [
    {
      name: l10n.t('{0} dominates more than random search', methodLabel(id)),
      status: own >= random ? 'PASS' : 'WARN',
      message: l10n.t(
        '{0} % of the attainable hypervolume against a median of {1} %.',
        formatNumber(100 * own),
        formatNumber(100 * random),
      ),
      value: own,
      target: random,
    },
  ];
}
