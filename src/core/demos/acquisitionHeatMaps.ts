import * as l10n from '@vscode/l10n';
import type { Work } from '../numeric/work';
import type { ChartBlock } from '../report/report';
import { themeColour } from '../report/theme';
import type { ShownAxis } from './acquisitionCoordinates';
import { atIteration, incumbentLayer, nextLayer, trialLayer } from './acquisitionMarks';
import {
  cellRows,
  everyStep,
  gridRows,
  incumbentRows,
  meanContours,
  nextRows,
  trialRows,
} from './acquisitionRows';
import { stepTable } from './acquisitionTables';
import type { Trace } from './acquisitionTrace';
import { acquisitionTitle, isLowestBest, iterationSlider, pictureSummary } from './acquisitionWords';

/** The posterior mean with its contours beside the acquisition, over two parameters, step by step. */
export function* heatMaps(trace: Trace, horizontal: ShownAxis, vertical: ShownAxis): Work<ChartBlock> {
  const { setup, steps } = trace;
  const x = { field: 'x', type: 'quantitative', ...withoutGrid(horizontal) };
  const y = { field: 'y', type: 'quantitative', ...withoutGrid(vertical) };
  // The better, the more colour.
  const towards = (colour: string, lowIsBest: boolean): string[] =>
    lowIsBest ? [colour, themeColour.background] : [themeColour.background, colour];
  const heat = (field: string, title: string, range: readonly string[]) => ({
    data: { name: 'surface' },
    transform: [
      atIteration,
      { lookup: 'cell', from: { data: { name: 'cells' }, key: 'cell', fields: ['x', 'x2', 'y', 'y2'] } },
    ],
    mark: { type: 'rect' },
    encoding: {
      x,
      x2: { field: 'x2' },
      y,
      y2: { field: 'y2' },
      color: {
        field,
        type: 'quantitative',
        title,
        scale: { range, zero: false, nice: false },
        legend: { format: '.3~g' },
      },
      tooltip: [
        { field: 'mean', type: 'quantitative', format: '.3~g', title: l10n.t('Posterior mean') },
        { field: 'sd', type: 'quantitative', format: '.3~g', title: l10n.t('Standard deviation') },
        {
          field: 'acquisition',
          type: 'quantitative',
          format: '.3~g',
          title: acquisitionTitle(setup.acquisition),
        },
      ],
    },
  });
  const contours = {
    data: { name: 'contours' },
    transform: [atIteration],
    mark: { type: 'rule', color: themeColour.foreground, opacity: 0.6, strokeWidth: 1 },
    encoding: { x, y, x2: { field: 'x2' }, y2: { field: 'y2' } },
  };
  const points = [
    trialLayer(x, y, [
      { field: 'x', type: 'quantitative', format: '.3~g', title: horizontal.axis.name },
      { field: 'y', type: 'quantitative', format: '.3~g', title: vertical.axis.name },
      { field: 'loss', type: 'quantitative', format: '.3~g', title: l10n.t('Loss') },
    ]),
    nextLayer(x, y),
    incumbentLayer(x, y),
  ];
  return {
    kind: 'chart',
    id: 'acquisition-surface',
    title: l10n.t(
      'Posterior mean and acquisition over {0} and {1}',
      horizontal.axis.name,
      vertical.axis.name,
    ),
    summary: pictureSummary(trace),
    slider: iterationSlider(trace),
    spec: {
      params: [{ name: 'iteration', value: steps.at(-1)?.trials ?? steps[0].trials }],
      hconcat: [
        {
          height: 260,
          layer: [
            heat('mean', l10n.t('Posterior mean'), towards(themeColour.primary, true)),
            contours,
            ...points,
          ],
        },
        {
          height: 260,
          layer: [
            heat(
              'acquisition',
              acquisitionTitle(setup.acquisition),
              towards(themeColour.tertiary, isLowestBest(setup.acquisition)),
            ),
            ...points,
          ],
        },
      ],
      resolve: { scale: { color: 'independent' } },
    },
    data: {
      cells: cellRows(horizontal, vertical),
      surface: yield* everyStep(trace, gridRows),
      contours: yield* everyStep(trace, step => meanContours(step, horizontal, vertical)),
      trials: trialRows(trace),
      incumbent: incumbentRows(trace),
      next: nextRows(trace),
    },
    table: stepTable(trace),
  };
}

/** The cells are the grid. */
function withoutGrid({ encoding }: ShownAxis) {
  return { ...encoding, axis: { ...encoding.axis, grid: false } };
}
