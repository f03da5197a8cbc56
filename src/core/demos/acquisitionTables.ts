import * as l10n from '@vscode/l10n';
import { acquisitionFunctions } from '../acquisition/acquisitionFunction';
import type { RandomStream } from '../numeric/random';
import type { Work } from '../numeric/work';
import type { Column, Row, TableBlock } from '../report/report';
import { valueAt, type Axis } from '../search/axis';
import { chooseNext } from '../search/chooseNext';
import type { Point } from '../surrogate/hyperparameters';
import { choiceLabel } from '../space/values';
import { formatNumber } from '../text/formatNumber';
import { acquisitionLabel, acquisitionLabels } from './acquisitionSetup';
import { lastStep, type Trace } from './acquisitionTrace';
import { acquisitionTitle } from './acquisitionWords';

/** Step by step where the search looked next, and what it expected there. */
export function stepTable({ setup, steps, trials }: Trace): TableBlock {
  return {
    kind: 'table',
    title: l10n.t('The next point after each trial'),
    columns: [
      number('trials', l10n.t('Trials so far')),
      ...axisColumns(setup.axes),
      number('mean', l10n.t('Expected loss')),
      number('sd', l10n.t('Standard deviation')),
      number('acquisition', acquisitionTitle(setup.acquisition)),
      number('loss', l10n.t('Loss found')),
    ],
    rows: steps.map(step => ({
      trials: step.trials,
      ...axisCells(setup.axes, step.next),
      mean: step.atNext.mean,
      sd: step.atNext.standardDeviation,
      acquisition: step.acquisitionAtNext,
      loss: trials[step.trials]?.loss ?? null,
    })),
  };
}

/** Where each acquisition would look next with the same surrogate. */
export function* comparisonTable(trace: Trace, random: RandomStream): Work<TableBlock> {
  const { setup, grid } = trace;
  const { model, incumbent, choice: chosen } = lastStep(trace);
  const rows: Row[] = [];
  for (const { value: id } of acquisitionLabels()) {
    const choice = id === setup.acquisition ? chosen : yield* chooseNext(model, id, grid, random);
    const [{ point, score }] = choice.peaks;
    const prediction = model.predict(point);
    rows.push({
      acquisition: acquisitionLabel(id),
      ...axisCells(setup.axes, point),
      mean: prediction.mean,
      sd: prediction.standardDeviation,
      value: id === 'thompson' ? -score : acquisitionFunctions[id].value(prediction, incumbent.mean),
    });
  }
  return {
    kind: 'table',
    title: l10n.t('The next point under each acquisition'),
    columns: [
      { key: 'acquisition', title: l10n.t('Acquisition'), kind: 'text' },
      ...axisColumns(setup.axes),
      number('mean', l10n.t('Expected loss')),
      number('sd', l10n.t('Standard deviation')),
      number('value', l10n.t('Its value there')),
    ],
    rows,
  };
}

/** What the fit found out about the objective. */
export function surrogateTable(trace: Trace): TableBlock {
  const { model } = lastStep(trace);
  const { lengthScales, signalVariance } = model.hyperparameters;
  return {
    kind: 'table',
    title: l10n.t('The fitted surrogate (Matérn 5/2)'),
    columns: [
      { key: 'quantity', title: l10n.t('Quantity'), kind: 'text' },
      number('value', l10n.t('Value')),
      { key: 'unit', title: l10n.t('Unit'), kind: 'text' },
    ],
    rows: [
      ...lengthScales.map((value, d) => ({
        quantity: l10n.t('Length scale of {0}', trace.setup.axes[d]?.name ?? ''),
        value,
        unit: l10n.t('share of the range'),
      })),
      {
        quantity: l10n.t('Signal standard deviation'),
        value: model.standardisation.scale * Math.sqrt(signalVariance),
        unit: l10n.t('loss'),
      },
      { quantity: l10n.t('Noise standard deviation'), value: model.noise, unit: l10n.t('loss') },
    ],
  };
}

export function heldTable({ setup }: Trace): TableBlock {
  return {
    kind: 'table',
    title: l10n.t('Held parameters'),
    columns: [
      { key: 'parameter', title: l10n.t('Parameter'), kind: 'parameter' },
      { key: 'value', title: l10n.t('Held at'), kind: 'text' },
    ],
    rows: [...setup.held].map(([parameter, value]) => ({
      parameter,
      value: typeof value === 'number' ? formatNumber(value) : choiceLabel(value),
    })),
  };
}

function number(key: string, title: string): Column {
  return { key, title, kind: 'number' };
}

function axisColumns(axes: readonly Axis[]): Column[] {
  return axes.map(({ name }, d) => number(`axis${d}`, name));
}

function axisCells(axes: readonly Axis[], point: Point): Row {
  return Object.fromEntries(axes.map((axis, d) => [`axis${d}`, valueAt(axis, point[d] ?? 0)]));
}
