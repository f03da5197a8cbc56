import * as l10n from '@vscode/l10n';
import { finding, type Fix } from '../finding';
import type { Declared } from '../space/domain';
import type { Parameter, SearchSpace } from '../space/searchSpace';
import { formatNumber } from '../text/formatNumber';
import { numberText } from '../text/numberText';
import { hasNoLogScale } from './applicability';
import type { Check } from './check';
import { replaceToken } from '../text/edits/token';
import { toolName } from './tool';

/** A log scale whose bounds are values, yet written as powers: `loguniform [-5, -1]`. */
export const exponentsAsValues: Check = {
  code: 'exponents-as-values',
  severity: 'error',
  get title() {
    return l10n.t('Exponents where values are expected');
  },
  notApplicable: hasNoLogScale,
  run: (space, text) =>
    space.parameters.flatMap(parameter => {
      const { declared, tokens } = parameter;
      const { low, high } = declared;
      if (low === undefined || high === undefined || !looksLikeExponents(declared)) return [];
      const message = l10n.t(
        '`{0}`: {1} in {2} takes the values themselves, and {3} … {4} look like exponents; write the numbers they stand for.',
        parameter.name,
        declared.notation,
        toolName(space.format),
        formatNumber(low),
        formatNumber(high),
      );
      const bases = [
        powersOf(10, '10', space, parameter, text),
        powersOf(Math.E, 'e', space, parameter, text),
      ];
      return [
        finding(exponentsAsValues, tokens.low ?? tokens.name, message, {
          parameter: parameter.name,
          fixes: bases.flatMap(fix => fix ?? []),
        }),
      ];
    }),
};

/** Both bounds of a log scale negative, or a range that runs from a power below zero to the zeroth. */
export function looksLikeExponents({ scale, bounds, low, high }: Declared): boolean {
  if (scale !== 'log' || bounds !== 'values' || low === undefined || high === undefined) return false;
  return low < high && low < 0 && high <= 0;
}

function powersOf(
  base: number,
  name: string,
  space: SearchSpace,
  { declared, tokens }: Parameter,
  text: string,
): Fix | undefined {
  if (declared.low === undefined || declared.high === undefined) return undefined;
  if (tokens.low === undefined || tokens.high === undefined) return undefined;
  const low = Number((base ** declared.low).toPrecision(6));
  const high = Number((base ** declared.high).toPrecision(6));
  if (!(low > 0)) return undefined;
  return {
    title: l10n.t('Use powers of {0}: {1} … {2}', name, formatNumber(low), formatNumber(high)),
    edits: [
      replaceToken(text, tokens.low, numberText(low, space.dialect)),
      replaceToken(text, tokens.high, numberText(high, space.dialect)),
    ],
    safe: false,
  };
}
