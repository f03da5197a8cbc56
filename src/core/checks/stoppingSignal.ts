import * as l10n from '@vscode/l10n';
import { finding, type Finding } from '../finding';
import type { EarlyStopping, FormatId, SearchSpace } from '../space/searchSpace';
import { trainingLength } from '../space/trainingLength';
import { formatNumber } from '../text/formatNumber';
import type { Check } from './check';

/** Early stopping that looks for the first time when training is over, or that a program never tells how it is doing. */
export const stoppingSignal: Check = {
  code: 'stopping-signal',
  severity: 'information',
  get title() {
    return l10n.t('Early stopping that stops nothing');
  },
  notApplicable: cannotSee,
  run: space => {
    const { earlyStopping } = space.budget;
    if (earlyStopping?.isReported === false) return [neverReported(space.format, earlyStopping)];
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

function neverReported(format: FormatId, { name, range }: EarlyStopping): Finding {
  const message = l10n.t(
    '{0} can stop no trial, because the code reports nothing while one runs; call `{1}` after each epoch.',
    name,
    format === 'ray-python' ? 'tune.report' : 'trial.report',
  );
  return finding(stoppingSignal, range, message, { severity: 'warning' });
}

function cannotSee(space: SearchSpace): string | undefined {
  const { earlyStopping } = space.budget;
  if (earlyStopping === undefined) return l10n.t('The file asks for no early stopping.');
  if (earlyStopping.isReported === false) return undefined;
  return earlyStopping.minResource === undefined || trainingLength(space) === undefined
    ? l10n.t('Whether training reports its metric as it goes is in the program, not in this file.')
    : undefined;
}
