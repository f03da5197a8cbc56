import type { TextEdit, TextRange } from '../range';

/** How far back a key may stand before its value. */
const keyReach = 200;

/**
 * The key of the entry whose value starts at `valueStart`, or undefined where anything but white space stands
 * between them (a comment, a tag, an anchor), since then an edit could not keep it.
 */
export function keyOf(text: string, valueStart: number): TextRange | undefined {
  const before = text.slice(Math.max(0, valueStart - keyReach), valueStart);
  const match = /("[^"\n]*"|'[^'\n]*'|[A-Za-z_][\w.-]*)\s*:\s*$/.exec(before);
  const key = match?.[1];
  if (match === null || key === undefined) return undefined;
  const start = valueStart - before.length + match.index;
  return { start, end: start + key.length };
}

/** Inserts entries as siblings just before the entry that holds `sibling`, in that entry's own style. */
export function insertEntriesBefore(
  text: string,
  sibling: TextRange,
  entries: readonly (readonly [key: string, value: string])[],
): TextEdit | undefined {
  const at = keyOf(text, sibling.start);
  if (at === undefined) return undefined;
  const quote = /^["']/.exec(text.slice(at.start, at.end))?.[0] ?? '';
  const lineStart = text.lastIndexOf('\n', at.start - 1) + 1;
  const before = text.slice(lineStart, at.start);
  const opensLine = /^[ \t]*(?:- +)*$/.test(before);
  const comma = isInFlow(text, sibling.end) ? ',' : '';
  if (!opensLine && comma === '') return undefined;
  const newLine = text.charAt(lineStart - 2) === '\r' || /^[^\n]*\r\n/.test(text) ? '\r\n' : '\n';
  const separator = comma + (opensLine ? newLine + before.replace(/-/g, ' ') : ' ');
  const quoted = (value: string): string =>
    value === 'true' || Number.isFinite(Number(value)) ? value : quote + value + quote;
  const newText = entries
    .map(([key, value]) => `${quote}${key}${quote}: ${quoted(value)}${separator}`)
    .join('');
  return { range: { start: at.start, end: at.start }, newText };
}

/** Whether a value that ends at `end` is followed by a comma or a closing brace, over comments and lines. */
function isInFlow(text: string, end: number): boolean {
  return /^(?:\s|#[^\n]*\n|\/\/[^\n]*\n)*[,}]/.test(text.slice(end, end + keyReach));
}
