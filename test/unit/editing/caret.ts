import type { Completion } from '../../../src/core/editing/completion';
import { completions } from '../../../src/core/editing/completions';
import { applyEdits } from '../../../src/core/text/range';

/** A text and the place where its `|` stood. */
export function caret(marked: string): { readonly text: string; readonly offset: number } {
  const offset = marked.indexOf('|');
  return { text: marked.replace('|', ''), offset };
}

export function completionsAt(
  marked: string,
  language: 'yaml' | 'json' = 'yaml',
  path?: string,
): Completion[] {
  const { text, offset } = caret(marked);
  return completions(text, offset, language, { path });
}

export function labelsAt(marked: string, language: 'yaml' | 'json' = 'yaml'): string[] {
  return completionsAt(marked, language).map(({ label }) => label);
}

/** The text after a completion was taken and its places left as they are, as the editor inserts it. */
export function accepted(marked: string, label: string, language: 'yaml' | 'json' = 'yaml'): string {
  const { text } = caret(marked);
  const taken = completionsAt(marked, language).find(completion => completion.label === label);
  if (taken === undefined) throw new Error(`"${label}" is not offered.`);
  const lineStart = text.lastIndexOf('\n', taken.range.start - 1) + 1;
  const margin = /^ */.exec(text.slice(lineStart))?.[0] ?? '';
  const newText = filledIn(taken.insertText).replaceAll('\n', `\n${margin}`);
  return applyEdits(text, [{ range: taken.range, newText }]);
}

/** A snippet with its samples in place. */
export function filledIn(snippet: string): string {
  return snippet
    .replace(/\$\{\d+\|((?:\\.|[^,|\\])*)(?:,(?:\\.|[^|\\])*)?\|\}/g, '$1')
    .replace(/\$\{\d+:((?:\\.|[^}\\])*)\}/g, '$1')
    .replace(/(?<!\\)\$\d/g, '')
    .replace(/\\([\\$}])/g, '$1');
}
