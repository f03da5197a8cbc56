import * as l10n from '@vscode/l10n';
import { finding, type Finding } from '../../finding';
import type { TextRange } from '../../text/range';
import { unknownField, wrongValue } from '../rules';
import type { Digits } from './domain';

/** irace's own default for `digits`. */
const defaultDigits: Digits = { value: 4, isStated: false };

/** The lines under `[global]`, which knows the number of decimals alone. */
export function readGlobal(
  text: string,
  lines: readonly TextRange[],
): { readonly digits: Digits; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  let digits = defaultDigits;
  for (const range of lines) {
    const match = /^digits\s*=\s*(\d+)$/.exec(text.slice(range.start, range.end));
    const value = Number(match?.[1]);
    if (match === null) {
      findings.push(
        finding(unknownField, range, l10n.t('Under `[global]` irace takes `digits = 4` and the like alone.')),
      );
    } else if (value < 1 || value > 15) {
      findings.push(finding(wrongValue, range, l10n.t('`digits` must be between 1 and 15.')));
    } else {
      digits = { value, isStated: true };
    }
  }
  return { digits, findings };
}
