import type { SourceDocument } from './source';
import { tooLarge } from './syntaxProblems';

/** A text of a language without a tree, whose format reads the text itself; one too large is taken for empty. */
export function parseText(text: string, path?: string): SourceDocument {
  const refused = tooLarge(text);
  return { text, language: 'text', path, roots: [], problems: refused ? [refused] : [] };
}
