import * as l10n from '@vscode/l10n';
import { finding, type Finding, type Fix } from '../../../finding';
import { nearestWord } from '../../../text/nearestWord';
import type { TextRange } from '../../../text/range';
import { replaceToken } from '../../../text/edits/token';
import { isPlaceholder, type GoText } from '../goField';
import { unknownWord } from '../rules';

/** Nothing when `word` is one of `known` or is filled in later; the fix is the nearest of them. */
export function unknown(
  word: GoText | undefined,
  known: readonly string[],
  text: string,
  parameter?: string,
  synonyms: ReadonlyMap<string, string> = new Map(),
): Finding[] {
  if (!word || known.includes(word.text) || isPlaceholder(word.text)) return [];
  const near = synonyms.get(word.text) ?? nearestWord(word.text, known);
  const message = near
    ? l10n.t('Katib does not know `{0}` here; did you mean `{1}`?', word.text, near)
    : l10n.t('Katib does not know `{0}` here; it takes {1}.', word.text, known.join(', '));
  return [
    finding(unknownWord, word.range, message, {
      parameter,
      fixes: near ? [replaceBy(text, word.range, near)] : [],
    }),
  ];
}

/** A fix that a person should look at: what was meant is a guess. */
export function replaceBy(text: string, range: TextRange, newText: string): Fix {
  return { title: l10n.t('Write {0}', newText), edits: [replaceToken(text, range, newText)], safe: false };
}
