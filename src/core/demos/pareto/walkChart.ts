import * as l10n from '@vscode/l10n';
import type { ChartBlock, Row } from '../../report/report';
import { themeColour } from '../../report/theme';
import { varyingParameters } from '../../sampling/configurations';
import { toUnit } from '../../space/distribution';
import type { Configuration, DrawableParameter } from '../../space/searchSpace';
import { choiceLabel } from '../../space/values';
import type { Value } from '../../text/scalars';
import { formatNumber } from '../../text/formatNumber';
import type { Frontier, FrontierPoint } from './frontier';
import { lossAxes } from './frontChart';
import { costText, costTitle, type TradeOff } from './setup';

/** More rows than this would not be looked at. */
const mostParameters = 12;

/** The frontier beside the parameters of its points: the one picked stands out in both. */
export function walkChart(tradeOff: TradeOff, { points, knee }: Frontier): ChartBlock {
  const parameters = varyingParameters(tradeOff.space).slice(0, mostParameters);
  const { x, y } = lossAxes(tradeOff);
  const start = points.findIndex(({ trial }) => trial === knee?.trial) + 1;
  const rows = points.flatMap((point, i) =>
    parameters.flatMap(parameter => standing(point, i + 1, parameter)),
  );
  const picked = { filter: 'datum.place === place' };
  const across = {
    field: 'position',
    type: 'quantitative',
    title: l10n.t('Position on the range'),
    scale: { domain: [0, 1], nice: false },
    axis: { values: [0, 1], labelExpr: lowToHigh(), grid: false },
  };
  const down = {
    field: 'parameter',
    type: 'nominal',
    title: null,
    sort: parameters.map(({ name }) => name),
    axis: { labelLimit: 130 },
  };
  return {
    kind: 'chart',
    id: 'pareto-walk',
    title: l10n.t('What each point of the frontier is made of'),
    summary: l10n.t(
      '{0} points from error {1} at {2} to error {3} at {4}. A click or the slider picks one.',
      String(points.length),
      formatNumber(points[0]?.error ?? NaN),
      costText(tradeOff.cost, formatNumber(points[0]?.cost ?? NaN)),
      formatNumber(points.at(-1)?.error ?? NaN),
      costText(tradeOff.cost, formatNumber(points.at(-1)?.cost ?? NaN)),
    ),
    slider: {
      parameter: 'place',
      label: l10n.t('Point of the frontier'),
      min: 1,
      max: points.length,
      value: start,
      captions: points.map(point => caption(tradeOff, point, parameters)),
    },
    spec: {
      params: [{ name: 'place', value: start }],
      hconcat: [
        {
          height: 24 * Math.max(6, parameters.length),
          data: { name: 'front' },
          layer: [
            {
              mark: { type: 'line', interpolate: 'step-after', color: themeColour.neutral },
              encoding: { x, y },
            },
            {
              mark: { type: 'point', filled: true, opacity: 1, cursor: 'pointer' },
              encoding: {
                x,
                y,
                size: { condition: { test: 'datum.place === place', value: 160 }, value: 60 },
                color: {
                  condition: { test: 'datum.place === place', value: themeColour.highlight },
                  value: themeColour.primary,
                },
                tooltip: [
                  { field: 'trial', type: 'quantitative', title: l10n.t('Trial') },
                  { field: 'error', type: 'quantitative', format: '.3~g', title: l10n.t('Validation error') },
                  { field: 'cost', type: 'quantitative', format: '.3~g', title: costTitle(tradeOff.cost) },
                ],
              },
            },
          ],
        },
        {
          height: 24 * Math.max(6, parameters.length),
          layer: [
            {
              data: { name: 'parameters' },
              mark: { type: 'tick', thickness: 2, color: themeColour.neutral, cursor: 'pointer' },
              encoding: {
                x: across,
                y: down,
                tooltip: [
                  { field: 'parameter', type: 'nominal', title: l10n.t('Parameter') },
                  { field: 'value', type: 'nominal', title: l10n.t('Value') },
                ],
              },
            },
            {
              data: { name: 'parameters' },
              transform: [picked],
              mark: { type: 'point', filled: true, size: 90, opacity: 1, color: themeColour.highlight },
              encoding: { x: across, y: down },
            },
            {
              data: { name: 'parameters' },
              transform: [picked, { calculate: 'datum.position > 0.5', as: 'right' }],
              mark: {
                type: 'text',
                color: themeColour.foreground,
                dx: { expr: 'datum.right ? -8 : 8' },
                align: { expr: "datum.right ? 'right' : 'left'" },
              },
              encoding: { x: across, y: down, text: { field: 'value' } },
            },
          ],
        },
      ],
    },
    data: {
      front: points.map(({ error, cost, trial }, i) => ({ place: i + 1, trial, error, cost })),
      parameters: rows,
    },
    table: {
      kind: 'table',
      title: l10n.t('The configurations of the frontier'),
      columns: [
        { key: 'trial', title: l10n.t('Trial'), kind: 'number' },
        { key: 'error', title: l10n.t('Validation error'), kind: 'number' },
        { key: 'cost', title: costTitle(tradeOff.cost), kind: 'number' },
        ...parameters.map(({ name }, i) => ({ key: `p${i}`, title: name, kind: 'text' as const })),
      ],
      rows: points.map(({ trial, error, cost, configuration }) => ({
        trial,
        error,
        cost,
        ...Object.fromEntries(parameters.map(({ name }, i) => [`p${i}`, valueText(configuration, name)])),
      })),
    },
  };
}

function standing(
  { configuration }: FrontierPoint,
  place: number,
  { name, domain }: DrawableParameter,
): Row[] {
  const value = configuration.get(name);
  if (value === undefined) return [];
  return [{ place, parameter: name, position: toUnit(domain, value), value: text(value) }];
}

function caption(
  { cost: id }: TradeOff,
  { trial, error, cost, configuration }: FrontierPoint,
  parameters: readonly DrawableParameter[],
): string {
  return l10n.t(
    'Trial {0}: error {1} for {2}, with {3}.',
    String(trial),
    formatNumber(error),
    costText(id, formatNumber(cost)),
    parameters
      .filter(({ name }) => configuration.has(name))
      .map(({ name }) => `${name} ${valueText(configuration, name) ?? ''}`)
      .join(', '),
  );
}

function valueText(configuration: Configuration, name: string): string | null {
  const value = configuration.get(name);
  return value === undefined ? null : text(value);
}

function text(value: Value): string {
  return typeof value === 'number' ? formatNumber(value) : choiceLabel(value);
}

function lowToHigh(): string {
  return `datum.value === 0 ? ${JSON.stringify(l10n.t('low'))} : ${JSON.stringify(l10n.t('high'))}`;
}
