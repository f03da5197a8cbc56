import type { Trial } from './method';

/** The ids of the trials that a tree of Parzen estimators learns from, both ascending. */
export interface TrialSplit {
  readonly good: readonly number[];
  /** The others, those that failed, and the pending ones: so that what is being tried is left alone. */
  readonly bad: readonly number[];
}

/** How many of the finished trials count as good: a tenth, at most 25 (Optuna, `default_gamma`). */
export function goodCount(finished: number): number {
  return Math.min(Math.ceil(0.1 * finished), 25);
}

/**
 * How much each of so many trials counts, the oldest first: the last 25 fully, those before from 1/count rising to 1
 * (Bergstra et al., ICML 2013, "linear forgetting"; Optuna, `default_weights`).
 */
export function trialWeights(count: number): Float64Array {
  const ramp = count - 25;
  return Float64Array.from({ length: count }, (_, i) =>
    i >= ramp ? 1 : 1 / count + (ramp > 1 ? ((1 - 1 / count) * i) / (ramp - 1) : 0),
  );
}

/**
 * How much each of some good trials counts: as much as it is below the best of the others, so that the ratio of the
 * densities grows with the expected improvement and not with its probability (Song et al., ICML 2022, "A general
 * recipe for likelihood-free Bayesian optimization"). On average 1; all the same where none is below.
 */
export function improvementWeights(
  trials: readonly Trial[],
  good: readonly number[],
  bad: readonly number[],
): Float64Array {
  const losses = good.map(id => trials[id]?.loss ?? NaN);
  const others = bad.flatMap(id => trials[id]?.loss ?? []).filter(Number.isFinite);
  const threshold = others.length > 0 ? smallest(others) : -smallest(losses.map(loss => -loss));
  // Halves, because the difference of two numbers can be more than the largest one.
  const gains = Float64Array.from(losses, loss => threshold / 2 - loss / 2);
  const most = gains.reduce((largest, gain) => Math.max(largest, gain), 0);
  if (!(most > 0)) return gains.fill(1);
  const shares = gains.map(gain => gain / most);
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  return shares.map(share => share / mean);
}

function smallest(values: readonly number[]): number {
  return values.reduce((least, value) => Math.min(least, value), Infinity);
}

/** The best trials and the rest; of equal losses the earlier is better. Pending trials are liars: they are bad. */
export function splitTrials(trials: readonly Trial[], good: number): TrialSplit {
  const lossOf = ({ loss = NaN }: Trial): number => (Number.isFinite(loss) ? loss : Infinity);
  const best: Trial[] = [];
  for (const trial of trials) {
    const loss = lossOf(trial);
    if (loss === Infinity) continue;
    if (best.length === good && loss >= lossOf(best[best.length - 1] ?? trial)) continue;
    const place = best.findLastIndex(other => lossOf(other) <= loss) + 1;
    best.splice(place, 0, trial);
    if (best.length > good) best.pop();
  }
  const chosen = new Set(best.map(({ id }) => id));
  const ids = trials.map(({ id }) => id);
  return { good: ids.filter(id => chosen.has(id)), bad: ids.filter(id => !chosen.has(id)) };
}
