import * as l10n from '@vscode/l10n';
import { finding } from '../finding';
import { formatNumber } from '../text/formatNumber';
import type { Check } from './check';
import { toolName } from './tool';

/** The step W&B's quantised notations have when none is written. */
const wandbDefaultStep = 1;

/** A step so wide that only one value is left of the range. */
export const singleStep: Check = {
  code: 'single-step',
  severity: 'error',
  get title() {
    return l10n.t('Step that leaves one value');
  },
  run: space =>
    space.parameters.flatMap(parameter => {
      const { declared, domain, tokens } = parameter;
      const { low, high, notation } = declared;
      if (low === undefined || high === undefined || !(low < high)) return [];
      if (domain?.kind !== 'constant' || typeof domain.value !== 'number') return [];
      const implied = notation.startsWith('q_') ? wandbDefaultStep : undefined;
      const step = declared.step ?? implied;
      if (step === undefined) return [];
      const value = formatNumber(domain.value);
      const message =
        declared.step === undefined
          ? l10n.t(
              '`{0}` is always {1}: without `q`, {2} rounds to whole numbers; set `q` to a fraction of the range.',
              parameter.name,
              value,
              toolName(space.format),
            )
          : l10n.t(
              '`{0}` is always {1}: a step of {2} leaves one value between {3} and {4}; make the step smaller.',
              parameter.name,
              value,
              formatNumber(step),
              formatNumber(low),
              formatNumber(high),
            );
      return [finding(singleStep, tokens.step ?? tokens.name, message, { parameter: parameter.name })];
    }),
};
