export interface RungOptions {
  /** What the first rung costs, in the schedule's units (epochs, logged values, …). Positive. */
  readonly minResource: number;
  readonly maxResource: number;
  /** η: each rung has η times the resource of the one below and keeps 1 of η. Above 1. */
  readonly reductionFactor: number;
}

/**
 * The resources at which trials are compared: minResource · η^k up to maxResource (Li et al., Hyperband, JMLR
 * 18(185), 2018, algorithm 1). Found by multiplying: ⌊log(243)/log(3)⌋ is 4 in floating point, one rung short.
 * The last rung may stay below maxResource when the ratio is not a power of η.
 *
 * @throws RangeError when a resource is not positive, the maximum is below the minimum or η is not above 1.
 */
export function rungs({ minResource, maxResource, reductionFactor }: RungOptions): number[] {
  if (!(minResource > 0) || !(maxResource >= minResource) || !Number.isFinite(maxResource)) {
    throw new RangeError('Resources must satisfy 0 < minResource ≤ maxResource < ∞.');
  }
  if (!(reductionFactor > 1)) throw new RangeError('The reduction factor must be above 1.');
  const resources: number[] = [];
  // Room for the rounding of the products, as a non-integer η has.
  const limit = maxResource * (1 + 1e-9);
  for (let resource = minResource; resource <= limit; resource *= reductionFactor) {
    resources.push(Math.min(resource, maxResource));
  }
  return resources;
}

/**
 * The bands of W&B's early termination, then the end of training: maxResource divided by η again and again, cut to
 * whole numbers, down to minResource (wandb/sweeps, src/sweeps/hyperband_stopping.py, `hyperband_stop_runs`).
 *
 * @throws RangeError as `rungs`.
 */
export function wandbBands(options: RungOptions): number[] {
  const { minResource, maxResource, reductionFactor } = options;
  const bands = [maxResource];
  let band = maxResource;
  for (let k = 1; k <= rungs(options).length; k++) {
    band /= reductionFactor;
    const whole = Math.floor(band);
    if (whole < Math.max(1, Math.floor(minResource))) break;
    if (whole < (bands[0] ?? 0)) bands.unshift(whole);
  }
  return bands;
}
