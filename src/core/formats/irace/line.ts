import * as l10n from '@vscode/l10n';
import type { TextRange } from '../../text/range';
import { trimmed } from './sections';

export type IraceType = 'c' | 'o' | 'i' | 'r' | 'i,log' | 'r,log';

/** One line, `name "switch" type (domain) [| condition]`, taken apart. */
export interface ParameterLine {
  readonly range: TextRange;
  readonly name: TextRange;
  readonly type: IraceType;
  readonly typeRange: TextRange;
  /** Without its parentheses. */
  readonly domain: TextRange;
  readonly condition: TextRange | undefined;
}

/** What is wrong with a line, and where. */
export interface LineFault {
  readonly message: string;
  readonly range: TextRange;
}

const shape = /[\w.]+\s+"[^"\n]*"\s+(?:[ir],log|[cior])\s*\(/;

/** Whether a line is a parameter as far as its domain. */
export function looksLikeParameter(line: string): boolean {
  return new RegExp(`^\\s*${shape.source}`).test(line);
}

/** The fields of a line as `readParameters.R` matches them, each followed by white space, or the first that fails. */
export function readLine(text: string, range: TextRange): ParameterLine | LineFault {
  let rest = range;
  const take = (pattern: RegExp): TextRange | undefined => {
    const found = pattern.exec(text.slice(rest.start, rest.end))?.[1];
    if (found === undefined) return undefined;
    const taken = { start: rest.start, end: rest.start + found.length };
    rest = trimmed(text, { start: taken.end, end: rest.end });
    return taken;
  };
  const fault = (message: string): LineFault => ({ message, range: firstWord(text, rest) });
  const name = take(/^([._\p{L}\p{N}]+)(?=\s)/u);
  if (!name) return fault(nameWanted());
  const label = take(/^("[^"]*")(?=\s)/);
  if (!label) return fault(l10n.t('irace wants the switch here, in double quotes.'));
  const typeRange = take(/^(i,log|r,log|[cior])(?=\s)/);
  if (!typeRange) return fault(typeWanted());
  const domain = take(/^(\([^|]+\))/);
  if (!domain) return fault(l10n.t('irace wants the values here, a list in parentheses.'));
  const bar = take(/^(\|)/);
  const isEmpty = rest.start >= rest.end;
  if (bar && isEmpty) return { range: bar, message: l10n.t('irace wants a condition after `|`.') };
  if (!bar && !isEmpty) return { range: rest, message: l10n.t('irace wants `|` before a condition.') };
  return {
    range,
    name,
    type: text.slice(typeRange.start, typeRange.end) as IraceType,
    typeRange,
    domain: { start: domain.start + 1, end: domain.end - 1 },
    condition: bar ? rest : undefined,
  };
}

function nameWanted(): string {
  return l10n.t('irace wants a name of letters, digits, `.` and `_` here, and a space after it.');
}

function typeWanted(): string {
  return l10n.t(
    'irace wants the type here, c, o, i or r, and `,log` without spaces after i or r, then a space.',
  );
}

/** The word at the start of a stretch, or the character before it where nothing is left. */
function firstWord(text: string, { start, end }: TextRange): TextRange {
  const word = /^\S+/.exec(text.slice(start, end))?.[0] ?? '';
  return word === '' ? { start: Math.max(0, start - 1), end: start } : { start, end: start + word.length };
}
