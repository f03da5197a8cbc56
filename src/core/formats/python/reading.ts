import { finding, type Finding, type Fix, type RelatedRange, type Rule, type Severity } from '../../finding';
import type { TextRange } from '../../text/range';
import { shorten } from '../../text/shorten';

interface More {
  readonly parameter?: string | undefined;
  readonly severity?: Severity | undefined;
  readonly related?: readonly RelatedRange[] | undefined;
  readonly fixes?: readonly (Fix | undefined)[] | undefined;
}

/** Of an expression over many lines no more is looked at to show its beginning. */
const mostSeen = 300;

/** One pass over a space in a Python file: the text, and what was found wrong with it so far. */
export class Reading {
  readonly findings: Finding[] = [];

  /** @param tool as messages call it: "Ray Tune". */
  constructor(
    readonly text: string,
    readonly tool: string,
  ) {}

  report(rule: Rule, range: TextRange, message: string, more: More = {}): undefined {
    const { parameter, related, severity = rule.severity } = more;
    const fixes = (more.fixes ?? []).filter(fix => fix !== undefined);
    this.findings.push(finding(rule, range, message, { parameter, related, severity, fixes }));
  }

  /** What is written at a range, on one line and short enough for a sentence. */
  source({ start, end }: TextRange): string {
    const seen = Math.min(end, start + mostSeen);
    return shorten(this.text.slice(start, seen).replace(/\s+/g, ' ') + (seen < end ? '…' : ''), 60);
  }
}

/** A fix that replaces what stands at `range`. */
export function replacement(title: string, range: TextRange, newText: string, safe: boolean): Fix {
  return { title, edits: [{ range, newText }], safe };
}
