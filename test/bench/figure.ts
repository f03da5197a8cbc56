/** One line of the table that `npm run bench` prints. */
export interface Figure {
  readonly figure: string;
  /** With its unit: `4.1 ms`. */
  readonly ours: string;
  /** What is aimed at, with the peer it comes from where there is one. */
  readonly target?: string;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The smallest value that at least a share `p` of the values does not exceed. */
export function quantile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)] ?? NaN;
}

export function milliseconds(value: number): string {
  return `${value < 10 ? value.toFixed(1) : value.toFixed(0)} ms`;
}

export function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}
