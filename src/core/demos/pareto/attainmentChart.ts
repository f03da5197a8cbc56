import * as l10n from '@vscode/l10n';
import { attainmentSurface } from '../../pareto/attainment';
import type { ChartBlock } from '../../report/report';
import { themeColour } from '../../report/theme';
import { formatNumber } from '../../text/formatNumber';
import { boundRows, lossAxes } from './frontChart';
import { methodColours } from './historyChart';
import type { Found } from './runSearch';
import { costText, costTitle, methodIds, methodLabel, type MethodId, type TradeOff } from './setup';

/** The runs of each method that is done. */
export type Runs = ReadonlyMap<MethodId, readonly (readonly Found[])[]>;

/** The frontier that half of a method's runs reach, one for each method. */
export function attainmentChart(tradeOff: TradeOff, runs: Runs): ChartBlock {
  const { x, y } = lossAxes(tradeOff);
  const shown = methodIds.filter(id => runs.has(id));
  const surfaces = shown.map(id => {
    const own = runs.get(id) ?? [];
    const swapped = own.map(found => found.map(({ error, cost }) => [cost, error]));
    return { id, steps: attainmentSurface(swapped, Math.ceil(own.length / 2)) };
  });
  const rows = surfaces.flatMap(({ id, steps }) => {
    const corners = steps.map(({ first, second }) => ({
      method: methodLabel(id),
      cost: first,
      error: second,
    }));
    const end = corners.at(-1);
    return end === undefined ? [] : [...corners, { ...end, cost: tradeOff.task.worst[1] }];
  });
  const budget = Math.sqrt(tradeOff.task.bestAt(0)[1] * tradeOff.task.bestAt(1)[1]);
  return {
    kind: 'chart',
    id: 'multi-objective-attainment',
    title: l10n.t('What half of the searches reach'),
    summary: surfaces
      .map(({ id, steps }) =>
        l10n.t(
          'Half of the searches by {0} reach error {1} within {2}.',
          methodLabel(id),
          formatNumber(steps.findLast(({ first }) => first <= budget)?.second ?? NaN),
          costText(tradeOff.cost, formatNumber(budget)),
        ),
      )
      .join(' '),
    spec: {
      height: 280,
      layer: [
        {
          data: { name: 'bound' },
          mark: {
            type: 'line',
            interpolate: 'step-after',
            strokeDash: [4, 4],
            strokeWidth: 1.5,
            color: themeColour.neutral,
          },
          encoding: { x, y },
        },
        {
          data: { name: 'surfaces' },
          mark: { type: 'line', interpolate: 'step-after', strokeWidth: 2, clip: true },
          encoding: {
            x,
            y,
            color: {
              field: 'method',
              type: 'nominal',
              title: null,
              scale: { domain: shown.map(methodLabel), range: shown.map(id => methodColours[id]) },
              legend: { orient: 'top', columns: 2, labelLimit: 260 },
            },
            tooltip: [
              { field: 'method', type: 'nominal', title: l10n.t('Search') },
              { field: 'error', type: 'quantitative', format: '.3~g', title: l10n.t('Validation error') },
              { field: 'cost', type: 'quantitative', format: '.3~g', title: costTitle(tradeOff.cost) },
            ],
          },
        },
      ],
    },
    data: { bound: boundRows(tradeOff), surfaces: rows },
    table: {
      kind: 'table',
      title: l10n.t('Median attainment surfaces'),
      columns: [
        { key: 'method', title: l10n.t('Search'), kind: 'text' },
        { key: 'cost', title: costTitle(tradeOff.cost), kind: 'number' },
        { key: 'error', title: l10n.t('Validation error'), kind: 'number' },
      ],
      rows,
    },
  };
}
