import * as l10n from '@vscode/l10n';
import type { BohbDensity } from '../../fidelity/bohbDensity';
import type { BohbModel } from '../../fidelity/bohbModel';
import { parzenSpace } from '../../search/parzenHistory';
import type { ChartBlock, Row } from '../../report/report';
import { themeColour } from '../../report/theme';
import { isNumeric } from '../../space/cumulative';
import type { SearchSpace } from '../../space/searchSpace';
import { choiceLabel } from '../../space/values';
import { formatNumber } from '../../text/formatNumber';
import { shorten } from '../../text/shorten';
import { parameterShown } from '../samplingAxis';
import type { Played } from './run';

/** Parameters beyond these few, in which good and bad differ least, are left out. */
const mostParameters = 6;

/** Places at which a density over numbers is drawn. */
const places = 80;

/** More levels than this are drawn as a curve. */
const mostBars = 16;

/** A parameter, the two densities along it relative to its prior, and what was drawn from them. */
interface Strip {
  readonly name: string;
  readonly axis: number;
  readonly rows: readonly Row[];
  readonly draws: readonly Row[];
  readonly isCurve: boolean;
  /** Half the area between both: 0 where they agree, 1 where they have nothing in common. */
  readonly difference: number;
}

/** The last model's densities of good and bad results along each parameter, and the configurations that models drew. */
export function densityChart(space: SearchSpace, model: BohbModel, played: Played): ChartBlock {
  const { axes } = parzenSpace(space);
  const all = axes.map((_, axis) => stripOf(space, model, played, axis));
  const strips = [...all]
    .sort((a, b) => b.difference - a.difference)
    .slice(0, mostParameters)
    .sort((a, b) => a.axis - b.axis);
  const most = strips.reduce<Strip | undefined>(
    (best, strip) => (best && best.difference >= strip.difference ? best : strip),
    undefined,
  );
  const peak = most?.rows.reduce((best, row) => (Number(row['good']) > Number(best['good']) ? row : best));
  const sides = {
    good: l10n.t('Good results'),
    bad: l10n.t('Bad results'),
    draws: l10n.t('Drawn by a model'),
  };
  return {
    kind: 'chart',
    id: 'bohb-densities',
    title: l10n.t('Where good and bad results lie'),
    summary: [
      l10n.t(
        'The model of {0} good and {1} bad results at {2} units tells {3} apart most: good ones are densest at {4}, {5} times as dense as random ones.',
        String(model.good.rows.length),
        String(model.bad.rows.length),
        formatNumber(model.resource),
        shorten(most?.name ?? '', 60),
        shownValue(peak?.['value']),
        formatNumber(Number(peak?.['good'] ?? NaN)),
      ),
      ...(all.length > strips.length
        ? [
            l10n.t(
              'Drawn are the {0} of {1} parameters in which they differ most.',
              String(strips.length),
              String(all.length),
            ),
          ]
        : []),
    ].join(' '),
    spec: {
      columns: 2,
      resolve: { scale: { color: 'shared', xOffset: 'independent' } },
      concat: strips.map((strip, index) => view(space, strip, index, sides)),
    },
    data: Object.fromEntries(
      strips.flatMap(({ rows, draws }, index) => [
        [`density${index}`, sided(rows, sides)],
        [`draws${index}`, draws],
      ]),
    ),
    table: {
      kind: 'table',
      title: l10n.t('Densities relative to random draws'),
      columns: [
        { key: 'parameter', title: l10n.t('Parameter'), kind: 'parameter' },
        { key: 'value', title: l10n.t('Value'), kind: 'text' },
        { key: 'good', title: sides.good, kind: 'number' },
        { key: 'bad', title: sides.bad, kind: 'number' },
      ],
      rows: strips.flatMap(({ rows }) => rows.map(row => ({ ...row, value: shownValue(row['value']) }))),
    },
  };
}

function shownValue(value: unknown): string {
  return typeof value === 'number' ? formatNumber(value) : String(value ?? '');
}

function stripOf(space: SearchSpace, { good, bad }: BohbModel, { jobs, origins }: Played, d: number): Strip {
  const axis = parzenSpace(space).axes[d];
  if (!axis) throw new RangeError('There is no such axis.');
  const { choices, parameter, valueAt, position, cell } = axis;
  const isNumber = isNumeric(parameter.domain);
  const show = (value: ReturnType<typeof valueAt>): number | string =>
    isNumber ? Number(value) : shorten(choiceLabel(value), 60);
  const rows = new Map<number | string, Row>();
  const count = choices?.length ?? places;
  let difference = 0;
  for (let i = 0; i < count; i++) {
    const value = valueAt(choices ? i : (i + 0.5) / count);
    const at = position(value);
    // Of a choice or level its probability, held against that of the prior.
    const [from, to] = cell?.(at) ?? [0, 1];
    const prior = choices?.[i] ?? to - from;
    const relative = (density: BohbDensity): number =>
      (cell ? density.massBetween(d, from, to) : density.marginal(d, at)) / prior;
    const [dense, sparse] = [relative(good), relative(bad)];
    difference += (Math.abs(dense - sparse) * (choices ? prior : 1 / count)) / 2;
    rows.set(show(value), { parameter: parameter.name, value: show(value), good: dense, bad: sparse });
  }
  const draws = jobs
    .filter(({ from, trial }) => from === 0 && origins[trial]?.kind === 'model')
    .flatMap(({ configuration }) => configuration.get(parameter.name) ?? [])
    .map(value => ({ value: show(value) }));
  const isCurve = isNumber && (!cell || rows.size > mostBars);
  const found = [...rows.values()];
  return {
    name: parameter.name,
    axis: d,
    rows: isCurve ? found : found.map(row => ({ ...row, value: shownValue(row['value']) })),
    draws,
    isCurve,
    difference,
  };
}

function sided(rows: readonly Row[], sides: { readonly good: string; readonly bad: string }): Row[] {
  return rows.flatMap(({ value = null, good = null, bad = null }) => [
    { value, side: sides.bad, density: bad },
    { value, side: sides.good, density: good },
  ]);
}

function view(
  space: SearchSpace,
  { axis, isCurve, rows }: Strip,
  index: number,
  sides: { readonly good: string; readonly bad: string; readonly draws: string },
): Readonly<Record<string, unknown>> {
  const parameter = parzenSpace(space).axes[axis]?.parameter;
  const encoding = parameter ? parameterShown(parameter).encoding : {};
  const axisOptions = { ...(encoding['axis'] as object), grid: false };
  const x = isCurve
    ? { field: 'value', ...encoding, axis: axisOptions }
    : {
        field: 'value',
        type: 'nominal',
        title: encoding['title'],
        scale: { domain: rows.map(({ value }) => value) },
        axis: { labelLimit: 80, labelOverlap: true, labelAngle: 0 },
      };
  const y = {
    field: 'density',
    type: 'quantitative',
    title: index % 2 === 0 ? l10n.t('Density, random = 1') : null,
    axis: { tickCount: 4, format: '.3~r' },
    stack: null,
  };
  const color = {
    field: 'side',
    type: 'nominal',
    title: null,
    scale: {
      domain: Object.values(sides),
      range: [themeColour.primary, themeColour.secondary, themeColour.foreground],
    },
    legend: { orient: 'top', symbolType: 'square', symbolOpacity: 1 },
  };
  const curve = isCurve
    ? { mark: { type: 'line', strokeWidth: 2 }, encoding: { x, y, color } }
    : {
        mark: { type: 'bar' },
        encoding: { x, y, color, xOffset: { field: 'side', scale: { domain: [sides.good, sides.bad] } } },
      };
  return {
    height: 110,
    data: { name: `density${index}` },
    layer: [
      {
        mark: { type: 'rule', color: themeColour.neutral, strokeDash: [3, 3] },
        data: { values: [{}] },
        encoding: { y: { datum: 1, type: 'quantitative' } },
      },
      ...(isCurve
        ? [
            {
              mark: { type: 'area', opacity: 0.25 },
              transform: [{ filter: { field: 'side', equal: sides.good } }],
              encoding: { x, y, color },
            },
          ]
        : []),
      curve,
      ...(isCurve
        ? [
            {
              data: { name: `draws${index}` },
              mark: { type: 'tick', orient: 'vertical', size: 8, thickness: 1, yOffset: -4, opacity: 0.7 },
              encoding: {
                x,
                y: { datum: 0, type: 'quantitative' },
                color: { ...color, field: undefined, datum: sides.draws },
              },
            },
          ]
        : []),
    ],
  };
}
