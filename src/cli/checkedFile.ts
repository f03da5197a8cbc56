import type { Finding, Fix, Severity } from '../core/finding';
import type { SearchSpace } from '../core/space/searchSpace';
import { LineIndex, type Position } from '../core/text/lineIndex';
import type { TextRange } from '../core/text/range';
import type { ReadFile } from './readSpace';

/** Zero-based, in UTF-16 code units, as in the Language Server Protocol. */
export interface PositionRange {
  readonly start: Position;
  readonly end: Position;
}

/** What `check --format json` prints for each file. */
export interface CheckedFile {
  readonly file: string;
  /** Null for what is not a search space. */
  readonly format: string | null;
  readonly parameters: readonly { readonly name: string; readonly kind: string }[];
  readonly findings: readonly CheckedFinding[];
}

export interface CheckedFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: PositionRange;
  readonly parameter?: string | undefined;
  readonly related: readonly { readonly message: string; readonly range: PositionRange }[];
  readonly fixes: readonly {
    readonly title: string;
    /** Whether it is right to apply it without looking. */
    readonly safe: boolean;
    readonly edits: readonly { readonly range: PositionRange; readonly newText: string }[];
  }[];
}

/** The findings of a file with lines and characters in place of offsets. */
export function checkedFile({ file, text, analysis }: ReadFile): CheckedFile {
  if (!analysis) return { file, format: null, parameters: [], findings: [] };
  const lines = new LineIndex(text);
  const range = ({ start, end }: TextRange): PositionRange => ({
    start: lines.positionAt(start),
    end: lines.positionAt(end),
  });
  return {
    file,
    format: analysis.spaces[0].format,
    parameters: analysis.spaces.flatMap(kinds),
    findings: analysis.findings.map(finding => checkedFinding(finding, range)),
  };
}

/** The kind of what is drawn, or of what was declared where nothing can be drawn. */
function kinds({ parameters }: SearchSpace): CheckedFile['parameters'] {
  return parameters.map(({ name, domain, declared }) => ({ name, kind: domain?.kind ?? declared.type }));
}

function checkedFinding(finding: Finding, range: (offsets: TextRange) => PositionRange): CheckedFinding {
  const { code, severity, message, parameter, related = [], fixes } = finding;
  return {
    code,
    severity,
    message,
    range: range(finding.range),
    parameter,
    related: related.map(place => ({ message: place.message, range: range(place.range) })),
    fixes: fixes.map(({ title, safe, edits }: Fix) => ({
      title,
      safe,
      edits: edits.map(edit => ({ range: range(edit.range), newText: edit.newText })),
    })),
  };
}
