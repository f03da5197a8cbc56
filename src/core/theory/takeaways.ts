import * as l10n from '@vscode/l10n';
import { topicTitle, type Topic } from './topics';

/** What a topic comes down to, in one sentence. */
export function takeaway(topic: Topic): string {
  switch (topic) {
    case 'configuration-space':
      return l10n.t(
        'The space is a claim about where the optimum is: what lies outside it is never found, and every parameter that does not matter costs trials.',
      );
    case 'conditional-parameter':
      return l10n.t(
        'A parameter that counts only under some values of another should exist only there; drawn everywhere, it spends trials on differences that change nothing.',
      );
    case 'log-uniform-sampling':
      return l10n.t(
        'Where a factor matters rather than a difference, draw the exponent: every decade then gets its share of the trials.',
      );
    case 'grid-search':
      return l10n.t(
        'A grid multiplies: each further parameter multiplies its cost, and it still tries only a handful of values of each.',
      );
    case 'random-search':
      return l10n.t(
        'Each random trial tries a new value of every parameter, so the few parameters that matter are seen as often as there are trials.',
      );
    case 'sobol-initialisation':
      return l10n.t(
        'A scrambled Sobol design leaves fewer gaps than chance does; take it from the start and in powers of two.',
      );
    case 'surrogate-model':
      return l10n.t(
        'A surrogate sees the objective as a batch sees the gradient, through a few noisy samples: how unsure it is belongs to its answer.',
      );
    case 'gaussian-process':
      return l10n.t(
        'A Gaussian process is its mean and its covariance: sure where there are trials, and as unsure elsewhere as its length scales say.',
      );
    case 'expected-improvement':
      return l10n.t(
        'Expected improvement weighs how much better a point may be by how likely that is, and has many local maxima: search it from many starts, by its logarithm where it is flat.',
      );
    case 'upper-confidence-bound':
      return l10n.t(
        'A confidence bound trades the mean against the uncertainty by one number: too small settles for the first good point, too large never settles.',
      );
    case 'thompson-sampling':
      return l10n.t(
        'Trusting one draw of the posterior at a time explores as often as the model is unsure, and gives each worker a point of its own.',
      );
    case 'bayesian-optimisation':
      return l10n.t(
        'Bayesian optimisation pays where a trial costs far more than a model of all trials so far.',
      );
    case 'successive-halving':
      return l10n.t(
        'Stopping the worse half early is right exactly as far as early losses rank trials as late ones do.',
      );
    case 'hyperband':
      return l10n.t(
        'Nobody knows beforehand how far early losses can be trusted, so Hyperband divides its budget among brackets that trust them more or less.',
      );
    case 'asha':
      return l10n.t(
        'ASHA promotes a trial as soon as it is among the best seen so far: no worker waits, at the price of some promotions that a full rung would have refused.',
      );
    case 'bohb':
      return l10n.t(
        'BOHB keeps the budgets of Hyperband and draws from a model of the good trials instead of at random.',
      );
    case 'population-based-training':
      return l10n.t(
        'Population-based training finds a schedule, not a setting: its result is repeated only by replaying every change it made.',
      );
    case 'multi-objective-tuning':
      return l10n.t(
        'With two objectives no trial is the best until someone says how much of one they give up for a unit of the other.',
      );
    case 'pareto-frontier':
      return l10n.t(
        'A frontier of noisy measurements is made of the lucky ones: measure its members again before choosing among them.',
      );
    case 'validation-leakage':
      return l10n.t(
        'Whatever has seen the validation data, a scaler, a choice of features, a stopping rule, improves the score and not the model.',
      );
    case 'nested-validation':
      return l10n.t(
        'The best score of many trials is too good by construction; only data that the search never saw tell by how much.',
      );
    case 'llm-fine-tuning-search':
      return l10n.t(
        'Search the learning rate first and on a log scale; batch size, rank and epochs mostly move where its best value lies.',
      );
  }
}

/** `7. Surrogate model`. */
export function cellTitle({ number, topic }: { readonly number: number; readonly topic: Topic }): string {
  return `${number}. ${topicTitle(topic)}`;
}
