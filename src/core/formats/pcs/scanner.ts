import * as l10n from '@vscode/l10n';
import type { TextRange } from '../../text/range';

/** A part of a line and its place in the document. */
export interface Token {
  readonly text: string;
  readonly range: TextRange;
}

/** What a line does not say as it should, and where. */
export class PcsError extends Error {
  constructor(
    readonly range: TextRange,
    message: string,
  ) {
    super(message);
  }
}

// Quotes are taken out before a line is read.
const space = /[\s"']*/y;
const word = /[\w\-@.:;\\/?!$%&*+<>]+/y;
const number = /[-+]?(?:\d*\.\d+|\d+)(?:[eE][-+]?\d+)?(?=[\s"',\]]|$)/y;

/** Reads one line from left to right. Words are those of `pp_param_name` in `ConfigSpace/read_and_write/pcs.py`. */
export class Scanner {
  private at = 0;

  /**
   * @param line without its comment.
   * @param offset of the line in the document.
   */
  constructor(
    readonly line: string,
    private readonly offset: number,
  ) {
    this.take(space);
  }

  get atEnd(): boolean {
    return this.at >= this.line.length;
  }

  /** What is left of the line. */
  get rest(): Token {
    const text = this.line.slice(this.at).replace(/[\s"']+$/, '');
    return { text, range: this.range(this.at, this.at + text.length) };
  }

  /** Where the last token ended. */
  get end(): number {
    return this.offset + this.line.slice(0, this.at).replace(/[\s"']+$/, '').length;
  }

  word(): Token | undefined {
    return this.token(word);
  }

  /** @throws PcsError where no word stands. */
  needWord(what: string): Token {
    const found = this.word();
    if (found) return found;
    throw this.error(l10n.t('{0} is missing here.', what));
  }

  /** @throws PcsError where no number stands; `1.` and `inf` are none. */
  needNumber(): Token & { readonly value: number } {
    const found = this.token(number);
    if (found) return { ...found, value: Number(found.text) };
    throw this.error(l10n.t('PCS needs a number here, such as 1, -0.5 or 1e-3.'));
  }

  has(symbol: string): boolean {
    if (!this.line.startsWith(symbol, this.at)) return false;
    this.at += symbol.length;
    this.take(space);
    return true;
  }

  /** @throws PcsError where something else stands. */
  need(symbol: string): void {
    if (!this.has(symbol)) throw this.error(l10n.t('`{0}` is missing here.', symbol));
  }

  /** Whether a sticky pattern stands next. */
  looksAt(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    return pattern.test(this.line);
  }

  token(pattern: RegExp): Token | undefined {
    const start = this.at;
    const text = this.take(pattern);
    if (text === '') return undefined;
    this.take(space);
    return { text, range: this.range(start, start + text.length) };
  }

  /** An error at what stands next, or at the last character of a line that ends too early. */
  error(message: string): PcsError {
    const { text, range } = this.rest;
    if (text !== '') {
      const length = /^[\w\-@.:;\\/?!$%&*+<>]+/.exec(text)?.[0].length ?? 1;
      return new PcsError({ start: range.start, end: range.start + length }, message);
    }
    return new PcsError({ start: Math.max(this.offset, this.end - 1), end: this.end }, message);
  }

  private take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const text = pattern.exec(this.line)?.[0] ?? '';
    this.at += text.length;
    return text;
  }

  private range(start: number, end: number): TextRange {
    return { start: this.offset + start, end: this.offset + end };
  }
}
