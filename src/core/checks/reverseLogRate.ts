import * as l10n from '@vscode/l10n';
import { finding, type Fix } from '../finding';
import { cumulativeBelow, isNumeric } from '../space/cumulative';
import type { Parameter } from '../space/searchSpace';
import { replaceToken, tokenText } from '../text/edits/token';
import { formatNumber } from '../text/formatNumber';
import type { Check } from './check';
import { hasLogarithmicName } from './parameterNames';

/** A reversed log scale on a rate: it crowds the upper end, where a log scale spreads the decades. */
export const reverseLogRate: Check = {
  code: 'reverse-log-rate',
  severity: 'warning',
  get title() {
    return l10n.t('Reversed log scale on a rate');
  },
  notApplicable: ({ parameters }) =>
    parameters.some(({ declared }) => declared.scale === 'reverseLog')
      ? undefined
      : l10n.t('No parameter is on a reversed log scale.'),
  run: (space, text) =>
    space.parameters.flatMap(parameter => {
      const { name, declared, domain, tokens } = parameter;
      if (declared.scale !== 'reverseLog' || domain === undefined || !isNumeric(domain)) return [];
      if (!hasLogarithmicName(name) || !(domain.low > 0) || !(domain.high / domain.low >= 10)) return [];
      const middle = (domain.low + domain.high) / 2;
      const above = 100 * (1 - cumulativeBelow(domain, middle));
      const message = l10n.t(
        '`{0}` is on a reversed log scale, which favours large values: {1} % of draws land above {2}; use a log scale.',
        name,
        formatNumber(above),
        formatNumber(middle),
      );
      const fixes = logarithmic(parameter, text);
      return [finding(reverseLogRate, tokens.notation ?? tokens.name, message, { parameter: name, fixes })];
    }),
};

/** The word for the log scale is in every vendor's that for the reversed one, without "reverse". */
function logarithmic({ tokens }: Parameter, text: string): Fix[] {
  if (tokens.notation === undefined) return [];
  const word = tokenText(text, tokens.notation).replace(/reverse_?/i, '');
  const edits = [replaceToken(text, tokens.notation, word)];
  return [{ title: l10n.t('Use {0}', word), edits, safe: true }];
}
