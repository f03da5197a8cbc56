import * as l10n from '@vscode/l10n';
import { finding } from '../finding';
import type { SearchSpace } from '../space/searchSpace';
import { trainingLength } from '../space/trainingLength';
import { formatNumber } from '../text/formatNumber';
import type { Check } from './check';

/** Early stopping that looks for the first time when training is over. Whether training reports at all is in its program. */
export const stoppingSignal: Check = {
  code: 'stopping-signal',
  severity: 'information',
  get title() {
    return l10n.t('Early stopping that comes too late');
  },
  notApplicable: cannotSee,
  run: space => {
    const { earlyStopping } = space.budget;
    const first = earlyStopping?.minResource;
    const length = trainingLength(space);
    if (cannotSee(space) !== undefined || !earlyStopping || !first || length === undefined) return [];
    if (!(first.value >= length)) return [];
    const message = l10n.t(
      '{0} first looks at a trial after {1}, and training ends after {2} epochs: counted in epochs, nothing is ever stopped.',
      earlyStopping.name,
      formatNumber(first.value),
      formatNumber(length),
    );
    return [finding(stoppingSignal, first.range, message)];
  },
};

function cannotSee(space: SearchSpace): string | undefined {
  const { earlyStopping } = space.budget;
  if (earlyStopping === undefined) return l10n.t('The file asks for no early stopping.');
  return earlyStopping.minResource === undefined || trainingLength(space) === undefined
    ? l10n.t('Whether training reports its metric as it goes is in the program, not in this file.')
    : undefined;
}
