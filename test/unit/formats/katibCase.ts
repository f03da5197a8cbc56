import type { Parts } from './katibText';

/** A fault and how it is put right. */
export interface Case {
  readonly code: string;
  readonly what: string;
  readonly wrong: Parts;
  readonly right?: Parts;
  /** The text the finding stands on. */
  readonly at: string;
  /** What the text at the finding becomes when its first fix is applied. */
  readonly fixed?: string;
}
