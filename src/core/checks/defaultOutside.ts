import * as l10n from '@vscode/l10n';
import { finding, type Fix } from '../finding';
import { canDraw } from '../space/distribution';
import type { Parameter, SearchSpace } from '../space/searchSpace';
import { choiceLabel } from '../space/values';
import { replaceToken } from '../text/edits/token';
import { formatNumber } from '../text/formatNumber';
import { numberText } from '../text/numberText';
import { shorten } from '../text/shorten';
import type { Check } from './check';

/** A default that the search itself would never draw. */
export const defaultOutside: Check = {
  code: 'default-outside',
  severity: 'error',
  get title() {
    return l10n.t('Default outside its own range');
  },
  notApplicable: ({ parameters }) =>
    parameters.some(parameter => parameter.default !== undefined)
      ? undefined
      : l10n.t('No parameter has a default.'),
  run: (space, text) =>
    space.parameters.flatMap(parameter => {
      const { name, domain, tokens, default: given } = parameter;
      const range = tokens.default ?? tokens.name;
      if (domain === undefined || given === undefined || holds(parameter)) return [];
      if (space.findings.some(other => other.range.start === range.start)) return [];
      const message =
        domain.kind === 'float' || domain.kind === 'integer'
          ? l10n.t(
              '`{0}` defaults to {1}, which is not between {2} and {3}.',
              name,
              shorten(choiceLabel(given), 40),
              formatNumber(domain.low),
              formatNumber(domain.high),
            )
          : l10n.t(
              '`{0}` defaults to `{1}`, which is not one of its choices.',
              name,
              shorten(choiceLabel(given), 40),
            );
      return [
        finding(defaultOutside, range, message, { parameter: name, fixes: clamp(space, parameter, text) }),
      ];
    }),
};

/** A default between two levels is taken for the nearest by some tools, and so is not reported. */
function holds({ domain, default: given }: Parameter): boolean {
  if (domain === undefined || given === undefined) return true;
  if ((domain.kind === 'float' || domain.kind === 'integer') && typeof given === 'number') {
    return given >= domain.low && given <= domain.high;
  }
  return canDraw(domain, given);
}

function clamp({ dialect }: SearchSpace, { domain, tokens, default: given }: Parameter, text: string): Fix[] {
  if (domain?.kind !== 'float' && domain?.kind !== 'integer') return [];
  if (typeof given !== 'number' || tokens.default === undefined) return [];
  const nearest = given < domain.low ? domain.low : domain.high;
  const edits = [replaceToken(text, tokens.default, numberText(nearest, dialect))];
  return [{ title: l10n.t('Write {0}', formatNumber(nearest)), edits, safe: false }];
}
