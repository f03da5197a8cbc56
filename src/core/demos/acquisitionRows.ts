import { latticePoints } from '../acquisition/peaks';
import type { Work } from '../numeric/work';
import type { Row } from '../report/report';
import { valueAt, type Axis } from '../search/axis';
import type { Prediction } from '../surrogate/gaussianProcess';
import type { Point } from '../surrogate/hyperparameters';
import { contourLevels, contourRows } from './acquisitionContours';
import { rounded, type ShownAxis } from './acquisitionCoordinates';
import type { Step, Trace, Trial } from './acquisitionTrace';

/** √β of the band that is drawn: 95 % of a normal distribution. */
const bandWidth = 1.96;

const contours = 5;

/** The rows of each step, one after the other. */
export function* everyStep({ steps }: Trace, rowsOf: (step: Step) => readonly Row[]): Work<Row[]> {
  const rows: Row[] = [];
  for (const step of steps) {
    rows.push(...rowsOf(step));
    yield;
  }
  return rows;
}

/** Posterior and acquisition along one axis after `step`, at the next point too, so that no peak is cut off. */
export function lineRows(
  { trials, predictions, acquisition, next, atNext, acquisitionAtNext }: Step,
  { axis, values }: ShownAxis,
): Row[] {
  const row = (x: number, { mean, standardDeviation }: Prediction, value: number): Row => ({
    iteration: trials,
    x: rounded(x),
    mean: rounded(mean),
    lower: rounded(mean - bandWidth * standardDeviation),
    upper: rounded(mean + bandWidth * standardDeviation),
    acquisition: rounded(value),
  });
  return [
    ...predictions.map((prediction, i) => row(values[i] as number, prediction, acquisition[i] as number)),
    row(valueAt(axis, next[0] as number), atNext, acquisitionAtNext),
  ];
}

/** Posterior and acquisition in every cell after `step`; where the cells lie is said once, by `cellRows`. */
export function gridRows({ trials, predictions, acquisition }: Step): Row[] {
  return predictions.map(({ mean, standardDeviation }, cell) => ({
    iteration: trials,
    cell,
    mean: rounded(mean),
    sd: rounded(standardDeviation),
    acquisition: rounded(acquisition[cell] as number),
  }));
}

export function cellRows(x: ShownAxis, y: ShownAxis): Row[] {
  const indices = latticePoints([x.values.map((_, i) => i), y.values.map((_, j) => j)]);
  return indices.map(([i = 0, j = 0], cell) => ({
    cell,
    x: x.edges[i] as number,
    x2: x.edges[i + 1] as number,
    y: y.edges[j] as number,
    y2: y.edges[j + 1] as number,
  }));
}

export function meanContours({ trials, predictions }: Step, x: ShownAxis, y: ShownAxis): Row[] {
  const means = predictions.map(({ mean }) => mean);
  return contourRows(means, y.values.length, contourLevels(means, contours), x.at, y.at).map(row => ({
    iteration: trials,
    ...row,
  }));
}

export function trialRows({ setup, trials }: Trace): Row[] {
  return trials.map(({ number, point, loss }) => ({ trial: number, ...placed(setup.axes, point), loss }));
}

/** For every step the next point and the incumbent. */
export function nextRows({ setup, steps }: Trace): Row[] {
  return steps.map(step => ({
    iteration: step.trials,
    ...placed(setup.axes, step.next),
    mean: step.atNext.mean,
    sd: step.atNext.standardDeviation,
    acquisition: step.acquisitionAtNext,
  }));
}

export function incumbentRows({ setup, steps, trials }: Trace): Row[] {
  return steps.map(step => {
    const { point, loss } = trials[step.incumbent.index] as Trial;
    return { iteration: step.trials, ...placed(setup.axes, point), loss };
  });
}

function placed([x, y]: readonly Axis[], [u = 0, v = 0]: Point): { x?: number; y?: number } {
  return { ...(x && { x: valueAt(x, u) }), ...(y && { y: valueAt(y, v) }) };
}
