import type { TextEdit, TextRange } from '../range';

/** Replaces a scalar and keeps the quotes around it, so that a quoted bound stays text to its tool. */
export function replaceToken(text: string, range: TextRange, newText: string): TextEdit {
  const quote = text.charAt(range.start);
  const quoted = (quote === '"' || quote === "'") && text.charAt(range.end - 1) === quote;
  return { range, newText: quoted && range.end - range.start > 1 ? quote + newText + quote : newText };
}

/** What a token says, without its quotes. */
export function tokenText(text: string, range: TextRange): string {
  const raw = text.slice(range.start, range.end);
  return /^(["'])(.*)\1$/s.exec(raw)?.[2] ?? raw;
}

export function swapTokens(text: string, a: TextRange, b: TextRange): TextEdit[] {
  return [
    { range: a, newText: text.slice(b.start, b.end) },
    { range: b, newText: text.slice(a.start, a.end) },
  ];
}
