import * as l10n from '@vscode/l10n';
import type { BohbOrigin } from '../../fidelity/bohb';
import type { ChartBlock, Row } from '../../report/report';
import { themeColour } from '../../report/theme';
import { formatNumber } from '../../text/formatNumber';
import type { BohbPlan } from './plan';
import type { Played } from './run';

/** Where every configuration came from, in the order in which they were begun, and who was trained in full. */
export function originChart(plan: BohbPlan, played: Played): ChartBlock {
  const { jobs, origins } = played;
  const best = new Map<number, { resource: number; loss: number }>();
  for (const { trial, resource, loss = NaN } of jobs) best.set(trial, { resource, loss });
  const full = (trial: number): boolean => (best.get(trial)?.resource ?? 0) >= plan.maxResource;
  const begun = origins.slice(0, best.size);
  const state = { full: l10n.t('Trained in full'), stopped: l10n.t('Stopped before') };
  const rows = begun.map((origin, trial): Row => ({
    trial: trial + 1,
    origin: originLabel(origin),
    state: full(trial) ? state.full : state.stopped,
    resource: best.get(trial)?.resource ?? 0,
    loss: best.get(trial)?.loss ?? null,
    ratio: origin.kind === 'model' ? origin.ratio : null,
  }));
  const labels = labelsOf(begun);
  const table = labels.map((label): Row => {
    const own = rows.filter(({ origin }) => origin === label);
    const inFull = own.filter(row => row['state'] === state.full);
    const losses = inFull.flatMap(({ loss }) =>
      typeof loss === 'number' && Number.isFinite(loss) ? [loss] : [],
    );
    return {
      origin: label,
      configurations: own.length,
      full: inFull.length,
      best: losses.length > 0 ? Math.min(...losses) : null,
    };
  });
  const [model, random] = (['model', 'others'] as const).map(side => {
    const own = begun.flatMap((origin, trial) =>
      (origin.kind === 'model') === (side === 'model') ? [trial] : [],
    );
    return { count: own.length, full: own.filter(full).length };
  });
  const share = (side: typeof model): string =>
    formatNumber(Math.round((100 * (side?.full ?? 0)) / Math.max(1, side?.count ?? 0)));
  return {
    kind: 'chart',
    id: 'bohb-origins',
    title: l10n.t('Where configurations come from'),
    summary: l10n.t(
      'Models drew {0} of {1} configurations, of which {2} % were trained in full; of the {3} random ones {4} %.',
      String(model?.count ?? 0),
      String(begun.length),
      share(model),
      String(random?.count ?? 0),
      share(random),
    ),
    spec: {
      height: { step: 26 },
      data: { name: 'origins' },
      mark: { type: 'tick', thickness: 2, size: 16, opacity: 1 },
      encoding: {
        x: {
          field: 'trial',
          type: 'quantitative',
          title: l10n.t('Configuration, in the order they were begun'),
          scale: { domain: [0, begun.length + 1], nice: false },
          axis: { grid: false, tickCount: 8 },
        },
        y: {
          field: 'origin',
          type: 'nominal',
          title: null,
          scale: { domain: labels },
          axis: { labelLimit: 180 },
        },
        color: {
          field: 'state',
          type: 'nominal',
          title: null,
          scale: { domain: Object.values(state), range: [themeColour.highlight, themeColour.primary] },
          legend: { orient: 'top', symbolType: 'square' },
        },
        tooltip: [
          { field: 'trial', type: 'quantitative', title: l10n.t('Configuration') },
          { field: 'origin', type: 'nominal', title: l10n.t('Origin') },
          { field: 'ratio', type: 'quantitative', format: '.3~r', title: l10n.t('Good to bad density') },
          { field: 'resource', type: 'quantitative', format: '.3~r', title: l10n.t('Trained for') },
          { field: 'loss', type: 'quantitative', format: '.3~r', title: l10n.t('Loss') },
        ],
      },
    },
    data: { origins: rows },
    table: {
      kind: 'table',
      title: l10n.t('By origin'),
      columns: [
        { key: 'origin', title: l10n.t('Origin'), kind: 'text' },
        { key: 'configurations', title: l10n.t('Configurations'), kind: 'number' },
        { key: 'full', title: l10n.t('Trained in full'), kind: 'number' },
        { key: 'best', title: l10n.t('Lowest loss in full'), kind: 'number' },
      ],
      rows: table,
    },
  };
}

function originLabel(origin: BohbOrigin): string {
  switch (origin.kind) {
    case 'noModel':
      return l10n.t('No model yet');
    case 'random':
      return l10n.t('At random');
    case 'model':
      return l10n.t('Model at {0}', formatNumber(origin.resource));
  }
}

/** Those there are: without a model, at random, then models by ascending budget. */
function labelsOf(origins: readonly BohbOrigin[]): string[] {
  const order = (origin: BohbOrigin): number =>
    origin.kind === 'model' ? origin.resource : origin.kind === 'random' ? 0 : -1;
  return [...new Set([...origins].sort((a, b) => order(a) - order(b)).map(originLabel))];
}
