/** A small classification problem. */
export interface LabelledRows {
  /** Row by row, `width` values each. */
  readonly values: Float64Array;
  readonly width: number;
  /** 0 … classes − 1. */
  readonly labels: Uint8Array;
  readonly classes: number;
}

/** Some of the rows, in the order given. */
export function pick(rows: LabelledRows, indices: readonly number[]): LabelledRows {
  const { values, width, labels, classes } = rows;
  const picked = new Float64Array(indices.length * width);
  indices.forEach((row, i) => picked.set(values.subarray(row * width, (row + 1) * width), i * width));
  return { values: picked, width, labels: Uint8Array.from(indices, row => labels[row] ?? 0), classes };
}
