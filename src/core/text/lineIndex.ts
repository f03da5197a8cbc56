export interface Position {
  /** Zero-based. */
  readonly line: number;
  /** Zero-based, in UTF-16 code units. */
  readonly character: number;
}

/** Converts between offsets and positions of one text. Lines end at LF, CRLF or a lone CR, as in an editor. */
export class LineIndex {
  private readonly starts: number[] = [0];

  constructor(private readonly text: string) {
    for (const match of text.matchAll(/\r\n|\n|\r/g)) this.starts.push(match.index + match[0].length);
  }

  /** Offsets outside the text are moved to its nearest end, offsets within a line break to the line's end. */
  positionAt(offset: number): Position {
    const inside = Math.min(this.text.length, Math.max(0, offset));
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.startOf(middle) <= inside) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: Math.min(inside, this.endOf(low)) - this.startOf(low) };
  }

  /** Positions outside the text are moved to its nearest place. */
  offsetAt({ line, character }: Position): number {
    if (line < 0) return 0;
    if (line >= this.starts.length) return this.text.length;
    return Math.min(this.startOf(line) + Math.max(0, character), this.endOf(line));
  }

  private startOf(line: number): number {
    return this.starts[line] ?? this.text.length;
  }

  private endOf(line: number): number {
    const next = this.starts[line + 1];
    if (next === undefined) return this.text.length;
    return next - (this.text.startsWith('\r\n', next - 2) ? 2 : 1);
  }
}
