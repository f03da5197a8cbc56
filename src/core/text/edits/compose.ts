import type { TextEdit } from '../range';

/** A stretch of the original text that is kept, or text that is new. */
type Piece = { readonly start: number; readonly end: number } | { readonly text: string };

/** The edits of a text of `length` that do what `first` and then `second`, on the result of the first, do. */
export function composeEdits(
  length: number,
  first: readonly TextEdit[],
  second: readonly TextEdit[],
): TextEdit[] {
  return toEdits(replaced(replaced([{ start: 0, end: length }], first), second), length);
}

function replaced(pieces: readonly Piece[], edits: readonly TextEdit[]): Piece[] {
  const ordered = [...edits].sort((a, b) => a.range.start - b.range.start);
  const total = pieces.reduce((sum, piece) => sum + sizeOf(piece), 0);
  const result: Piece[] = [];
  let at = 0;
  for (const { range, newText } of ordered) {
    result.push(...slice(pieces, at, range.start), { text: newText });
    at = range.end;
  }
  return [...result, ...slice(pieces, at, total)];
}

function slice(pieces: readonly Piece[], from: number, to: number): Piece[] {
  let offset = 0;
  return pieces.flatMap((piece): Piece[] => {
    const start = Math.max(0, from - offset);
    const end = Math.min(sizeOf(piece), to - offset);
    offset += sizeOf(piece);
    if (start >= end) return [];
    return 'text' in piece
      ? [{ text: piece.text.slice(start, end) }]
      : [{ start: piece.start + start, end: piece.start + end }];
  });
}

function toEdits(pieces: readonly Piece[], length: number): TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  let pending = '';
  for (const piece of [...pieces, { start: length, end: length }]) {
    if ('text' in piece) {
      pending += piece.text;
      continue;
    }
    if (pending !== '' || piece.start > at) {
      edits.push({ range: { start: at, end: piece.start }, newText: pending });
    }
    pending = '';
    at = piece.end;
  }
  return edits;
}

function sizeOf(piece: Piece): number {
  return 'text' in piece ? piece.text.length : piece.end - piece.start;
}
