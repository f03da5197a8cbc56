import * as l10n from '@vscode/l10n';
import { densityCurve, levelBars } from '../hover/densityCurve';
import { domainText } from '../hover/domainText';
import type { ChartBlock, Row } from '../report/report';
import { themeColour } from '../report/theme';
import { axisValue, displayAxis } from '../space/displayAxis';
import { isNumeric } from '../space/cumulative';
import type { Domain } from '../space/domain';
import type { DrawableParameter } from '../space/searchSpace';
import { formatNumber } from '../text/formatNumber';
import { shorten } from '../text/shorten';
import { parameterShown } from './samplingAxis';

/** More strips than this are a wall, not a picture. */
export const mostStrips = 40;

/** More choices than this are drawn as the most frequent ones and a rest. */
const mostChoices = 24;

/** A small picture of each parameter's distribution, in its own values. */
export function densityChart(parameters: readonly DrawableParameter[]): ChartBlock {
  const data = Object.fromEntries(parameters.map((parameter, i) => [`density${i}`, rowsOf(parameter)]));
  return {
    kind: 'chart',
    id: 'explain-densities',
    title: l10n.t('Distribution of each parameter'),
    summary: summary(parameters),
    spec: {
      columns: 2,
      concat: parameters.map((parameter, i) => strip(parameter, `density${i}`)),
    },
    data,
    table: {
      kind: 'table',
      title: l10n.t('Densities'),
      columns: [
        { key: 'parameter', title: l10n.t('Parameter'), kind: 'parameter' },
        { key: 'value', title: l10n.t('Value'), kind: 'text' },
        { key: 'height', title: l10n.t('Density, relative to its peak'), kind: 'number' },
      ],
      rows: Object.values(data)
        .flat()
        .map(row => ({
          ...row,
          value: typeof row['value'] === 'number' ? formatNumber(row['value']) : (row['value'] ?? null),
        })),
    },
  };
}

const described = 12;

function summary(parameters: readonly DrawableParameter[]): string {
  const sentences = parameters
    .slice(0, described)
    .map(({ name, domain }) => l10n.t('{0}: {1}.', shorten(name, 60), domainText(domain)));
  const left = parameters.length - sentences.length;
  const rest = left > 0 ? [l10n.t('{0} more are in the table of parameters.', formatNumber(left))] : [];
  return [...sentences, ...rest].join(' ');
}

function rowsOf({ name, domain }: DrawableParameter): Row[] {
  if (!isNumeric(domain)) return choiceRows(name, domain);
  const axis = displayAxis(domain);
  return (levelBars(domain, axis) ?? densityCurve(domain, axis)).map(({ position, height }) => ({
    parameter: name,
    value: tidy(axisValue(axis, position)),
    height,
  }));
}

function choiceRows(name: string, domain: Domain): Row[] {
  if (domain.kind !== 'categorical' && domain.kind !== 'ordinal') return [];
  const { choices } = domain;
  const shown = choices.length > mostChoices ? choices.slice(0, mostChoices - 1) : choices;
  const peak = Math.max(...choices.map(({ weight }) => weight));
  const rows: Row[] = shown.map(({ label, weight }) => ({
    parameter: name,
    value: shorten(label, 60),
    height: weight / peak,
  }));
  if (shown.length === choices.length) return rows;
  const rest = choices.slice(shown.length);
  const mean = rest.reduce((sum, { weight }) => sum + weight, 0) / rest.length;
  const label = l10n.t('{0} more', formatNumber(rest.length));
  return [...rows, { parameter: name, value: label, height: mean / peak }];
}

function strip(parameter: DrawableParameter, source: string): Readonly<Record<string, unknown>> {
  const { domain, name } = parameter;
  const isNumber = isNumeric(domain);
  const isBars = !isNumber || levelBars(domain, displayAxis(domain)) !== undefined;
  const { encoding } = parameterShown(parameter);
  const labels = choiceRows(name, domain).map(row => row['value']);
  const x = isNumber
    ? { field: 'value', ...encoding }
    : {
        field: 'value',
        type: 'nominal',
        title: encoding['title'],
        scale: { domain: labels },
        axis: { labelLimit: 70, labelOverlap: true, labelAngle: 0 },
      };
  const mark = !isBars
    ? { type: 'area', color: themeColour.primary, opacity: 0.5, line: { color: themeColour.primary } }
    : isNumber
      ? { type: 'rule', color: themeColour.primary, strokeWidth: 3 }
      : { type: 'bar', color: themeColour.primary };
  return {
    data: { name: source },
    height: 42,
    mark,
    encoding: {
      x,
      y: {
        field: 'height',
        type: 'quantitative',
        title: null,
        axis: null,
        scale: { domain: [0, 1], nice: false },
      },
      ...(isBars && isNumber ? { y2: { datum: 0 } } : {}),
      tooltip: [
        {
          field: 'value',
          title: name,
          ...(isNumber ? { type: 'quantitative', format: '.3~g' } : { type: 'nominal' }),
        },
        {
          field: 'height',
          type: 'quantitative',
          format: '.2~f',
          title: l10n.t('Density, relative to its peak'),
        },
      ],
    },
  };
}

/** Without the noise of going to an axis and back. */
function tidy(x: number): number {
  return Number(x.toPrecision(6));
}
