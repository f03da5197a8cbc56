import * as l10n from '@vscode/l10n';
import { finding } from '../finding';
import { formatNumber } from '../text/formatNumber';
import { hasNoStep } from './applicability';
import type { Check } from './check';

/** A step so wide that only one value is left of the range. */
export const singleStep: Check = {
  code: 'single-step',
  severity: 'error',
  get title() {
    return l10n.t('Step that leaves one value');
  },
  notApplicable: hasNoStep,
  run: space =>
    space.parameters.flatMap(({ name, declared, domain, tokens }) => {
      const { low, high, step } = declared;
      if (step === undefined || low === undefined || high === undefined || !(low < high)) return [];
      if (domain?.kind !== 'constant' || typeof domain.value !== 'number') return [];
      const message = l10n.t(
        '`{0}` is always {1}: a step of {2} leaves one value between {3} and {4}; make the step smaller.',
        name,
        formatNumber(domain.value),
        formatNumber(step),
        formatNumber(low),
        formatNumber(high),
      );
      return [finding(singleStep, tokens.step ?? tokens.name, message, { parameter: name })];
    }),
};
