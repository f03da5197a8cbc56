import * as l10n from '@vscode/l10n';
import type { Cell, ChartBlock, Column } from '../../report/report';
import { themeColour } from '../../report/theme';
import type { DrawableParameter } from '../../space/searchSpace';
import { formatNumber } from '../../text/formatNumber';
import { parameterShown, type ShownAxis } from '../samplingAxis';
import { lengthOf, type History } from './history';
import type { Run } from './run';
import { methodName } from './setup';
import type { Task, Tried } from './task';

const mostStrips = 8;

/** Where the trials of the first seed went, a strip for each parameter, the most important first. */
export function stripsChart(
  histories: readonly History[],
  { objective, bestTenth }: Task,
  ranked: readonly DrawableParameter[],
): ChartBlock {
  const axes = ranked.slice(0, mostStrips).map(parameterShown);
  const words = {
    other: l10n.t('Another trial'),
    good: l10n.t('In the best tenth'),
    best: l10n.t('The best of its search'),
  };
  const found = histories.flatMap(({ entry, runs }) => {
    const [run] = runs;
    return run ? [{ name: methodName(entry.method.id), run, best: bestOf(run) }] : [];
  });
  const rows = found.flatMap(({ name, run, best }) =>
    run.trials.map((trial, i) => ({
      search: name,
      trial: i + 1,
      loss: Number(trial.loss.toPrecision(6)),
      kind: trial === best ? words.best : trial.loss <= bestTenth ? words.good : words.other,
      ...placesOf(axes, trial.configuration),
    })),
  );
  const minimiser = objective.minimiser ? [placesOf(axes, objective.minimiser)] : [];
  const names = found.map(({ name }) => name);
  const most = lengthOf(found.map(({ run }) => run));
  return {
    kind: 'chart',
    id: 'search-strips',
    title: l10n.t('Trials of the first seed along each parameter'),
    summary: found
      .map(({ name, run }) =>
        l10n.t('{0}: {1} % of its trials are in the best tenth.', name, formatNumber(100 * run.good)),
      )
      .join(' '),
    spec: {
      columns: 2,
      // Else all would have the offsets of the narrowest bands.
      resolve: { scale: { xOffset: 'independent' } },
      concat: axes.map((axis, i) => strip(axis, i, names, words, most)),
    },
    data: { trials: rows, lowest: minimiser },
    table: {
      kind: 'table',
      title: l10n.t('Trials of the first seed'),
      columns: [
        { key: 'search', title: l10n.t('Search'), kind: 'text' },
        { key: 'trial', title: l10n.t('Trial'), kind: 'number' },
        { key: 'loss', title: l10n.t('Loss'), kind: 'number' },
        ...axes.map(({ name, encoding }, i): Column => ({
          key: `p${i}`,
          title: name,
          kind: encoding['type'] === 'nominal' ? 'text' : 'number',
        })),
      ],
      rows: rows.map(({ kind: _, ...row }) => row),
    },
  };
}

type Words = Readonly<Record<'other' | 'good' | 'best', string>>;

function bestOf({ trials }: Run): Tried | undefined {
  return trials.reduce<Tried | undefined>(
    (best, trial) => (best === undefined || trial.told < best.told ? trial : best),
    undefined,
  );
}

/** The fields p0, p1, …: a name could hold what Vega reads as a path. */
function placesOf(axes: readonly ShownAxis[], configuration: Tried['configuration']): Record<string, Cell> {
  return Object.fromEntries(axes.map((axis, i) => [`p${i}`, axis.place(configuration, 0)]));
}

/** In a row, or beside a choice, trials stand in their order, so that those of one value do not hide each other. */
function strip(
  { encoding }: ShownAxis,
  index: number,
  names: readonly string[],
  words: Words,
  trials: number,
): object {
  const field = `p${index}`;
  const isChoice = encoding['type'] === 'nominal';
  const x = isChoice
    ? { field, ...encoding, axis: { labelAngle: 0, labelLimit: 70, labelOverlap: true } }
    : { field, ...encoding };
  const inOrder = { field: 'trial', type: 'quantitative', scale: { domain: [1, Math.max(2, trials)] } };
  const color = {
    field: 'kind',
    type: 'nominal',
    title: null,
    scale: {
      domain: Object.values(words),
      range: [themeColour.neutral, themeColour.primary, themeColour.highlight],
    },
    legend: { orient: 'top', symbolType: 'circle', symbolOpacity: 1, labelLimit: 200 },
  };
  const layer = (filter: object, mark: object): object => ({
    data: { name: 'trials' },
    transform: [{ filter: { and: [`datum.${field} !== null`, filter] } }],
    mark: { type: 'point', filled: true, ...mark },
    encoding: {
      x,
      y: {
        field: 'search',
        type: 'nominal',
        title: null,
        scale: { domain: names, ...(isChoice ? {} : { paddingInner: 0.3 }) },
        axis: { ticks: false, domain: false, grid: true },
      },
      ...(isChoice ? { xOffset: inOrder } : { yOffset: inOrder }),
      color,
      tooltip: [
        { field: 'search', type: 'nominal', title: l10n.t('Search') },
        { field: 'trial', type: 'quantitative', title: l10n.t('Trial') },
        {
          field,
          title: encoding['title'],
          ...(isChoice ? { type: 'nominal' } : { type: 'quantitative', format: '.3~g' }),
        },
        { field: 'loss', type: 'quantitative', title: l10n.t('Loss'), format: '.3~g' },
      ],
    },
  });
  const isBest = { field: 'kind', equal: words.best };
  return {
    height: { step: 24, for: 'position' },
    layer: [
      {
        data: { name: 'lowest' },
        transform: [{ filter: `datum.${field} !== null` }],
        mark: { type: 'rule', color: themeColour.foreground, strokeDash: [4, 3] },
        encoding: { x },
      },
      layer({ not: isBest }, { size: 16, opacity: 0.9 }),
      layer(isBest, {
        shape: 'diamond',
        size: 110,
        opacity: 1,
        stroke: themeColour.background,
        strokeWidth: 1.5,
      }),
    ],
  };
}
