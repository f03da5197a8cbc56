import type { TextEdit, TextRange } from '../text/range';
import type { MapEntry, MapNode, SourceDocument, SourceNode } from '../text/source';

/** Adds `key: value` to a mapping, in its own style. Undefined where the text leaves no plain place for it. */
export function addEntry(
  document: SourceDocument,
  map: MapNode,
  key: string,
  value: string,
): TextEdit | undefined {
  const { text } = document;
  const entries = ownEntries(text, map);
  const added = document.language === 'yaml' ? `${key}: ${value}` : `"${key}": "${value}"`;
  if (text.charAt(map.range.start) === '{') {
    const last = entries.at(-1);
    const at = last ? last.range.end : map.range.start + 1;
    return insert(at, last ? `, ${added}` : added);
  }
  const [first] = entries;
  if (first === undefined) return undefined;
  const before = text.slice(lineStart(text, first.range.start), first.range.start);
  if (!/^[ ]*(?:- +)*$/.test(before)) return undefined;
  return insert(first.range.start, `${added}${lineBreak(text)}${before.replaceAll('-', ' ')}`);
}

/** Removes an entry with its line or its comma. Undefined where a comment would go with it. */
export function removeEntry(text: string, map: MapNode, entry: MapEntry): TextEdit | undefined {
  const entries = ownEntries(text, map);
  const index = entries.indexOf(entry);
  const [previous, next] = [entries[index - 1], entries[index + 1]];
  if (index < 0 || entries.length === 1) return undefined;
  if (text.charAt(map.range.start) === '{') {
    const range = next
      ? { start: entry.range.start, end: next.range.start }
      : { start: previous?.range.end ?? entry.range.start, end: entry.range.end };
    return /[#\n]|\/\//.test(between(text, range, entry.range)) ? undefined : { range, newText: '' };
  }
  const start = lineStart(text, entry.range.start);
  const lineEnd = text.indexOf('\n', entry.range.end);
  const end = lineEnd < 0 ? text.length : lineEnd + 1;
  if (!/^ *$/.test(text.slice(start, entry.range.start))) return undefined;
  if (text.slice(entry.range.end, end).trim() !== '') return undefined;
  return { range: { start, end }, newText: '' };
}

/** Puts a value under a key of its own: `x: 3` becomes `x: {value: 3}`, a block moves one level in. */
export function wrapInKey(document: SourceDocument, node: SourceNode, key: string): TextEdit[] | undefined {
  const { text, language } = document;
  const { start, end } = node.range;
  const written = text.slice(start, end);
  if (written === '' || written.startsWith('*')) return undefined;
  const isBlock = node.kind !== 'scalar' && !/^[[{]/.test(written);
  if (isBlock) return wrapBlock(text, node, key);
  if (node.kind === 'scalar' && node.style === 'plain' && language === 'yaml' && /[,[\]{}\n]/.test(written)) {
    return undefined;
  }
  const opening = language === 'yaml' ? `{${key}: ` : `{"${key}": `;
  return [insert(start, opening), insert(end, '}')];
}

function wrapBlock(text: string, node: SourceNode, key: string): TextEdit[] | undefined {
  const { start, end } = node.range;
  const indent = text.slice(lineStart(text, start), start);
  if (!/^ +$/.test(indent)) return undefined;
  const edits = [insert(start, `${key}:${lineBreak(text)}${indent}  `)];
  for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) {
    if (/^[ ]*[^\s]/.test(text.slice(at + 1, end))) edits.push(insert(at + 1, '  '));
  }
  return edits;
}

/** Those written in the mapping itself, not brought in by a merge key or an alias. */
function ownEntries(text: string, { range, entries }: MapNode): readonly MapEntry[] {
  if (text.charAt(range.start) === '*') return [];
  return entries.filter(entry => range.start <= entry.range.start && entry.range.end <= range.end);
}

function between(text: string, outer: TextRange, inner: TextRange): string {
  return text.slice(outer.start, inner.start) + text.slice(inner.end, outer.end);
}

function insert(at: number, newText: string): TextEdit {
  return { range: { start: at, end: at }, newText };
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

function lineBreak(text: string): string {
  return /^[^\n]*\r\n/.test(text) ? '\r\n' : '\n';
}
