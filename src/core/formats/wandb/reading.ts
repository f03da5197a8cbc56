import { finding, type Finding, type Fix, type Rule } from '../../finding';
import type { TextEdit, TextRange } from '../../text/range';
import type { SourceDocument } from '../../text/source';

/** How messages call the tool. */
export const tool = 'W&B';

/** One pass over a sweep: the text being read and what was found wrong with it so far. */
export class Reading {
  readonly findings: Finding[] = [];

  constructor(readonly document: SourceDocument) {}

  report(
    rule: Rule,
    range: TextRange,
    message: string,
    more: { parameter?: string | undefined; fixes?: readonly (Fix | undefined)[] } = {},
  ): void {
    const fixes = (more.fixes ?? []).filter(fix => fix !== undefined);
    this.findings.push(finding(rule, range, message, { parameter: more.parameter, fixes }));
  }

  /** A scalar in the document's own syntax. */
  word(text: string): string {
    return this.document.language === 'yaml' ? text : `"${text}"`;
  }
}

/** A fix, when its edits could be made. `safe` is whether it may be applied unseen. */
export function fix(
  title: string,
  edits: TextEdit | readonly (TextEdit | undefined)[] | undefined,
  safe: boolean,
): Fix | undefined {
  const all = edits === undefined ? [] : 'newText' in edits ? [edits] : edits;
  const made = all.filter(edit => edit !== undefined);
  return made.length === 0 || made.length < all.length ? undefined : { title, edits: made, safe };
}

/** `a`, `b` and `c`, for messages. */
export function listed(words: readonly string[]): string {
  return words.map(word => `\`${word}\``).join(', ');
}
