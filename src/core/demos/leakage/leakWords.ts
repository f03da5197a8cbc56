import * as l10n from '@vscode/l10n';
import type { LeakId } from '../../validation/leaks/leak';

/** A leak as a person calls it. */
export function leakLabel(id: LeakId): string {
  switch (id) {
    case 'test-set':
      return l10n.t('Reporting the score that chose');
    case 'early-stopping':
      return l10n.t('Stopping early on it as well');
    case 'selection':
      return l10n.t('Selecting features before the split');
    case 'encoding':
      return l10n.t('Target encoding before the split');
    case 'scaling':
      return l10n.t('Scaling before the split');
    case 'duplicates':
      return l10n.t('Duplicate rows across the split');
    case 'groups':
      return l10n.t('Groups torn by the split');
    case 'time':
      return l10n.t('Shuffling what is ordered in time');
  }
}

/** What was simulated. */
export function leakStory(id: LeakId): string {
  switch (id) {
    case 'test-set':
      return l10n.t('Your trials on your validation rows: the best of them is partly the luckiest.');
    case 'early-stopping':
      return l10n.t(
        'The same, and each trial’s score is the best of its looks at those rows while it trains.',
      );
    case 'selection':
      return l10n.t('50 rows, 5000 features of noise: the 100 most correlated with the label, then 1-NN.');
    case 'encoding':
      return l10n.t('60 categories of 5 rows, each replaced by its mean label, then a decision stump.');
    case 'scaling':
      return l10n.t('100 rows, 10 heavy-tailed features divided by their standard deviation, then 1-NN.');
    case 'duplicates':
      return l10n.t('200 rows, some of them there twice, then 1-NN.');
    case 'groups':
      return l10n.t('40 groups of 5 rows that are alike and share a label, then 1-NN.');
    case 'time':
      return l10n.t('240 steps of a drifting series, its sign looked up at the nearest known step.');
  }
}

export function leakRemedy(id: LeakId): string {
  switch (id) {
    case 'test-set':
      return l10n.t('Score the winner once on rows that chose nothing, or by nested cross-validation.');
    case 'early-stopping':
      return l10n.t('Stop on a part of the training rows, rank on the validation rows.');
    case 'selection':
      return l10n.t('Put the selection into the pipeline that is fitted in each fold.');
    case 'encoding':
      return l10n.t('Encode from training rows alone, or cross-fit (sklearn’s TargetEncoder does).');
    case 'scaling':
      return l10n.t('Put the scaler into the pipeline; it costs nothing.');
    case 'duplicates':
      return l10n.t('Remove duplicates first, or split by a hash of the row.');
    case 'groups':
      return l10n.t('Split by group: GroupKFold, StratifiedGroupKFold.');
    case 'time':
      return l10n.t('Train on what came before: TimeSeriesSplit.');
  }
}
