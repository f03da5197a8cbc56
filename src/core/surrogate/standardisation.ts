/** Shifts and scales outputs to zero mean and unit variance: `y = offset + scale · z`. */
export interface Standardisation {
  readonly offset: number;
  readonly scale: number;
}

export const unstandardised: Standardisation = { offset: 0, scale: 1 };

/** Population mean and standard deviation of finite values of any size; constant values keep their scale. */
export function standardise(values: readonly number[]): Standardisation {
  // In units of the largest, so that neither sums nor squares overflow or underflow.
  const unit = values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  if (unit === 0) return unstandardised;
  const mean = values.reduce((sum, value) => sum + value / unit, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value / unit - mean) ** 2, 0) / values.length;
  const deviation = Math.sqrt(variance);
  // Below this the spread is rounding error of the values themselves.
  return { offset: mean * unit, scale: deviation > 1e-12 * Math.abs(mean) ? deviation * unit : 1 };
}

export function toStandard({ offset, scale }: Standardisation, values: readonly number[]): Float64Array {
  return Float64Array.from(values, value => {
    const apart = value - offset;
    return Number.isFinite(apart) ? apart / scale : value / scale - offset / scale;
  });
}
