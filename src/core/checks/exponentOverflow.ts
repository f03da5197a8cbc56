import * as l10n from '@vscode/l10n';
import { finding } from '../finding';
import { formatNumber } from '../text/formatNumber';
import { hasNoExponents } from './applicability';
import type { Check } from './check';
import { baseName, drawnBounds, exponentDeclaration, readingOf } from './exponents';

/** Exponents no hyperparameter has: e^1000 overflows. */
export const exponentOverflow: Check = {
  code: 'exponent-overflow',
  severity: 'warning',
  get title() {
    return l10n.t('Exponents beyond any sensible value');
  },
  notApplicable: hasNoExponents,
  run: space =>
    space.parameters.flatMap(parameter => {
      const declaration = exponentDeclaration(parameter);
      if (declaration === undefined || readingOf(declaration) !== 'extreme') return [];
      const [low, high] = drawnBounds(declaration);
      const message = l10n.t(
        '`{0}` takes exponents of {3}: these bounds draw between {1} and {2}, beyond what any setting needs; write smaller exponents.',
        declaration.notation,
        formatNumber(low),
        Number.isFinite(high) ? formatNumber(high) : '∞',
        baseName(declaration),
      );
      return [finding(exponentOverflow, parameter.tokens.name, message, { parameter: parameter.name })];
    }),
};
