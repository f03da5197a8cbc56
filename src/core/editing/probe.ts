import type { TextRange } from '../text/range';
import type { SourceDocument } from '../text/source';

/** What is already there of the word being written. */
export interface Written {
  /** Of the text: what is replaced. An opening quote stays before it, a closing one is part of it. */
  readonly range: TextRange;
  readonly quote: '' | '"' | "'";
  /** Whether a colon follows: the key is being changed, not added. */
  readonly keyed: boolean;
  /** How far right of its line's indentation the word starts: behind the dash of a list. */
  readonly inset: number;
}

/** A text with the marker in place of the word at the caret. */
export interface Probe {
  readonly document: SourceDocument;
  readonly written: Written;
}

/** Stands for the word at the caret. Nobody writes it. */
export const marker = 'tuningLensCaret';
