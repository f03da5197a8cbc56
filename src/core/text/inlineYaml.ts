import type { MapEntry, ScalarNode, SourceNode } from './source';

/** Without escapes; ASCII only, so that no white space of another kind is in it. */
const quoted = /"[ !#-[\]-~]*"|'[ -&(-~]*'/y;

/** From a first character that means nothing to YAML up to a comment, a colon that ends a key, or the line's end. */
const plain = /(?:[\w.+/~($]|-[\w.])(?:[!-9;-~]+|:(?=[!-~])| +(?=[!"$-9;-~]|:[!-~]))*/y;

/** The same between brackets, where it ends at commas and brackets as well. */
const plainInFlow =
  /(?:[\w.+/~($]|-[\w.])(?:[-!-+.-9;-Z\\^-z|~]+|:(?=[-!-+.-Z\\^-z|~])| +(?=[-!"$-+.-9;-Z\\^-z|~]|:[-!-+.-Z\\^-z|~]))*/y;

const spaces = / */y;

/** Implicit keys may have 1,024 characters. */
const longestKey = 1000;

const deepestFlow = 8;

/** The offset of what comes after blanks. */
export function skipSpaces(text: string, at: number): number {
  spaces.lastIndex = at;
  spaces.test(text);
  return spaces.lastIndex;
}

/** A key of a block mapping: followed by a colon and white space. */
export function inlineKey(text: string, at: number): ScalarNode | undefined {
  const key = scalar(text, at, plain);
  return key && isKey(text, key) && /[ \r\n]|^$/.test(text.charAt(key.range.end + 1)) ? key : undefined;
}

/** The scalar or flow collection that starts at an offset, where it is of the simple kind that ends on its line. */
export function inlineValue(text: string, at: number): SourceNode | undefined {
  return text[at] === '[' || text[at] === '{' ? collection(text, at, 0) : scalar(text, at, plain);
}

function scalar(text: string, start: number, pattern: RegExp): ScalarNode | undefined {
  const isQuoted = text[start] === '"' || text[start] === "'";
  const shape = isQuoted ? quoted : pattern;
  shape.lastIndex = start;
  if (!shape.test(text)) return undefined;
  const range = { start, end: shape.lastIndex };
  return isQuoted
    ? { kind: 'scalar', text: text.slice(start + 1, range.end - 1), style: 'quoted', range }
    : { kind: 'scalar', text: text.slice(start, range.end), style: 'plain', range };
}

function isKey(text: string, { range: { start, end } }: ScalarNode): boolean {
  return text[end] === ':' && end - start < longestKey;
}

function collection(text: string, start: number, depth: number): SourceNode | undefined {
  if (depth > deepestFlow) return undefined;
  const isMap = text[start] === '{';
  const items: SourceNode[] = [];
  const entries: MapEntry[] = [];
  let at = skipSpaces(text, start + 1);
  while (text[at] !== (isMap ? '}' : ']')) {
    const key = isMap ? scalar(text, at, plainInFlow) : undefined;
    if (isMap && !(key && isKey(text, key) && text[key.range.end + 1] === ' ')) return undefined;
    const valueAt = key ? skipSpaces(text, key.range.end + 1) : at;
    const isNested = text[valueAt] === '[' || text[valueAt] === '{';
    const value = isNested ? collection(text, valueAt, depth + 1) : scalar(text, valueAt, plainInFlow);
    if (!value) return undefined;
    if (key) entries.push({ key, value, range: { start: key.range.start, end: value.range.end } });
    else items.push(value);
    at = skipSpaces(text, value.range.end);
    if (text[at] === ',') at = skipSpaces(text, at + 1);
    else if (text[at] !== (isMap ? '}' : ']')) return undefined;
  }
  const range = { start, end: at + 1 };
  if (!isMap) return { kind: 'list', items, range };
  return repeatsKey(entries) ? undefined : { kind: 'map', entries, range };
}

export function repeatsKey(entries: readonly MapEntry[]): boolean {
  return new Set(entries.map(({ key }) => key.text)).size < entries.length;
}
