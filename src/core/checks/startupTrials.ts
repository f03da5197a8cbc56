import * as l10n from '@vscode/l10n';
import { finding } from '../finding';
import type { SearchSpace } from '../space/searchSpace';
import { formatNumber } from '../text/formatNumber';
import { statesNoTrials } from './applicability';
import type { Check } from './check';

/**
 * How many trials a method draws at random before it learns, by default: Optuna's TPESampler (`_tpe/sampler.py`),
 * also behind Katib's multivariate-tpe and Hydra's sweeper; skopt's Optimizer as Katib makes it
 * (`skopt/base_service.py`); NNI's TPE (`tpe_tuner.py`), GP and Metis. Katib's own tpe draws only its first batch
 * at random (`hyperopt/base_service.py`).
 */
const startup: readonly { readonly formats: RegExp; readonly method: RegExp; readonly trials: number }[] = [
  { formats: /^katib/, method: /^(?:multivariate-tpe|bayesianoptimization)$/, trials: 10 },
  { formats: /^nni/, method: /^TPE$/i, trials: 20 },
  { formats: /^nni/, method: /^(?:GP|GPTuner|Metis|MetisTuner)$/i, trials: 10 },
  { formats: /^(?:hydra|optuna)/, method: /tpe/i, trials: 10 },
];

/** The settings that change the number. */
const setting = /n_startup_trials|n_startup_jobs|n_initial_points|cold_start_num/;

/** A model-based search that ends before its model is used. */
export const startupTrials: Check = {
  code: 'startup-trials',
  severity: 'warning',
  get title() {
    return l10n.t('Budget spent before the search learns');
  },
  notApplicable: space =>
    startupOf(space) === undefined
      ? l10n.t('The method has no known number of random trials to start with.')
      : statesNoTrials(space),
  run: (space, text) => {
    const { method, budget } = space;
    const random = startupOf(space);
    const trials = budget.trials;
    if (method === undefined || random === undefined || trials === undefined) return [];
    if (!(trials.value > 1 && trials.value <= random) || setting.test(text)) return [];
    const message = l10n.t(
      '{0} draws its first {1} trials at random, so all {2} of this budget are random; run more, or use random search.',
      method.name,
      formatNumber(random),
      formatNumber(trials.value),
    );
    return [finding(startupTrials, trials.range, message)];
  },
};

function startupOf({ format, method }: SearchSpace): number | undefined {
  return startup.find(rule => rule.formats.test(format) && rule.method.test(method?.name ?? ''))?.trials;
}
