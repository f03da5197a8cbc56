import * as l10n from '@vscode/l10n';
import { finding, type Fix } from '../finding';
import type { Parameter, SearchSpace } from '../space/searchSpace';
import { replaceToken } from '../text/edits/token';
import { formatNumber } from '../text/formatNumber';
import { numberText } from '../text/numberText';
import type { TextRange } from '../text/range';
import { hasNoExponents } from './applicability';
import type { Check } from './check';
import {
  baseName,
  drawnBounds,
  exponentDeclaration,
  exponentFor,
  formatNearOne,
  readingOf,
  valuesNotation,
  type ExponentDeclaration,
} from './exponents';
import { logarithmText } from './logarithmText';
import { isWandb } from './tool';

/** Learning-rate bounds under a notation that raises e, or another base, to them. */
export const valuesAsExponents: Check = {
  code: 'values-as-exponents',
  severity: 'error',
  get title() {
    return l10n.t('Values where exponents are expected');
  },
  notApplicable: hasNoExponents,
  run: (space, text) =>
    space.parameters.flatMap(parameter => {
      const declaration = exponentDeclaration(parameter);
      if (declaration === undefined || readingOf(declaration) !== 'values') return [];
      const { notation } = declaration;
      const [low, high] = drawnBounds(declaration).map(formatNearOne);
      // Only W&B has a notation that takes the values themselves.
      const isRenamed = isWandb(space.format);
      const message = isRenamed
        ? l10n.t(
            '`{0}` takes exponents: these bounds draw between {1} and {2}. Use `{3}`.',
            notation,
            low ?? '',
            high ?? '',
            valuesNotation(notation),
          )
        : l10n.t(
            '`{0}` takes exponents of {3}: these bounds draw between {1} and {2}. Write the logarithms of the values you want.',
            notation,
            low ?? '',
            high ?? '',
            baseName(declaration),
          );
      const fixes = isRenamed
        ? renamed(parameter, notation, text)
        : logarithms(space, parameter, declaration, text);
      return [
        finding(valuesAsExponents, parameter.tokens.name, message, { parameter: parameter.name, fixes }),
      ];
    }),
};

function renamed({ tokens }: Parameter, notation: string, text: string): Fix[] {
  if (tokens.notation === undefined) return [];
  const edits = [replaceToken(text, tokens.notation, valuesNotation(notation))];
  return [{ title: l10n.t('Use {0}', valuesNotation(notation)), edits, safe: true }];
}

function logarithms(
  { dialect, format }: SearchSpace,
  { tokens }: Parameter,
  { low, high, base = Math.E }: ExponentDeclaration,
  text: string,
): Fix[] {
  if (tokens.low === undefined || tokens.high === undefined) return [];
  const [from, to] = [exponentFor(low, base), exponentFor(high, base)];
  const written = (exponent: number, value: number, { start, end }: TextRange): string =>
    format === 'hyperopt-python'
      ? logarithmText(value, text.slice(start, end), text)
      : numberText(exponent, dialect);
  return [
    {
      title: l10n.t('Write the logarithms {0} … {1}', formatNumber(from), formatNumber(to)),
      edits: [
        replaceToken(text, tokens.low, written(from, low, tokens.low)),
        replaceToken(text, tokens.high, written(to, high, tokens.high)),
      ],
      safe: true,
    },
  ];
}
