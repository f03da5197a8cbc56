import * as l10n from '@vscode/l10n';
import type { ChartBlock, Row } from '../../report/report';
import { themeColour } from '../../report/theme';
import { formatNumber } from '../../text/formatNumber';
import { frontierOf, type Frontier } from './frontier';
import type { Found } from './runSearch';
import { costText, costTitle, shareOf, type TradeOff } from './setup';

/** The axes of every picture of error against cost. */
export function lossAxes({ task, cost }: TradeOff): { readonly x: object; readonly y: object } {
  const [lowest] = task.bestAt(1);
  const [, least] = task.bestAt(0);
  return {
    x: {
      field: 'cost',
      type: 'quantitative',
      title: costTitle(cost),
      scale: { type: 'log', domain: [0.95 * least, task.worst[1]], nice: false },
      axis: { format: '.3~g', tickCount: 6, grid: false },
    },
    y: {
      field: 'error',
      type: 'quantitative',
      title: l10n.t('Validation error'),
      scale: { domain: [Math.floor(50 * lowest) / 50, task.worst[0]], nice: false, clamp: true },
      axis: { format: '.2~f', tickCount: 6 },
    },
  };
}

/** The least error at each cost that any tuning could reach, as rows. */
export function boundRows({ task }: TradeOff): Row[] {
  const every = Math.ceil(task.sizes.length / 100);
  return task.sizes
    .filter((_, i) => i % every === 0 || i === task.sizes.length - 1)
    .map(size => {
      const [error, cost] = task.bestAt(size);
      return { error, cost };
    });
}

/** All trials and their frontier, trial by trial. */
export function frontChart(tradeOff: TradeOff, found: readonly Found[]): ChartBlock {
  const { x, y } = lossAxes(tradeOff);
  const frontiers = found.map((_, i) => frontierOf(found, i + 1));
  const fronts = frontiers.flatMap(({ points, knee }, i) =>
    points.map(({ error, cost, trial }) => ({
      step: i + 1,
      error,
      cost,
      trial,
      knee: trial === knee?.trial,
    })),
  );
  const last = frontiers.at(-1);
  const captions = frontiers.map((frontier, i) => sentence(tradeOff, frontier, found.slice(0, i + 1)));
  const atStep = { filter: 'datum.step === trials' };
  const tooltip = [
    { field: 'trial', type: 'quantitative', title: l10n.t('Trial') },
    { field: 'error', type: 'quantitative', format: '.3~g', title: l10n.t('Validation error') },
    { field: 'cost', type: 'quantitative', format: '.3~g', title: costTitle(tradeOff.cost) },
  ];
  return {
    kind: 'chart',
    id: 'pareto-front',
    title: l10n.t('The frontier, trial by trial'),
    summary: l10n.t(
      'Error against {0}: {1} of {2} trials are on the frontier.',
      costTitle(tradeOff.cost),
      String(last?.points.length ?? 0),
      String(found.length),
    ),
    slider: {
      parameter: 'trials',
      label: l10n.t('Trials so far'),
      min: 1,
      max: found.length,
      value: found.length,
      captions,
    },
    spec: {
      height: 300,
      params: [{ name: 'trials', value: found.length }],
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
          data: { name: 'trials' },
          transform: [{ filter: 'datum.trial <= trials' }],
          mark: { type: 'point', size: 30, color: themeColour.neutral },
          encoding: { x, y, tooltip },
        },
        {
          data: { name: 'fronts' },
          transform: [atStep],
          mark: { type: 'line', interpolate: 'step-after', strokeWidth: 2, color: themeColour.primary },
          encoding: { x, y },
        },
        {
          data: { name: 'fronts' },
          transform: [atStep],
          mark: { type: 'point', filled: true, size: 60, opacity: 1, color: themeColour.primary },
          encoding: { x, y, tooltip },
        },
        {
          data: { name: 'fronts' },
          transform: [atStep, { filter: 'datum.knee' }],
          mark: {
            type: 'point',
            shape: 'diamond',
            filled: true,
            size: 160,
            opacity: 1,
            color: themeColour.highlight,
          },
          encoding: { x, y, tooltip },
        },
      ],
    },
    data: {
      bound: boundRows(tradeOff),
      trials: found.map(({ error, cost }, i) => ({ trial: i + 1, error, cost })),
      fronts,
    },
    table: {
      kind: 'table',
      title: l10n.t('The frontier after the last trial'),
      columns: [
        { key: 'trial', title: l10n.t('Trial'), kind: 'number' },
        { key: 'error', title: l10n.t('Validation error'), kind: 'number' },
        { key: 'cost', title: costTitle(tradeOff.cost), kind: 'number' },
      ],
      rows: (last?.points ?? []).map(({ trial, error, cost }) => ({ trial, error, cost })),
    },
  };
}

function sentence(tradeOff: TradeOff, { points, knee }: Frontier, found: readonly Found[]): string {
  return l10n.t(
    'After {0} trials {1} are on the frontier, which dominates {2} % of what can be had; its knee is at error {3} for {4}.',
    String(found.length),
    String(points.length),
    formatNumber(
      100 *
        shareOf(
          tradeOff,
          found.map(({ losses }) => losses),
        ),
    ),
    formatNumber(knee?.error ?? NaN),
    costText(tradeOff.cost, formatNumber(knee?.cost ?? NaN)),
  );
}
