import * as l10n from '@vscode/l10n';
import { scheduleCost, scheduleTable } from '../../fidelity/schedule';
import type { ChartBlock, Section, TableBlock } from '../../report/report';
import { themeColour } from '../../report/theme';
import { formatNumber } from '../../text/formatNumber';
import { changed, conventionName, roundCost, type HyperbandPlan } from './plan';

export function bracketSection(plan: HyperbandPlan): Section {
  return {
    id: 'brackets',
    title: l10n.t('Brackets'),
    caption: l10n.t(
      'Each bracket spends about the same and begins further down: the first stops most, the last trains everything in full. The paper’s algorithm and the table printed in it disagree on how many configurations a bracket begins with.',
    ),
    blocks: [bracketTable(plan), bracketChart(plan)],
  };
}

/** One row a bracket, both conventions side by side. */
function bracketTable(plan: HyperbandPlan): TableBlock {
  const both = (['algorithm1', 'printed'] as const).map(convention => changed(plan, { convention }).brackets);
  const [paper = [], printed = []] = both;
  const cost = (brackets: typeof paper, s: number): number => {
    const bracket = brackets.find(other => other.s === s);
    return bracket ? scheduleCost(bracket).cost : 0;
  };
  const sizes = (brackets: typeof paper, s: number): string =>
    brackets
      .filter(other => other.s === s)
      .flatMap(scheduleTable)
      .map(({ configurations }) => formatNumber(configurations))
      .join(' → ');
  return {
    kind: 'table',
    title: l10n.t('Both conventions'),
    columns: [
      { key: 's', title: l10n.t('Bracket s'), kind: 'number' },
      { key: 'resources', title: l10n.t('Resource at each rung'), kind: 'text' },
      { key: 'paper', title: conventionName('algorithm1'), kind: 'text' },
      { key: 'paperCost', title: l10n.t('Cost from scratch'), kind: 'number' },
      { key: 'printed', title: conventionName('printed'), kind: 'text' },
      { key: 'printedCost', title: l10n.t('Cost from scratch'), kind: 'number' },
    ],
    rows: paper.map(({ s, resources }) => ({
      s,
      resources: resources.map(formatNumber).join(' → '),
      paper: sizes(paper, s),
      paperCost: cost(paper, s),
      printed: sizes(printed, s),
      printedCost: cost(printed, s),
    })),
  };
}

function rungTable({ brackets }: HyperbandPlan): TableBlock {
  return {
    kind: 'table',
    title: l10n.t('Rungs of each bracket'),
    columns: [
      { key: 's', title: l10n.t('Bracket s'), kind: 'number' },
      { key: 'rung', title: l10n.t('Rung'), kind: 'number' },
      { key: 'configurations', title: l10n.t('Configurations'), kind: 'number' },
      { key: 'resource', title: l10n.t('Resource each'), kind: 'number' },
      { key: 'cost', title: l10n.t('Cost from scratch'), kind: 'number' },
      { key: 'resumedCost', title: l10n.t('Cost if trials resume'), kind: 'number' },
    ],
    rows: brackets.flatMap(bracket => scheduleTable(bracket).map(row => ({ s: bracket.s, ...row }))),
  };
}

/** What is left of each bracket as training goes on. */
function bracketChart(plan: HyperbandPlan): ChartBlock {
  const { brackets, reductionFactor } = plan;
  const rows = brackets.flatMap(bracket =>
    scheduleTable(bracket)
      .filter(({ configurations }) => configurations > 0)
      .map(({ configurations, resource, cost }) => ({ s: bracket.s, configurations, resource, cost })),
  );
  const { configurations, cost, resumedCost } = roundCost(brackets);
  const log = (field: string, title: string): object => ({
    field,
    type: 'quantitative',
    title,
    scale: { type: 'log', base: reductionFactor, nice: false },
    axis: { format: '.3~r', grid: false, labelOverlap: 'greedy', tickCount: 6 },
  });
  const encoding = {
    x: log('resource', l10n.t('Resource (log scale, base {0})', formatNumber(reductionFactor))),
    y: log('configurations', l10n.t('Configurations left (log scale)')),
    color: {
      field: 's',
      type: 'quantitative',
      title: l10n.t('Bracket s'),
      scale: {
        domain: [0, Math.max(1, brackets.length - 1)],
        range: [themeColour.primary, themeColour.secondary],
      },
      legend: {
        orient: 'top',
        type: 'symbol',
        symbolType: 'circle',
        format: 'd',
        values: brackets.map(({ s }) => s),
      },
    },
  };
  return {
    kind: 'chart',
    id: 'hyperband-brackets',
    title: l10n.t('Who is left in each bracket'),
    summary: l10n.t(
      '{0} brackets begin with {1} configurations in all and cost {2} from scratch, {3} when trials resume.',
      String(brackets.length),
      formatNumber(configurations),
      formatNumber(cost),
      formatNumber(resumedCost),
    ),
    spec: {
      height: 220,
      data: { name: 'rungs' },
      layer: [
        {
          mark: { type: 'line', interpolate: 'step-after', strokeWidth: 2 },
          encoding: { ...encoding, detail: { field: 's', type: 'nominal' } },
        },
        {
          mark: { type: 'point', filled: true, size: 60, opacity: 1 },
          encoding: {
            ...encoding,
            tooltip: [
              { field: 's', type: 'ordinal', title: l10n.t('Bracket s') },
              { field: 'configurations', type: 'quantitative', title: l10n.t('Configurations') },
              { field: 'resource', type: 'quantitative', format: '.3~r', title: l10n.t('Resource each') },
              { field: 'cost', type: 'quantitative', format: '.4~r', title: l10n.t('Cost from scratch') },
            ],
          },
        },
      ],
    },
    data: { rungs: rows },
    table: rungTable(plan),
  };
}
