import * as l10n from '@vscode/l10n';
import { rankCorrelation } from '../../numeric/rankCorrelation';
import type { ChartBlock, CheckResult, Row } from '../../report/report';
import { themeColour } from '../../report/theme';
import { formatNumber } from '../../text/formatNumber';
import type { AshaPlan } from './plan';
import type { Field, Played } from './run';

interface Pair {
  readonly rho: number;
  /** How many configurations have a loss at both. */
  readonly of: number;
}

/** Fewer pairs than this say nothing. */
const fewest = 10;

/** Whether the losses at one rung rank configurations as those at another do. */
export function correlationChart(field: Field, played: Played, { resources }: AshaPlan): ChartBlock {
  const survivors = lossesOfRun(played, resources, field.losses.length);
  const labels = resources.map(formatNumber);
  const rows = labels.flatMap((a, i) =>
    labels.map((b, j): Row => {
      const all = pair(field.losses, i, j);
      const seen = pair(survivors, i, j);
      return {
        a,
        b,
        rho: finite(all.rho),
        of: all.of,
        text: all.of < fewest || Number.isNaN(all.rho) ? '–' : all.rho.toFixed(2),
        survivors: seen.of < fewest ? null : finite(seen.rho),
        seen: seen.of,
      };
    }),
  );
  const axis = (name: 'a' | 'b', title: string): object => ({
    field: name,
    type: 'ordinal',
    sort: labels,
    title,
    axis: { labelAngle: 0, ticks: false, domain: false },
  });
  const { rho, of } = firstToLast(field);
  const place = { x: axis('a', l10n.t('Resource')), y: axis('b', l10n.t('Resource')) };
  return {
    kind: 'chart',
    id: 'asha-correlation',
    title: l10n.t('Do cheap budgets predict the expensive one?'),
    summary: l10n.t(
      'The losses at {0} and at {1} have a rank correlation of {2} over {3} configurations.',
      labels[0] ?? '',
      labels.at(-1) ?? '',
      formatNumber(rho),
      String(of),
    ),
    spec: {
      height: Math.max(90, 42 * labels.length),
      data: { name: 'pairs' },
      layer: [
        {
          mark: { type: 'rect', opacity: 0.45 },
          encoding: {
            ...place,
            color: {
              field: 'rho',
              type: 'quantitative',
              title: l10n.t('Rank correlation'),
              scale: { domain: [0, 1], range: [themeColour.background, themeColour.primary], clamp: true },
              legend: { orient: 'top', gradientLength: 160 },
            },
            tooltip: [
              { field: 'a', type: 'nominal', title: l10n.t('Resource') },
              { field: 'b', type: 'nominal', title: l10n.t('Resource') },
              { field: 'rho', type: 'quantitative', format: '.2f', title: l10n.t('Rank correlation') },
              { field: 'of', type: 'quantitative', title: l10n.t('Configurations') },
            ],
          },
        },
        {
          mark: { type: 'text', color: themeColour.foreground },
          encoding: { ...place, text: { field: 'text', type: 'nominal' } },
        },
      ],
    },
    data: { pairs: rows },
    table: {
      kind: 'table',
      title: l10n.t('Rank correlation of budgets'),
      columns: [
        { key: 'a', title: l10n.t('Resource'), kind: 'text' },
        { key: 'b', title: l10n.t('Resource'), kind: 'text' },
        { key: 'rho', title: l10n.t('Rank correlation'), kind: 'number' },
        { key: 'of', title: l10n.t('Configurations'), kind: 'number' },
        { key: 'survivors', title: l10n.t('Among those of the run only'), kind: 'number' },
        { key: 'seen', title: l10n.t('Configurations of the run'), kind: 'number' },
      ],
      rows: rows.map(({ text: _, ...row }) => row),
    },
  };
}

/** Limits of DeepCAVE's budget correlation: 0.7 is very strong, below 0.2 weak. */
export function correlationCheck(field: Field, { resources }: AshaPlan): CheckResult {
  const { rho, of } = firstToLast(field);
  const name = l10n.t('The cheapest budget ranks as the full one does');
  if (resources.length < 2 || of < fewest || Number.isNaN(rho)) {
    return { name, status: 'NOT_APPLICABLE', message: l10n.t('There is nothing to compare.') };
  }
  // Fisher's interval, with 1.06 for ranks (Fieller, Hartley and Pearson, Biometrika 44, 1957).
  const width = (1.959964 * Math.sqrt(1.06)) / Math.sqrt(of - 3);
  const at = (shift: number): string => formatNumber(Math.tanh(Math.atanh(Math.min(rho, 0.9999)) + shift));
  return {
    name,
    status: rho >= 0.7 ? 'PASS' : rho >= 0.4 ? 'INFO' : 'WARN',
    message: l10n.t(
      'Rank correlation {0} over {1} configurations (95 % interval {2} to {3}).',
      formatNumber(rho),
      String(of),
      at(-width),
      at(width),
    ),
    value: rho,
    target: 0.7,
  };
}

function firstToLast({ losses }: Field): Pair {
  return pair(losses, 0, (losses[0]?.length ?? 1) - 1);
}

function pair(losses: readonly (readonly number[])[], i: number, j: number): Pair {
  const both = losses.filter(row => Number.isFinite(row[i]) && Number.isFinite(row[j]));
  const column = (k: number): number[] => both.map(row => row[k] ?? NaN);
  return { rho: rankCorrelation(column(i), column(j)), of: both.length };
}

function lossesOfRun({ jobs }: Played, resources: readonly number[], trials: number): number[][] {
  const table = Array.from({ length: trials }, () => new Array<number>(resources.length).fill(NaN));
  for (const { trial, resource, loss } of jobs) {
    const rung = resources.indexOf(resource);
    if (rung >= 0) (table[trial] as number[])[rung] = loss ?? NaN;
  }
  return table;
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
