import * as l10n from '@vscode/l10n';
import { finding } from '../finding';
import { hasNoChoices } from './applicability';
import type { Check } from './check';

/** A list of choices with nothing in it. */
export const emptyChoices: Check = {
  code: 'empty-choices',
  severity: 'error',
  get title() {
    return l10n.t('No choices');
  },
  notApplicable: hasNoChoices,
  run: space =>
    space.parameters.flatMap(({ name, declared, tokens }) =>
      declared.choices?.length === 0
        ? [
            finding(
              emptyChoices,
              tokens.choices ?? tokens.name,
              l10n.t('`{0}` has no choices, so nothing can be drawn; list at least one.', name),
              { parameter: name },
            ),
          ]
        : [],
    ),
};
