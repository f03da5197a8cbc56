import * as l10n from '@vscode/l10n';
import { finding } from '../finding';
import { replaceToken } from '../text/edits/token';
import { hasNoLogScale } from './applicability';
import type { Check } from './check';

/** W&B's `inv_log_uniform_values` draws exp(−U) of the negated logarithms, which is a plain log-uniform (`params.py`). */
export const inverseLog: Check = {
  code: 'inverse-log',
  severity: 'warning',
  get title() {
    return l10n.t('Inverse log scale that is a log scale');
  },
  notApplicable: hasNoLogScale,
  run: (space, text) =>
    space.parameters.flatMap(({ name, declared, tokens }) => {
      if (declared.notation !== 'inv_log_uniform_values') return [];
      const message = l10n.t(
        '`{0}` does not favour values near the upper bound: `inv_log_uniform_values` draws just what `log_uniform_values` draws. To search close to 1, search 1 − {0} on a log scale.',
        name,
      );
      const fixes =
        tokens.notation === undefined
          ? []
          : [
              {
                title: l10n.t('Use {0}', 'log_uniform_values'),
                edits: [replaceToken(text, tokens.notation, 'log_uniform_values')],
                safe: true,
              },
            ];
      return [finding(inverseLog, tokens.notation ?? tokens.name, message, { parameter: name, fixes })];
    }),
};
