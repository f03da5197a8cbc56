import * as l10n from '@vscode/l10n';
import { finding, type Fix } from '../finding';
import type { Parameter, SearchSpace } from '../space/searchSpace';
import { formatNumber } from '../text/formatNumber';
import { numberText } from '../text/numberText';
import { hasNoExponents } from './applicability';
import type { Check } from './check';
import { replaceToken } from '../text/edits/token';
import { isWandb } from './tool';
import {
  drawnBounds,
  exponentDeclaration,
  readingOf,
  valuesNotation,
  type ExponentDeclaration,
} from './exponents';

/** W&B's exponent notations work, but are deprecated for ones that say the values (its PARAM_DEPRECATION_MAP). */
export const deprecatedExponents: Check = {
  code: 'deprecated-exponents',
  severity: 'information',
  get title() {
    return l10n.t('Deprecated exponent notation');
  },
  notApplicable: hasNoExponents,
  run: (space, text) =>
    space.parameters.flatMap(parameter => {
      const declaration = exponentDeclaration(parameter);
      if (declaration === undefined || readingOf(declaration) !== 'exponents') return [];
      if (!isWandb(space.format) || !declaration.notation.endsWith('log_uniform')) return [];
      const [low, high] = drawnBounds(declaration);
      const message = l10n.t(
        '`{0}` is deprecated and takes exponents: these bounds draw between {1} and {2}. Write those values with `{3}`.',
        declaration.notation,
        formatNumber(low),
        formatNumber(high),
        valuesNotation(declaration.notation),
      );
      return [
        finding(deprecatedExponents, parameter.tokens.notation ?? parameter.tokens.name, message, {
          parameter: parameter.name,
          fixes: toValues(space, parameter, declaration, text),
        }),
      ];
    }),
};

/** Six digits keep the distribution: a bound moves by less than a millionth of itself. */
function toValues(
  { dialect }: SearchSpace,
  { tokens }: Parameter,
  declaration: ExponentDeclaration,
  text: string,
): Fix[] {
  if (tokens.notation === undefined || tokens.low === undefined || tokens.high === undefined) return [];
  const [low, high] = drawnBounds(declaration);
  const bound = (x: number): string => numberText(Number(x.toPrecision(6)), dialect);
  const notation = valuesNotation(declaration.notation);
  return [
    {
      title: l10n.t('Use {0} from {1} to {2}', notation, formatNumber(low), formatNumber(high)),
      edits: [
        replaceToken(text, tokens.notation, notation),
        replaceToken(text, tokens.low, bound(low)),
        replaceToken(text, tokens.high, bound(high)),
      ],
      safe: true,
    },
  ];
}
