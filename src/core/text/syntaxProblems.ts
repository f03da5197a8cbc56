import * as l10n from '@vscode/l10n';
import { largestText, mostProblems } from './limits';
import type { TextRange } from './range';
import type { MapEntry, SyntaxProblem } from './source';

/** One problem for every entry that a later one with the same key makes void. */
export function duplicateKeys(entries: readonly MapEntry[]): SyntaxProblem[] {
  const last = new Map(entries.map(entry => [entry.key.text, entry]));
  return entries
    .filter(entry => last.get(entry.key.text) !== entry)
    .map(({ key }) => ({
      message: l10n.t('`{0}` is written again further down, and only the last one counts.', key.text),
      range: key.range,
      kind: 'duplicate-key',
    }));
}

export function tooLarge(text: string): SyntaxProblem | undefined {
  if (text.length <= largestText) return undefined;
  const message = l10n.t(
    'This text is longer than {0} million characters and was not read.',
    largestText / 1e6,
  );
  return { message, range: { start: 0, end: 0 }, kind: 'limit' };
}

/** What a parser threw, which is its own limit reached: the text is then taken for empty. */
export function unreadable(): SyntaxProblem {
  const message = l10n.t('This text is nested too deeply to be read.');
  return { message, range: { start: 0, end: 0 }, kind: 'limit' };
}

/** In document order, ranges moved into the text, and no more of them than a person would read. */
export function presentable(problems: readonly SyntaxProblem[], text: string): SyntaxProblem[] {
  return problems
    .slice(0, mostProblems)
    .map(problem => ({ ...problem, range: visible(problem.range, text) }))
    .sort((a, b) => a.range.start - b.range.start);
}

/** A range at the end of the text, where there is nothing to underline, becomes the last thing written. */
function visible({ start, end }: TextRange, text: string): TextRange {
  if (start < text.length) return { start, end: Math.min(text.length, Math.max(start, end)) };
  const written = text.trimEnd().length;
  return { start: Math.max(0, written - 1), end: written };
}
