import * as l10n from '@vscode/l10n';
import type { ChartBlock, Row } from '../report/report';
import { themeColour } from '../report/theme';
import type { DrawableParameter } from '../space/searchSpace';
import { formatNumber } from '../text/formatNumber';
import { parameterShown } from './samplingAxis';
import { binsOf } from './samplingBins';
import { samplerLabel, type Design } from './samplingDesigns';

/** How each sampler's trials are distributed along single parameters, against what the distribution asks for. */
export function marginalsChart(
  designs: readonly Design[],
  parameters: readonly DrawableParameter[],
): ChartBlock {
  const data = Object.fromEntries(
    parameters.map((parameter, i) => [`marginal${i}`, designs.flatMap(design => bars(design, parameter))]),
  );
  const views = parameters.map((parameter, i) => histograms(parameter, `marginal${i}`, designs));
  return {
    kind: 'chart',
    id: 'sampling-marginals',
    title: l10n.t('Each parameter by itself'),
    summary: parameters.map((parameter, i) => summary(parameter, data[`marginal${i}`] ?? [])).join(' '),
    spec: { vconcat: views },
    data,
    table: {
      kind: 'table',
      title: l10n.t('Trials by value'),
      columns: [
        { key: 'parameter', title: l10n.t('Parameter'), kind: 'parameter' },
        { key: 'sampler', title: l10n.t('Sampler'), kind: 'text' },
        { key: 'bin', title: l10n.t('Values'), kind: 'text' },
        { key: 'trials', title: l10n.t('Trials'), kind: 'number' },
        { key: 'expected', title: l10n.t('Expected'), kind: 'number' },
      ],
      rows: Object.values(data).flat(),
    },
  };
}

function bars({ sampler, trials }: Design, { name, domain }: DrawableParameter): Row[] {
  const values = trials.flatMap(trial => trial.get(name) ?? []);
  return binsOf(domain).map(({ label, from, to, share, holds }) => ({
    parameter: name,
    sampler: samplerLabel(sampler),
    bin: label,
    from: from ?? null,
    to: to ?? null,
    trials: values.filter(holds).length,
    expected: share * values.length,
  }));
}

function histograms(
  parameter: DrawableParameter,
  source: string,
  designs: readonly Design[],
): Readonly<Record<string, unknown>> {
  const bins = binsOf(parameter.domain);
  const shown = parameterShown(parameter);
  const byLevel = bins[0]?.from === undefined;
  const x = byLevel
    ? {
        field: 'bin',
        type: 'nominal',
        title: shown.encoding['title'],
        scale: { domain: bins.map(({ label }) => label) },
        axis: { labelLimit: 80, labelOverlap: true, labelAngle: bins.length > 5 ? -45 : 0 },
      }
    : { field: 'from', ...shown.encoding };
  const x2 = byLevel ? {} : { x2: { field: 'to' } };
  const height = (field: string): object => ({
    y: { field, type: 'quantitative', title: l10n.t('Trials'), axis: { tickCount: 3 } },
  });
  return {
    data: { name: source },
    facet: {
      field: 'sampler',
      type: 'nominal',
      title: null,
      sort: designs.map(({ sampler }) => samplerLabel(sampler)),
    },
    columns: 3,
    spec: {
      height: 90,
      layer: [
        {
          mark: byLevel
            ? { type: 'bar', color: themeColour.primary }
            : { type: 'rect', color: themeColour.primary, stroke: themeColour.background, strokeWidth: 1 },
          encoding: {
            x,
            ...x2,
            ...height('trials'),
            ...(byLevel ? {} : { y2: { datum: 0 } }),
            tooltip: [
              { field: 'bin', type: 'nominal', title: parameter.name },
              { field: 'trials', type: 'quantitative', title: l10n.t('Trials') },
              { field: 'expected', type: 'quantitative', format: '.1f', title: l10n.t('Expected') },
            ],
          },
        },
        {
          mark: byLevel
            ? { type: 'tick', color: themeColour.highlight, thickness: 2, opacity: 1 }
            : { type: 'rule', color: themeColour.highlight, strokeWidth: 2, opacity: 1 },
          encoding: { x, ...x2, ...height('expected') },
        },
      ],
    },
  };
}

/** "lr: 0.01 … 0.1 holds 58 of 64 random trials, most of all." */
function summary({ name }: DrawableParameter, rows: readonly Row[]): string {
  const random = rows.filter(row => row['sampler'] === samplerLabel('random'));
  const total = random.reduce((sum, row) => sum + Number(row['trials']), 0);
  const fullest = random.reduce<Row | undefined>(
    (most, row) => (Number(row['trials']) > Number(most?.['trials'] ?? -1) ? row : most),
    undefined,
  );
  const empty = random.filter(row => row['trials'] === 0).length;
  return l10n.t(
    'Random search draws {0} most often from {1}: {2} of {3} trials; {4} of {5} bars stay empty.',
    name,
    String(fullest?.['bin'] ?? ''),
    formatNumber(Number(fullest?.['trials'] ?? 0)),
    formatNumber(total),
    formatNumber(empty),
    formatNumber(random.length),
  );
}
