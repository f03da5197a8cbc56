/** What a rule may look at when a trial reports. All losses are to be minimised; failures are Infinity. */
export interface Standing {
  readonly loss: number;
  /** What the trial has been trained for. */
  readonly resource: number;
  /** The losses of the trial so far, this one last, and the lowest of them. */
  readonly history: readonly number[];
  readonly best: number;
  /** What the other trials that reported here before reported, ascending. */
  readonly others: readonly number[];
  /** Each of the others' mean loss over the reports up to this one, ascending. */
  readonly averages: readonly number[];
  /** Of the trials that were trained to the end. */
  readonly finished: Finished;
}

export interface Finished {
  readonly count: number;
  /** What they reported at the n-th report, from 0, ascending. */
  losses(report: number): readonly number[];
  /** Their mean losses over the reports up to the n-th, ascending. */
  averages(report: number): readonly number[];
}

/** Whether a trial trains on. It is asked at every report but the last, at once, with what is known by then. */
export interface StoppingRule {
  /** The tool's own name for it. */
  readonly name: string;
  keeps(standing: Standing): boolean;
}

/**
 * Ray's `AsyncHyperBandScheduler`, also called ASHAScheduler: at most the (1/η)-quantile of the others, interpolated
 * linearly (`ray/tune/schedulers/async_hyperband.py`, `_Bracket.on_result`). The first to come goes on.
 */
export function rayRule(reductionFactor: number): StoppingRule {
  return {
    name: 'ASHAScheduler (Ray)',
    keeps: ({ loss, others }) => others.length === 0 || loss <= interpolated(others, 1 / reductionFactor),
  };
}

/**
 * Optuna's `SuccessiveHalvingPruner`: among the ⌊n/η⌋ best of all n, itself included, and at least the best
 * (`optuna/pruners/_successive_halving.py`, `_is_trial_promotable_to_next_rung`).
 */
export function optunaRule(reductionFactor: number): StoppingRule {
  return {
    name: 'SuccessiveHalvingPruner (Optuna)',
    keeps: ({ loss, others }) =>
      countBelow(others, loss) <= Math.max(Math.floor((others.length + 1) / reductionFactor + 1e-9) - 1, 0),
  };
}

/**
 * Syne Tune's `HyperbandScheduler(type='stopping')`: no more than a share 1/η of all, itself included, is better
 * (`syne_tune/optimizer/schedulers/asha.py`). The first to come goes on.
 */
export function syneTuneRule(reductionFactor: number): StoppingRule {
  return {
    name: 'ASHA, stopping (Syne Tune)',
    keeps: ({ loss, others }) =>
      countBelow(others, loss) / (others.length + 1) <= 1 / reductionFactor + 1e-12,
  };
}

/**
 * W&B's `early_terminate`: no worse than the value at index ⌊n/η⌋ of all n that have reached the band, itself included
 * (wandb/sweeps, src/sweeps/hyperband_stopping.py).
 */
export function wandbRule(reductionFactor: number): StoppingRule {
  return {
    name: 'hyperband (W&B)',
    keeps: ({ loss, others }) =>
      countBelow(others, loss) <= Math.floor((others.length + 1) / reductionFactor + 1e-9),
  };
}

export function countBelow(ascending: readonly number[], value: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** NumPy's `percentile`, linear. */
export function interpolated(ascending: readonly number[], share: number): number {
  const place = share * (ascending.length - 1);
  const [low, high] = [ascending[Math.floor(place)] ?? NaN, ascending[Math.ceil(place)] ?? NaN];
  return low === high ? low : low + (high - low) * (place - Math.floor(place));
}
