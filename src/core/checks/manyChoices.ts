import * as l10n from '@vscode/l10n';
import { finding } from '../finding';
import type { SearchSpace } from '../space/searchSpace';
import { formatNumber } from '../text/formatNumber';
import type { Check } from './check';

/** From so many options on Ax calls an unordered choice hard for a Gaussian process (`ax/utils/common/tier_utils.py`). */
const many = 6;

/** Gaussian-process search over several long lists without an order. */
export const manyChoices: Check = {
  code: 'many-choices',
  severity: 'warning',
  get title() {
    return l10n.t('Bayesian search over long unordered lists');
  },
  notApplicable: modelsNoProcess,
  run: space => {
    if (modelsNoProcess(space) !== undefined || space.method === undefined) return [];
    const long = space.parameters.filter(
      ({ domain }) =>
        domain?.kind === 'categorical' &&
        domain.choices.length >= many &&
        domain.choices.some(({ value }) => typeof value !== 'number'),
    );
    if (long.length < 2) return [];
    const names = long.map(({ name }) => name).join(', ');
    const message =
      space.format === 'wandb-sweep' || space.format === 'wandb-python'
        ? l10n.t(
            'W&B’s Gaussian process takes the place in a list for a distance, which says nothing in {0} lists of {1} or more choices ({2}); use random search, or shorten the lists.',
            formatNumber(long.length),
            formatNumber(many),
            names,
          )
        : l10n.t(
            'A Gaussian process learns about each choice of a list without an order from its own trials only, and {0} lists have {1} or more ({2}); use TPE or random search, or shorten the lists.',
            formatNumber(long.length),
            formatNumber(many),
            names,
          );
    const related = long.map(({ name, tokens }) => ({
      message: l10n.t('Choices of {0}', name),
      range: tokens.choices ?? tokens.name,
    }));
    return [finding(manyChoices, space.method.range, message, { related })];
  },
};

function modelsNoProcess({ method }: SearchSpace): string | undefined {
  return method?.family === 'bayesian' ? undefined : l10n.t('The method does not use a Gaussian process.');
}
