import * as l10n from '@vscode/l10n';
import { algorithms, type Accepted } from '../../formats/katib/algorithms';
import { list, map, parameter, text, variantWords, word, type MapShape, type Shape } from '../shape';
import { stop, type Template } from '../template';

/** The algorithms with the settings each of them takes. */
export function katibAlgorithm(): MapShape {
  const meanings = algorithmMeanings();
  const variants = {
    by: 'algorithmName',
    all: [...algorithms].map(([name, { settings = {} }]) => ({
      word: { word: name, meaning: meanings[name] ?? '' },
      fields: [
        {
          key: 'algorithmSettings',
          meaning: l10n.t('Settings of the algorithm, as a list of names and values in quotes.'),
          shape: katibSettings(settings),
        },
      ],
    })),
  };
  const meaning = l10n.t('The search algorithm.');
  return map([{ key: 'algorithmName', meaning, shape: word(variantWords(variants)) }], { variants });
}

/** A list of `{name, value}` with the names a table has. */
export function katibSettings(table: Readonly<Record<string, Accepted>>): Shape {
  const meanings = settingMeanings();
  const variants = {
    by: 'name',
    all: Object.entries(table).map(([name, accepted]) => ({
      word: { word: name, meaning: meanings[name] ?? '' },
      fields: [
        {
          key: 'value',
          meaning: meanings[name] ?? '',
          shape: name === 'resource_name' ? parameter : valueShape(accepted),
          template: valueTemplate(accepted),
        },
      ],
    })),
  };
  const meaning = l10n.t('The name of the setting.');
  return list(map([{ key: 'name', meaning, shape: word(variantWords(variants)) }], { variants }));
}

function valueShape(accepted: Accepted): Shape {
  if (accepted.kind !== 'word') return text;
  return word(accepted.words.map(name => ({ word: name, meaning: '' })));
}

/** Numbers go in quotes, so something stands between them. */
function valueTemplate(accepted: Accepted): Template | undefined {
  switch (accepted.kind) {
    case 'integer':
      return stop(String(accepted.min ?? 1));
    case 'number':
      return stop(accepted.max === 1 || accepted.below === 1 ? '0.25' : '1');
    case 'text':
    case 'word':
      return undefined;
  }
}

function algorithmMeanings(): Readonly<Record<string, string>> {
  return {
    random: l10n.t('Draws each trial independently.'),
    grid: l10n.t('Tries every combination; every double needs a step.'),
    tpe: l10n.t('Tree-structured Parzen estimator: models good and bad trials, one parameter at a time.'),
    'multivariate-tpe': l10n.t('Tree-structured Parzen estimator over all parameters together.'),
    bayesianoptimization: l10n.t(
      'Models the objective, by default with a Gaussian process; draws every double on a log scale.',
    ),
    cmaes: l10n.t('Covariance matrix adaptation, an evolution strategy for two or more numeric parameters.'),
    sobol: l10n.t('A quasi-random sequence that covers the space evenly.'),
    hyperband: l10n.t('Gives many trials a small budget and the best ones more.'),
    pbt: l10n.t('Population based training: copies and perturbs while trials run.'),
    enas: l10n.t('Efficient architecture search; needs nasConfig.'),
    darts: l10n.t('Differentiable architecture search; needs nasConfig.'),
  };
}

function settingMeanings(): Readonly<Record<string, string>> {
  return {
    random_state: l10n.t('The seed: a whole number from 0.'),
    gamma: l10n.t('The share of trials that counts as good: between 0 and 1.'),
    prior_weight: l10n.t('How much the distribution of the space counts beside the trials: above 0.'),
    n_EI_candidates: l10n.t('How many candidates are compared for each trial: a whole number from 1.'),
    n_startup_trials: l10n.t('How many random trials come first: a whole number from 0.'),
    n_ei_candidates: l10n.t('How many candidates are compared for each trial: a whole number.'),
    base_estimator: l10n.t(
      'The model: a Gaussian process (GP), a random forest (RF), extra trees (ET) or boosted trees (GBRT).',
    ),
    n_initial_points: l10n.t('How many random trials come before the model is used; 10 unless given.'),
    acq_func: l10n.t('What is maximised to choose the next trial; gp_hedge mixes three of them.'),
    acq_optimizer: l10n.t('How that maximum is found.'),
    sigma: l10n.t('The first step size of the evolution strategy.'),
    restart_strategy: l10n.t('Whether and how the evolution strategy starts again: none, ipop or bipop.'),
    r_l: l10n.t('The largest budget of one trial, in units of the resource.'),
    resource_name: l10n.t('The parameter that carries the budget, such as the number of epochs.'),
    eta: l10n.t('One trial in eta goes on with eta times the budget; 3 unless given.'),
    suggestion_trial_dir: l10n.t('Where the checkpoints of trials are kept.'),
    n_population: l10n.t('How many trials make up a generation: at least 5.'),
    truncation_threshold: l10n.t('The share of trials that is replaced by the best: from 0 to 1.'),
    resample_probability: l10n.t('How often a value is drawn anew, not perturbed: from 0 to 1.'),
    min_trials_required: l10n.t('How many trials have to end before any is stopped; 3 unless given.'),
    start_step: l10n.t('How many values a trial reports before it can be stopped; 4 unless given.'),
  };
}
