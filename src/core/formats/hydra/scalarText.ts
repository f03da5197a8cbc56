import type { TextEdit, TextRange } from '../../text/range';
import type { ScalarNode } from '../../text/source';

/** The text of a scalar and where its characters stand in the document. */
export interface ScalarText {
  readonly text: string;
  readonly range: TextRange;
  /** A range of the text in the document; undefined where folding or escapes leave no plain place for it. */
  place(range: TextRange): TextRange | undefined;
  /** Edits of the text as edits of the document. */
  edits(edits: readonly TextEdit[]): TextEdit[] | undefined;
}

export function scalarText(document: string, node: ScalarNode): ScalarText {
  const { text, range } = node;
  const offsets = offsetsOf(document, node);
  const place = ({ start, end }: TextRange): TextRange | undefined => {
    const from = offsets?.[start];
    const last = end > start ? offsets?.[end - 1] : from;
    if (from === undefined || last === undefined) return undefined;
    return { start: from, end: end > start ? last + 1 : from };
  };
  const edits = (all: readonly TextEdit[]): TextEdit[] | undefined => {
    const placed = all.map(edit => {
      const at = place(edit.range);
      return at && !/["'\\\n]/.test(edit.newText) ? { range: at, newText: edit.newText } : undefined;
    });
    return placed.every(edit => edit !== undefined) ? placed : undefined;
  };
  return { text, range, place, edits };
}

/** The offset of every character of the text and of its end. */
function offsetsOf(document: string, { text, range, style }: ScalarNode): number[] | undefined {
  const source = document.slice(range.start, range.end);
  const quote = style === 'quoted' ? source.charAt(0) : '';
  if (source === text) return Array.from({ length: text.length + 1 }, (_, i) => range.start + i);
  if ((quote !== '"' && quote !== "'") || source.includes('\n')) return undefined;
  const offsets: number[] = [];
  let read = '';
  let at = 1;
  for (; at < source.length - 1; at++) {
    offsets.push(range.start + at);
    const escaped = quote === "'" ? source.startsWith("''", at) : source.charAt(at) === '\\';
    if (escaped) at++;
    read += source.charAt(at);
  }
  offsets.push(range.start + at);
  return read === text ? offsets : undefined;
}
