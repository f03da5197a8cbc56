import * as l10n from '@vscode/l10n';
import type { Work } from '../numeric/work';
import type { ChartBlock } from '../report/report';
import { themeColour } from '../report/theme';
import { valueAt } from '../search/axis';
import { rounded, type ShownAxis } from './acquisitionCoordinates';
import { atIteration, incumbentLayer, nextLayer, trialLayer } from './acquisitionMarks';
import { stepTable } from './acquisitionTables';
import { everyStep, incumbentRows, lineRows, nextRows, trialRows } from './acquisitionRows';
import type { Trace } from './acquisitionTrace';
import { acquisitionTitle, iterationSlider, pictureSummary } from './acquisitionWords';

/** Posterior over acquisition along one parameter, on one horizontal axis, step by step. */
export function* lineChart(trace: Trace, shown: ShownAxis): Work<ChartBlock> {
  const { setup, steps } = trace;
  const series = { mean: l10n.t('posterior mean, 95 % band'), truth: l10n.t('true objective') };
  const x = { field: 'x', type: 'quantitative', ...shown.encoding };
  // The axis stands under the lower picture; grid lines carry it through both.
  const sharedX = { ...x, title: null, axis: { ...shown.encoding.axis, labels: false, ticks: false } };
  const loss = (field: string) => ({
    field,
    type: 'quantitative',
    title: l10n.t('Loss'),
    scale: { zero: false },
    axis: { minExtent: 40 },
  });
  const acquisition = {
    field: 'acquisition',
    type: 'quantitative',
    title: acquisitionTitle(setup.acquisition),
    scale: { zero: false },
    axis: { minExtent: 40, tickCount: 3, format: '.3~g' },
  };
  const coloured = (name: string) => ({
    datum: name,
    type: 'nominal',
    title: null,
    scale: { domain: [series.mean, series.truth], range: [themeColour.primary, themeColour.secondary] },
  });
  const rule = {
    data: { name: 'next' },
    transform: [atIteration],
    mark: { type: 'rule', strokeDash: [4, 3], color: themeColour.danger },
    encoding: { x: sharedX },
  };
  const posterior = { data: { name: 'posterior' }, transform: [atIteration] };
  return {
    kind: 'chart',
    id: 'acquisition-posterior',
    title: l10n.t('Posterior over acquisition along {0}', shown.axis.name),
    summary: pictureSummary(trace),
    slider: iterationSlider(trace),
    spec: {
      params: [{ name: 'iteration', value: steps.at(-1)?.trials ?? steps[0].trials }],
      spacing: 12,
      vconcat: [
        {
          height: 230,
          layer: [
            {
              ...posterior,
              mark: { type: 'area', opacity: 0.22, color: themeColour.primary },
              encoding: { x: sharedX, y: loss('lower'), y2: { field: 'upper' } },
            },
            {
              data: { name: 'objective' },
              mark: { type: 'line', strokeDash: [5, 3], strokeWidth: 1.5 },
              encoding: { x: sharedX, y: loss('loss'), color: coloured(series.truth) },
            },
            {
              ...posterior,
              mark: { type: 'line', strokeWidth: 2 },
              encoding: { x: sharedX, y: loss('mean'), color: coloured(series.mean) },
            },
            rule,
            trialLayer(sharedX, loss('loss'), [
              { field: 'x', type: 'quantitative', format: '.3~g', title: shown.axis.name },
              { field: 'loss', type: 'quantitative', format: '.3~g', title: l10n.t('Loss') },
            ]),
            nextLayer(sharedX, loss('mean')),
            incumbentLayer(sharedX, loss('loss')),
          ],
        },
        {
          height: 130,
          layer: [
            {
              ...posterior,
              mark: { type: 'line', strokeWidth: 2, color: themeColour.tertiary },
              encoding: { x, y: acquisition },
            },
            { ...rule, encoding: { x } },
            nextLayer(x, acquisition),
          ],
        },
      ],
    },
    data: {
      posterior: yield* everyStep(trace, step => lineRows(step, shown)),
      objective: trace.shown.map(([u = 0], i) => ({
        x: rounded(valueAt(shown.axis, u)),
        loss: rounded(trace.truths[i] ?? 0),
      })),
      trials: trialRows(trace),
      incumbent: incumbentRows(trace),
      next: nextRows(trace),
    },
    table: stepTable(trace),
  };
}
