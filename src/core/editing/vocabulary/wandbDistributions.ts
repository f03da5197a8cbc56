import * as l10n from '@vscode/l10n';

/** What each of the words after `distribution:` means, as wandb/sweeps draws it (`params.py`). */
export function wandbDistributionMeanings(): Readonly<Record<string, string>> {
  return {
    constant: l10n.t('The same value in every run.'),
    categorical: l10n.t('One of a list of values, all equally likely.'),
    categorical_w_probabilities: l10n.t('One of a list of values, each with its own probability.'),
    int_uniform: l10n.t('A whole number between two bounds, both included, all equally likely.'),
    uniform: l10n.t('A number between two bounds, all equally likely.'),
    q_uniform: l10n.t('A uniform draw rounded to a multiple of q, which may leave the bounds.'),
    log_uniform_values: l10n.t(
      'A number between two bounds whose logarithm is uniform: each decade is equally likely. Right for learning rates.',
    ),
    q_log_uniform_values: l10n.t('A log-uniform draw between two bounds, rounded to a multiple of q.'),
    inv_log_uniform_values: l10n.t('Draws the same as log_uniform_values.'),
    log_uniform: l10n.t('Log-uniform with bounds as exponents of e; deprecated, write log_uniform_values.'),
    q_log_uniform: l10n.t(
      'Log-uniform with bounds as exponents of e, rounded to a multiple of q; deprecated, write q_log_uniform_values.',
    ),
    inv_log_uniform: l10n.t(
      'Log-uniform with bounds as exponents of e with the sign turned; deprecated, write log_uniform_values.',
    ),
    normal: l10n.t('A normal draw around mu, without bounds.'),
    q_normal: l10n.t('A normal draw around mu, rounded to a multiple of q.'),
    log_normal: l10n.t('A positive number whose logarithm is normal around mu.'),
    q_log_normal: l10n.t(
      'A positive number whose logarithm is normal around mu, rounded to a multiple of q.',
    ),
    beta: l10n.t('A number from 0 to 1 after a beta distribution.'),
    q_beta: l10n.t('A draw from a beta distribution, rounded to a multiple of q.'),
  };
}
