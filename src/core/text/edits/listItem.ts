import type { TextEdit, TextRange } from '../range';

/**
 * Removes the item at `range` from the list at `list`: between brackets with the comma before it, in block style
 * with its line, comments kept. `previous` is the item before it. Undefined where an anchor or a tag stands before the item.
 */
export function removeItem(
  text: string,
  list: TextRange,
  previous: TextRange,
  range: TextRange,
): readonly TextEdit[] | undefined {
  return /[[({]/.test(text.charAt(list.start))
    ? removeFlowItem(text, previous, range)
    : removeBlockItem(text, range);
}

function removeFlowItem(text: string, previous: TextRange, range: TextRange): TextEdit[] | undefined {
  const between = text.slice(previous.end, range.start);
  if (/^\s*,[ \t]*$/.test(between)) {
    return [{ range: { start: previous.end, end: range.end }, newText: '' }];
  }
  // A line break or a comment stands between: take the comma and the item, leave the rest.
  const comma = /^\s*,/.exec(between);
  const rest = between.slice(comma?.[0].length ?? 0);
  if (comma === null || !/^(?:\s|#[^\n]*\n|\/\/[^\n]*\n)*$/.test(rest)) return undefined;
  const commaAt = previous.end + comma[0].length - 1;
  const start = range.start - (/[ \t]*$/.exec(between)?.[0].length ?? 0);
  return [
    { range: { start: commaAt, end: commaAt + 1 }, newText: '' },
    { range: { start, end: range.end }, newText: '' },
  ];
}

function removeBlockItem(text: string, range: TextRange): TextEdit[] | undefined {
  const lineStart = text.lastIndexOf('\n', range.start - 1) + 1;
  if (!/^[ \t]*- +$/.test(text.slice(lineStart, range.start))) return undefined;
  const comment = /^[ \t]+(?=#)/.exec(text.slice(range.end))?.[0];
  if (comment !== undefined) {
    const dash = text.indexOf('-', lineStart);
    return [{ range: { start: dash, end: range.end + comment.length }, newText: '' }];
  }
  const lineEnd = text.indexOf('\n', range.end);
  if (lineEnd >= 0) return [{ range: { start: lineStart, end: lineEnd + 1 }, newText: '' }];
  const breakBefore = text.charAt(lineStart - 2) === '\r' ? 2 : 1;
  return [{ range: { start: lineStart - breakBefore, end: text.length }, newText: '' }];
}
