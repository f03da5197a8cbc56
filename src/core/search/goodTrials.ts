import { isSuccessful, type FinishedTrial, type Trial } from './method';

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
  const weights = new Float64Array(count).fill(1);
  const ramp = count - 25;
  for (let i = 0; i < ramp; i++) {
    weights[i] = 1 / count + (ramp > 1 ? ((1 - 1 / count) * i) / (ramp - 1) : 0);
  }
  return weights;
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
  let threshold = Infinity;
  for (const id of bad) {
    const { loss = Infinity } = trials[id] ?? {};
    if (loss < threshold && Number.isFinite(loss)) threshold = loss;
  }
  if (threshold === Infinity) threshold = losses.reduce((worst, loss) => Math.max(worst, loss), -Infinity);
  // Halves, because the difference of two numbers can be more than the largest one.
  const gains = Float64Array.from(losses, loss => threshold / 2 - loss / 2);
  const most = gains.reduce((largest, gain) => Math.max(largest, gain), 0);
  if (!(most > 0)) return gains.fill(1);
  const shares = gains.map(gain => gain / most);
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  return shares.map(share => share / mean);
}

/** The best trials and the rest; of equal losses the earlier is better. Pending trials are liars: they are bad. */
export function splitTrials(trials: readonly Trial[], count: number): TrialSplit {
  const best: FinishedTrial[] = [];
  for (const trial of trials) {
    if (!isSuccessful(trial)) continue;
    const last = best[best.length - 1];
    if (best.length === count && (last === undefined || trial.loss >= last.loss)) continue;
    best.splice(best.findLastIndex(({ loss }) => loss <= trial.loss) + 1, 0, trial);
    if (best.length > count) best.pop();
  }
  const good = best.map(({ id }) => id).sort((a, b) => a - b);
  const bad: number[] = [];
  let passed = 0;
  for (const { id } of trials) {
    if (id === good[passed]) passed++;
    else bad.push(id);
  }
  return { good, bad };
}
