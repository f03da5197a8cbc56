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
