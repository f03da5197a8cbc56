/** A half-open span `[start, end)` of UTF-16 offsets into a document's text. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Replaces the text in `range` by `newText`. An empty range inserts. */
export interface TextEdit {
  readonly range: TextRange;
  readonly newText: string;
}

export function contains(range: TextRange, offset: number): boolean {
  return offset >= range.start && offset <= range.end;
}

/** Applies non-overlapping edits, given in any order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const fromTheEnd = [...edits].sort((a, b) => b.range.start - a.range.start);
  return fromTheEnd.reduce(
    (result, { range, newText }) => result.slice(0, range.start) + newText + result.slice(range.end),
    text,
  );
}
