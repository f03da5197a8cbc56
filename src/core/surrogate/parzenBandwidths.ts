/** How wide the kernels of a Parzen estimator are; the defaults are those of Optuna 5.0. */
export interface BandwidthOptions {
  /**
   * `gaps`: each kernel reaches its further neighbour. `count`: all are 0.2 · n^(−1/(d+4)) of the range, as in
   * Optuna's multivariate estimator before 5.0.
   */
  readonly rule?: 'gaps' | 'count' | undefined;
  /** No kernel narrower than 1/min(100, (n + 2)^narrowing) of the range (from Hyperopt). On by default. */
  readonly magicClip?: boolean | undefined;
  /** 1 in Hyperopt and Optuna, and by default; more lets a search close in sooner. */
  readonly narrowing?: number | undefined;
  /** Whether the ends of the range are neighbours of the outermost kernels. Off by default. */
  readonly endpoints?: boolean | undefined;
}

/** Where the clip is off: below this, kernels of equal values would have no width. */
const narrowest = 1e-12;

/**
 * The standard deviations of kernels at ascending means in the unit interval (Bergstra et al., NIPS 2011, section 4;
 * Optuna 5.0, `_calculate_numerical_distributions` in samplers/_tpe/parzen_estimator.py). A single kernel reaches the
 * further end.
 *
 * @param dimensions of the whole estimator, for the rule `count`.
 */
export function parzenBandwidths(
  means: Float64Array,
  { rule = 'gaps', magicClip = true, narrowing = 1, endpoints = false }: BandwidthOptions,
  dimensions: number,
): Float64Array {
  const n = means.length;
  const least = magicClip ? 1 / Math.min(100, (n + 2) ** narrowing) : narrowest;
  if (rule === 'count') return new Float64Array(n).fill(clip(0.2 * n ** (-1 / (dimensions + 4)), least));
  const withEnds = endpoints || n === 1;
  const deviations = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const mean = means[i] as number;
    const below = i > 0 ? mean - (means[i - 1] as number) : withEnds ? mean : 0;
    const above = i < n - 1 ? (means[i + 1] as number) - mean : withEnds ? 1 - mean : 0;
    deviations[i] = clip(Math.max(below, above), least);
  }
  return deviations;
}

function clip(deviation: number, least: number): number {
  return Math.min(1, Math.max(least, deviation));
}
