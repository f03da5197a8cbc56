import * as l10n from '@vscode/l10n';
import type { ChartBlock, Row } from '../../report/report';
import { themeColour } from '../../report/theme';
import { decadeCounts } from '../../sampling/coverage';
import { decadeShares } from '../../space/distribution';
import type { DrawableParameter } from '../../space/searchSpace';
import { formatNumber } from '../../text/formatNumber';
import { shorten } from '../../text/shorten';
import type { History } from './history';
import { methodName } from './setup';
import type { Task } from './task';

/** How many trials of the first seed fall into each decade of a parameter, by search. */
export function decadesChart(
  histories: readonly History[],
  { objective }: Task,
  parameter: DrawableParameter,
): ChartBlock {
  const decades = decadeShares(parameter.domain).map(({ low, high }) =>
    l10n.t('{0} … {1}', formatNumber(low), formatNumber(high)),
  );
  const found = histories.flatMap(({ entry, runs }) => {
    const configurations = runs[0]?.trials.map(({ configuration }) => configuration) ?? [];
    const counts = decadeCounts(parameter, configurations);
    const all = counts.reduce((sum, count) => sum + count, 0);
    return all > 0 ? [{ name: methodName(entry.method.id), counts, all }] : [];
  });
  const bestCounts = objective.minimiser ? decadeCounts(parameter, [objective.minimiser]) : [];
  const best = decades[bestCounts.indexOf(1)];
  const rows = found.flatMap(({ name, counts, all }) =>
    counts.map((trials, i): Row => ({
      search: name,
      decade: decades[i] ?? '',
      trials,
      share: Number((trials / all).toPrecision(4)),
    })),
  );
  const x = {
    field: 'decade',
    type: 'ordinal',
    title: shorten(parameter.name, 60),
    sort: null,
    scale: { domain: decades, paddingInner: 0.04, paddingOuter: 0.02 },
    axis: { labelAngle: 0, labelOverlap: true, ticks: false, domain: false },
  };
  const inBest = found.map(({ name, counts }) => `${name} ${counts[bestCounts.indexOf(1)] ?? 0}`).join(', ');
  return {
    kind: 'chart',
    id: 'search-decades',
    title: l10n.t('Trials in each decade of {0}', parameter.name),
    summary:
      best === undefined
        ? found
            .map(({ name, counts }) => l10n.t('{0}: {1} trials by decade.', name, counts.join(', ')))
            .join(' ')
        : l10n.t('The lowest loss is in the decade {0}; trials there: {1}.', best, inBest),
    spec: {
      height: { step: 26 },
      data: { name: 'decades' },
      encoding: {
        x,
        y: {
          field: 'search',
          type: 'nominal',
          title: null,
          scale: { domain: found.map(({ name }) => name), paddingInner: 0.08 },
          axis: { ticks: false, domain: false },
        },
      },
      layer: [
        {
          mark: { type: 'rect', color: themeColour.primary },
          encoding: {
            opacity: {
              field: 'share',
              type: 'quantitative',
              legend: null,
              scale: { domain: [0, 1], range: [0.04, 0.7] },
            },
            tooltip: [
              { field: 'search', type: 'nominal', title: l10n.t('Search') },
              { field: 'decade', type: 'nominal', title: l10n.t('Decade') },
              { field: 'trials', type: 'quantitative', title: l10n.t('Trials') },
            ],
          },
        },
        {
          transform: [{ filter: { field: 'decade', equal: best ?? '' } }],
          mark: { type: 'rect', filled: false, stroke: themeColour.foreground, strokeWidth: 1.5 },
        },
        {
          mark: { type: 'text', color: themeColour.foreground },
          encoding: { text: { field: 'trials', type: 'quantitative', format: 'd' } },
        },
      ],
    },
    data: { decades: rows },
    table: {
      kind: 'table',
      title: l10n.t('Trials in each decade of {0}', parameter.name),
      columns: [
        { key: 'search', title: l10n.t('Search'), kind: 'text' },
        { key: 'decade', title: l10n.t('Decade'), kind: 'text' },
        { key: 'trials', title: l10n.t('Trials'), kind: 'number' },
        { key: 'share', title: l10n.t('Share'), kind: 'number' },
      ],
      rows,
    },
  };
}
