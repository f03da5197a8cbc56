import * as l10n from '@vscode/l10n';
import type { RandomStream } from '../numeric/random';
import type { Work } from '../numeric/work';
import type { ChartBlock } from '../report/report';
import { themeColour } from '../report/theme';
import { formatNumber } from '../text/formatNumber';
import { rounded } from './acquisitionCoordinates';
import type { AcquisitionSetup } from './acquisitionSetup';
import type { Trace } from './acquisitionTrace';

/** Simple regret after each trial: the best loss so far, noise left out, above the objective's minimum. */
export interface RegretHistory {
  readonly search: readonly number[];
  /** Over many runs of random search with the same number of trials. */
  readonly random: readonly { readonly low: number; readonly median: number; readonly high: number }[];
}

export const randomRuns = 200;

export function* regretHistory({ setup, grid, trials }: Trace, random: RandomStream): Work<RegretHistory> {
  const runs: number[][] = [];
  for (let run = 0; run < randomRuns; run++) {
    const losses = Array.from({ length: setup.trials }, () =>
      setup.objective.evaluate(grid.snap(setup.axes.map(() => random.uniform()))),
    );
    runs.push(regret(losses, setup));
    if (run % 8 === 7) yield;
  }
  return {
    search: regret(
      trials.map(({ truth }) => truth),
      setup,
    ),
    random: trials.map((_, i) => {
      const sorted = runs.map(run => run[i] as number).sort((a, b) => a - b);
      const at = (share: number): number => sorted[Math.round(share * (randomRuns - 1))] as number;
      return { low: at(0.25), median: at(0.5), high: at(0.75) };
    }),
  };
}

function regret(losses: readonly number[], { objective }: AcquisitionSetup): number[] {
  let best = Infinity;
  return losses.map(loss => {
    best = Math.min(best, loss);
    return Math.max(0, best - objective.minimum);
  });
}

export function regretChart({ search, random }: RegretHistory): ChartBlock {
  // A logarithmic axis has no place for a regret of zero: six decades below the start count as found.
  const floor = 1e-6 * Math.max(search[0] ?? 0, random[0]?.high ?? 0, Number.MIN_VALUE);
  const shown = (value: number): number => rounded(Math.max(floor, value));
  const series = { search: l10n.t('this search'), random: l10n.t('random search: median') };
  const x = {
    field: 'trial',
    type: 'quantitative',
    title: l10n.t('Trials'),
    axis: { tickMinStep: 1, format: 'd' },
    scale: { domain: [1, search.length], nice: false },
  };
  const y = (field: string) => ({
    field,
    type: 'quantitative',
    title: l10n.t('Best loss above the minimum'),
    scale: { type: 'log', nice: false },
    axis: { format: '.3~g', tickCount: 5 },
  });
  const coloured = (name: string) => ({
    datum: name,
    type: 'nominal',
    title: null,
    scale: {
      domain: [series.search, series.random],
      range: [themeColour.primary, themeColour.secondary],
    },
  });
  const rows = search.map((value, i) => ({
    trial: i + 1,
    search: value,
    low: random[i]?.low ?? 0,
    median: random[i]?.median ?? 0,
    high: random[i]?.high ?? 0,
  }));
  const last = rows.at(-1);
  return {
    kind: 'chart',
    id: 'acquisition-regret',
    title: l10n.t('Regret against random search'),
    summary: l10n.t(
      'After {0} trials this search is {1} above the minimum; half of {2} random searches are at most {3} above it.',
      String(rows.length),
      formatNumber(last?.search ?? 0),
      String(randomRuns),
      formatNumber(last?.median ?? 0),
    ),
    spec: {
      height: 200,
      data: { name: 'regret' },
      layer: [
        {
          mark: { type: 'area', interpolate: 'step-after', opacity: 0.2, color: themeColour.secondary },
          encoding: { x, y: y('low'), y2: { field: 'high' } },
        },
        {
          mark: { type: 'line', interpolate: 'step-after', strokeDash: [5, 3] },
          encoding: { x, y: y('median'), color: coloured(series.random) },
        },
        {
          mark: { type: 'line', interpolate: 'step-after', strokeWidth: 2.5, point: true },
          encoding: { x, y: y('search'), color: coloured(series.search) },
        },
      ],
    },
    data: {
      regret: rows.map(({ trial, search, low, median, high }) => ({
        trial,
        search: shown(search),
        low: shown(low),
        median: shown(median),
        high: shown(high),
      })),
    },
    table: {
      kind: 'table',
      title: l10n.t('Best loss above the minimum'),
      columns: [
        { key: 'trial', title: l10n.t('Trial'), kind: 'number' },
        { key: 'search', title: l10n.t('This search'), kind: 'number' },
        { key: 'median', title: l10n.t('Random: median'), kind: 'number' },
        { key: 'low', title: l10n.t('Random: best quarter'), kind: 'number' },
        { key: 'high', title: l10n.t('Random: worst quarter'), kind: 'number' },
      ],
      rows,
    },
  };
}
