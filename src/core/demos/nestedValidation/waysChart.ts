import * as l10n from '@vscode/l10n';
import type { ChartBlock } from '../../report/report';
import { themeColour } from '../../report/theme';
import { points } from '../leakage/validationSet';
import { wayLabel, type Searches } from './searches';

/** The error of each way to validate: every search a tick, the mean with its interval. */
export function waysChart({ ways, studies }: Searches): ChartBlock {
  const ticks = ways.flatMap(({ id, errors }) =>
    errors.map(error => ({ way: wayLabel(id), error: 100 * error })),
  );
  const means = ways.map(({ id, bias, rmse }) => ({
    way: wayLabel(id),
    bias: 100 * bias.mean,
    low: 100 * bias.low,
    high: 100 * bias.high,
    deviation: 100 * bias.standardDeviation,
    rmse: 100 * rmse,
    label: l10n.t('bias {0}, SD {1}', signed(bias.mean), points(bias.standardDeviation)),
  }));
  const y = {
    field: 'way',
    type: 'nominal',
    title: null,
    sort: means.map(({ way }) => way),
    axis: { ticks: false, domain: false, labelLimit: 220 },
  };
  const x = (field: string): object => ({
    field,
    type: 'quantitative',
    title: l10n.t('What it said less what is true (percentage points)'),
    axis: { tickCount: 7 },
  });
  const [flat, nested] = means;
  return {
    kind: 'chart',
    id: 'nested-ways',
    title: l10n.t('How each way to validate errs'),
    summary: l10n.t(
      'Over {0} searches flat cross-validation is {1} points too good, nested {2}, with standard deviations of {3} and {4}.',
      String(studies.length),
      points((flat?.bias ?? 0) / 100),
      points((nested?.bias ?? 0) / 100),
      points((flat?.deviation ?? 0) / 100),
      points((nested?.deviation ?? 0) / 100),
    ),
    spec: {
      height: { step: 46 },
      layer: [
        {
          data: { name: 'means' },
          mark: { type: 'rule', color: themeColour.neutral },
          encoding: { x: { datum: 0, type: 'quantitative' } },
        },
        {
          data: { name: 'errors' },
          mark: { type: 'tick', color: themeColour.primary, opacity: 0.45, height: 16, thickness: 1.5 },
          encoding: { x: x('error'), y },
        },
        {
          data: { name: 'means' },
          mark: { type: 'rule', strokeWidth: 4, color: themeColour.highlight },
          encoding: { x: x('low'), x2: { field: 'high' }, y },
        },
        {
          data: { name: 'means' },
          mark: { type: 'point', filled: true, size: 110, opacity: 1, color: themeColour.highlight },
          encoding: {
            x: x('bias'),
            y,
            tooltip: [
              { field: 'way', type: 'nominal', title: l10n.t('Way') },
              { field: 'bias', type: 'quantitative', format: '.2f', title: l10n.t('Bias (points)') },
              { field: 'low', type: 'quantitative', format: '.2f', title: l10n.t('95 % from') },
              { field: 'high', type: 'quantitative', format: '.2f', title: l10n.t('95 % to') },
              { field: 'deviation', type: 'quantitative', format: '.2f', title: l10n.t('SD (points)') },
              { field: 'rmse', type: 'quantitative', format: '.2f', title: l10n.t('RMSE (points)') },
            ],
          },
        },
        {
          data: { name: 'means' },
          mark: { type: 'text', align: 'left', dx: 4, dy: -16, color: themeColour.foreground },
          encoding: { x: x('bias'), y, text: { field: 'label' } },
        },
      ],
    },
    data: { errors: ticks, means },
    table: {
      kind: 'table',
      title: l10n.t('Bias and variance'),
      columns: [
        { key: 'way', title: l10n.t('Way'), kind: 'text' },
        { key: 'bias', title: l10n.t('Bias (points)'), kind: 'number' },
        { key: 'low', title: l10n.t('95 % from'), kind: 'number' },
        { key: 'high', title: l10n.t('95 % to'), kind: 'number' },
        { key: 'deviation', title: l10n.t('SD (points)'), kind: 'number' },
        { key: 'rmse', title: l10n.t('RMSE (points)'), kind: 'number' },
      ],
      rows: means.map(({ label: _, ...row }) => row),
    },
  };
}

/** Points with their sign. */
export function signed(share: number): string {
  const text = points(share);
  return share > 0 && text !== '0.0' ? `+${text}` : text;
}
