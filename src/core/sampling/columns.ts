import type { Configuration } from '../space/searchSpace';
import type { Value } from '../text/scalars';

/** The values of one parameter over many configurations. */
export type SampleColumn = NumberColumn | ChoiceColumn;

export interface NumberColumn {
  readonly kind: 'numbers';
  readonly name: string;
  /** NaN where the parameter is inactive. */
  readonly values: Float64Array;
}

export interface ChoiceColumn {
  readonly kind: 'choices';
  readonly name: string;
  readonly choices: readonly Value[];
  /** Which of the choices; −1 where the parameter is inactive. */
  readonly indices: Int32Array;
}

/** The value in a row; undefined where the parameter is inactive. */
export function valueAt(column: SampleColumn, row: number): Value | undefined {
  if (column.kind === 'choices') return column.choices[column.indices[row] ?? -1];
  const value = column.values[row];
  return Number.isNaN(value) ? undefined : value;
}

/** A row as a configuration. */
export function rowOf(columns: readonly SampleColumn[], row: number): Configuration {
  const configuration = new Map<string, Value>();
  for (const column of columns) {
    const value = valueAt(column, row);
    if (value !== undefined) configuration.set(column.name, value);
  }
  return configuration;
}

/** Copies a row to an earlier place. */
export function moveRow(columns: readonly SampleColumn[], from: number, to: number): void {
  for (const column of columns) {
    if (column.kind === 'choices') column.indices[to] = column.indices[from] ?? -1;
    else column.values[to] = column.values[from] ?? NaN;
  }
}

/** The first `count` rows, without copying them. */
export function firstRows(columns: readonly SampleColumn[], count: number): SampleColumn[] {
  return columns.map(column =>
    column.kind === 'choices'
      ? { ...column, indices: column.indices.subarray(0, count) }
      : { ...column, values: column.values.subarray(0, count) },
  );
}
