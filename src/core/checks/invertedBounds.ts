import * as l10n from '@vscode/l10n';
import { finding, type Fix } from '../finding';
import type { Parameter } from '../space/searchSpace';
import { formatNumber } from '../text/formatNumber';
import { hasNoBounds } from './applicability';
import type { Check } from './check';
import { swapTokens } from '../text/edits/token';

/** No tool can draw from an interval that ends before it starts. */
export const invertedBounds: Check = {
  code: 'inverted-bounds',
  severity: 'error',
  get title() {
    return l10n.t('Lower bound above the upper one');
  },
  notApplicable: hasNoBounds,
  run: (space, text) =>
    space.parameters.flatMap(parameter => {
      const { low, high } = parameter.declared;
      if (low === undefined || high === undefined || !(low > high)) return [];
      const message = l10n.t(
        '`{0}`: the lower bound {1} is above the upper bound {2}, so nothing can be drawn; swap them.',
        parameter.name,
        formatNumber(low),
        formatNumber(high),
      );
      const { tokens } = parameter;
      return [
        finding(invertedBounds, tokens.low ?? tokens.name, message, {
          parameter: parameter.name,
          fixes: swapFix(parameter, text),
        }),
      ];
    }),
};

function swapFix({ tokens }: Parameter, text: string): Fix[] {
  if (tokens.low === undefined || tokens.high === undefined) return [];
  return [{ title: l10n.t('Swap the bounds'), edits: swapTokens(text, tokens.low, tokens.high), safe: true }];
}
