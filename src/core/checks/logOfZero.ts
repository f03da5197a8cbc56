import * as l10n from '@vscode/l10n';
import { finding } from '../finding';
import { formatNumber } from '../text/formatNumber';
import { numberText } from '../text/numberText';
import { hasNoLogScale } from './applicability';
import type { Check } from './check';
import { replaceToken } from '../text/edits/token';
import { looksLikeExponents } from './exponentsAsValues';

/** A logarithmic scale has no zero and nothing below it. */
export const logOfZero: Check = {
  code: 'log-of-zero',
  severity: 'error',
  get title() {
    return l10n.t('Logarithmic scale from zero or below');
  },
  notApplicable: hasNoLogScale,
  run: (space, text) =>
    space.parameters.flatMap(parameter => {
      const { declared, tokens } = parameter;
      const { low, high } = declared;
      if (declared.scale !== 'log' || declared.bounds !== 'values') return [];
      if (low === undefined || !(low <= 0) || looksLikeExponents(declared)) return [];
      const message = l10n.t(
        '`{0}` is on a log scale from {1}, and log(0) is −∞; start from a small positive number, or make zero a choice of its own.',
        parameter.name,
        formatNumber(low),
      );
      const start = high !== undefined && high > 0 ? high * 1e-6 : undefined;
      const smallest = declared.type === 'integer' ? 1 : Number(start?.toPrecision(6));
      const fixes =
        tokens.low !== undefined && start !== undefined && smallest < (high ?? 0)
          ? [
              {
                title: l10n.t('Start from {0}', formatNumber(smallest)),
                edits: [replaceToken(text, tokens.low, numberText(smallest, space.dialect))],
                safe: false,
              },
            ]
          : [];
      return [finding(logOfZero, tokens.low ?? tokens.name, message, { parameter: parameter.name, fixes })];
    }),
};
