/** What a rule may look at when a trial reports at a rung. All losses are to be minimised; failures are Infinity. */
export interface Standing {
  readonly loss: number;
  /** The lowest loss of the trial so far. */
  readonly best: number;
  /** What the other trials that reported at this rung before reported there, ascending. */
  readonly others: readonly number[];
  /** Each of the others' mean loss over the rungs up to this one, ascending. */
  readonly averages: readonly number[];
}

/** Whether a trial trains on. It is asked at every rung but the last, at once, with what is known by then. */
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
 * The median rule: the trial's best loss is no worse than the median of the others' running averages (Golovin et al.,
 * "Google Vizier", KDD 2017, section 3.2.2; Azure's `MedianStoppingPolicy`).
 */
export const medianRule: StoppingRule = {
  name: 'median stopping',
  keeps: ({ best, averages }) => averages.length === 0 || best <= interpolated(averages, 0.5),
};

/** Azure's `BanditPolicy`: within a slack of the best so far, a share of it or an amount. */
export function banditRule(slack: { readonly factor: number } | { readonly amount: number }): StoppingRule {
  return {
    name: 'BanditPolicy (Azure)',
    keeps: ({ loss, others: [best] }) =>
      best === undefined ||
      loss <= ('factor' in slack ? best + Math.abs(best) * slack.factor : best + slack.amount),
  };
}

/** Azure's `TruncationSelectionPolicy`: not among the worst `percentage` of all that reported, itself included. */
export function truncationRule(percentage: number): StoppingRule {
  return {
    name: 'TruncationSelectionPolicy (Azure)',
    keeps: ({ loss, others }) => {
      const all = others.length + 1;
      return countBelow(others, loss) < all - Math.floor((all * percentage) / 100 + 1e-9);
    },
  };
}

function countBelow(ascending: readonly number[], value: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** NumPy's `percentile`, linear. */
function interpolated(ascending: readonly number[], share: number): number {
  const place = share * (ascending.length - 1);
  const [low, high] = [ascending[Math.floor(place)] ?? NaN, ascending[Math.ceil(place)] ?? NaN];
  return low === high ? low : low + (high - low) * (place - Math.floor(place));
}
