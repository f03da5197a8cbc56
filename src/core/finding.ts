import type { TextEdit, TextRange } from './text/range';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A kind of finding: its stable code, its title in the catalogue and how severe it is unless the user says otherwise. */
export interface Rule {
  /** Kebab case, never reused: `linear-decades`. */
  readonly code: string;
  readonly severity: Severity;
  /** A few words for tables: "Linear scale over decades". */
  readonly title: string;
}

/** Something seen in a file. The same object becomes a squiggle, a hover line, a quick fix, a CLI line and a SARIF result. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  /** One sentence: what was seen with its number, why it matters, what to do. Plain text. */
  readonly message: string;
  readonly range: TextRange;
  /** The name of the parameter it is about. */
  readonly parameter?: string | undefined;
  /** The name of the space it is about, where the document holds several. */
  readonly space?: string | undefined;
  readonly related?: readonly RelatedRange[] | undefined;
  /** The first is the preferred one. */
  readonly fixes: readonly Fix[];
}

export interface RelatedRange {
  readonly message: string;
  readonly range: TextRange;
}

export interface Fix {
  /** Imperative and specific: "Use log_uniform_values". */
  readonly title: string;
  readonly edits: readonly TextEdit[];
  /** True when applying it without looking is right, so that "fix all" may. */
  readonly safe: boolean;
}

/** A finding of `rule` at `range`. */
export function finding(
  rule: Rule,
  range: TextRange,
  message: string,
  more: Partial<Pick<Finding, 'severity' | 'parameter' | 'related' | 'fixes'>> = {},
): Finding {
  return { code: rule.code, severity: rule.severity, message, range, fixes: [], ...more };
}
