import { parameterAxis, isLogAxis, type ParameterAxis } from '../report/parameterAxis';
import { valueAt, type Axis } from '../search/axis';
import { formatNumber } from '../text/formatNumber';
import type { Trace } from './acquisitionTrace';

/** An axis of the charts: what is shown along it, in the parameter's own values. */
export interface ShownAxis {
  readonly axis: Axis;
  /** At the positions of the grid, ascending. */
  readonly values: readonly number[];
  /** The borders of the cells around the values, one more than there are values. */
  readonly edges: readonly number[];
  /** The value at a fractional index into `values`, in between along the axis as it is drawn. */
  at(index: number): number;
  readonly encoding: ParameterAxis;
}

export function shownAxes({ setup, grid }: Trace): ShownAxis[] {
  return setup.axes.map((axis, d) => {
    const values = (grid.draw[d] ?? []).map(u => valueAt(axis, u));
    const log = isLogAxis(axis.domain, values[0] ?? 0);
    const drawn = log ? values.map(Math.log) : values;
    const back = (x: number): number => rounded(log ? Math.exp(x) : x);
    const edges = cellEdges(drawn).map(back);
    const ends = setup.axes.length === 1 ? values : edges;
    return {
      axis,
      values,
      edges,
      at: index => back(between(drawn, index)),
      encoding: parameterAxis(axis.name, axis.domain, rounded(ends[0] ?? 0), rounded(ends.at(-1) ?? 1)),
    };
  });
}

/** Half-way between neighbours, and as far beyond the ends. */
function cellEdges(values: readonly number[]): number[] {
  const inner = values.slice(1).map((_, i) => between(values, i + 0.5));
  const first = values[0] ?? 0;
  const last = values.at(-1) ?? first;
  return [2 * first - (inner[0] ?? first + 0.5), ...inner, 2 * last - (inner.at(-1) ?? last - 0.5)];
}

function between(values: readonly number[], index: number): number {
  const below = values[Math.floor(index)] as number;
  const above = values[Math.ceil(index)] as number;
  return below + (index - Math.floor(index)) * (above - below);
}

/** "lr = 3.1e-4, weight_decay = 1e-3". */
export function placeName(axes: readonly Axis[], point: readonly number[]): string {
  return axes
    .map((axis, d) => `${axis.name} = ${formatNumber(valueAt(axis, point[d] as number))}`)
    .join(', ');
}

/** Six significant digits: what a chart can show, at half the bytes. */
export function rounded(x: number): number {
  return Number(x.toPrecision(6));
}
