import * as l10n from '@vscode/l10n';
import { finding } from '../finding';
import type { Check } from './check';
import { replaceToken } from '../text/edits/token';
import { drawnBounds, exponentDeclaration, formatNearOne, readingOf, valuesNotation } from './exponents';

/** Learning-rate bounds under a notation that raises e to them. */
export const valuesAsExponents: Check = {
  code: 'values-as-exponents',
  severity: 'error',
  get title() {
    return l10n.t('Values where exponents are expected');
  },
  run: (space, text) =>
    space.parameters.flatMap(parameter => {
      const declaration = exponentDeclaration(parameter);
      if (declaration === undefined || readingOf(declaration) !== 'values') return [];
      const { notation } = declaration;
      const [low, high] = drawnBounds(declaration);
      const message = l10n.t(
        '`{0}` takes exponents: these bounds draw between {1} and {2}. Use `{3}`.',
        notation,
        formatNearOne(low),
        formatNearOne(high),
        valuesNotation(notation),
      );
      const { tokens } = parameter;
      const fixes =
        tokens.notation === undefined
          ? []
          : [
              {
                title: l10n.t('Use {0}', valuesNotation(notation)),
                edits: [replaceToken(text, tokens.notation, valuesNotation(notation))],
                safe: true,
              },
            ];
      return [finding(valuesAsExponents, tokens.name, message, { parameter: parameter.name, fixes })];
    }),
};
