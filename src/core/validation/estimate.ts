/** A mean of independent repetitions and what is known of it. */
export interface Estimate {
  readonly mean: number;
  /** Of one repetition. */
  readonly standardDeviation: number;
  /** Of the mean. */
  readonly standardError: number;
  /** Ends of the 95 % interval of the mean. */
  readonly low: number;
  readonly high: number;
}

/** Mean, spread and normal 95 % interval of values, at least one. */
export function estimateOf(values: readonly number[]): Estimate {
  const count = values.length;
  const mean = values.reduce((sum, x) => sum + x, 0) / count;
  const squares = values.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  const standardDeviation = count > 1 ? Math.sqrt(squares / (count - 1)) : 0;
  const standardError = standardDeviation / Math.sqrt(count);
  const half = 1.959964 * standardError;
  return { mean, standardDeviation, standardError, low: mean - half, high: mean + half };
}
