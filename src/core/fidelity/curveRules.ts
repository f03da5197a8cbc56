import { countBelow, interpolated, type StoppingRule } from './stoppingRules';

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

/**
 * Optuna's `PercentilePruner`, of which `MedianPruner` is the one with 50: the trial's best loss is within the best
 * `percentage` of what the finished trials reported at the same step (`optuna/pruners/_percentile.py`).
 *
 * @param startup how many trials must have finished before anybody is stopped.
 */
export function percentileRule(percentage: number, startup: number): StoppingRule {
  return {
    name: 'PercentilePruner (Optuna)',
    keeps: ({ best, history, finished }) => {
      const others = finished.losses(history.length - 1);
      return finished.count < Math.max(1, startup) || best <= interpolated(others, percentage / 100);
    },
  };
}

/** NNI's `Medianstop`: the upper median of the averages of finished trials (`nni/algorithms/hpo/medianstop_assessor.py`). */
export const nniMedianRule: StoppingRule = {
  name: 'Medianstop (NNI)',
  keeps: ({ best, history, finished }) => {
    const averages = finished.averages(history.length - 1);
    return best <= (averages[averages.length >> 1] ?? Infinity);
  },
};

/**
 * Katib's `medianstop`: from the start on, the newest loss against the median of the averages that finished trials had
 * at the start (`pkg/earlystopping/v1beta1/medianstop/service.py`).
 *
 * @param start at which report, from 1.
 */
export function katibMedianRule(start: number, trials: number): StoppingRule {
  return {
    name: 'medianstop (Katib)',
    keeps: ({ loss, history, finished }) =>
      history.length < start ||
      finished.count < Math.max(1, trials) ||
      loss <= interpolated(finished.averages(start - 1), 0.5),
  };
}

/**
 * Optuna's `PatientPruner`: once the last `patience` + 1 reports bring nothing below what came before, a wrapped rule
 * decides, or the trial ends (`optuna/pruners/_patient.py`).
 *
 * @param tolerance how far above the old best the new may lie.
 */
export function patientRule(patience: number, tolerance: number, wrapped?: StoppingRule): StoppingRule {
  return {
    name: 'PatientPruner (Optuna)',
    keeps: standing => {
      const { history } = standing;
      if (history.length <= patience + 1) return true;
      const before = Math.min(...history.slice(0, -patience - 1));
      const after = Math.min(...history.slice(-patience - 1));
      return before + tolerance >= after || (wrapped?.keeps(standing) ?? false);
    },
  };
}

/** Stops nobody before a resource. */
export function from(resource: number, rule: StoppingRule): StoppingRule {
  return { name: rule.name, keeps: standing => standing.resource < resource || rule.keeps(standing) };
}
