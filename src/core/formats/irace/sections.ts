import type { TextRange } from '../../text/range';

/** The lines of each part of a parameter file, without comments, blank lines and white space around them. */
export interface Sections {
  readonly parameters: readonly TextRange[];
  readonly forbidden: readonly TextRange[];
  readonly global: readonly TextRange[];
}

/** `readParameters.R`: `#` starts a comment even between quotes, and `[forbidden]` and `[global]` open their parts. */
export function sectionsOf(text: string): Sections {
  const sections = { parameters: [], forbidden: [], global: [] } as Record<keyof Sections, TextRange[]>;
  let section: keyof Sections = 'parameters';
  for (const line of linesOf(text)) {
    const written = text.slice(line.start, line.end);
    if (/^\[forbidden\]/.test(written)) section = 'forbidden';
    else if (/^\[global\]/.test(written)) section = 'global';
    else sections[section].push(line);
  }
  return sections;
}

function linesOf(text: string): TextRange[] {
  const lines: TextRange[] = [];
  for (let at = 0; at <= text.length;) {
    const lineBreak = text.indexOf('\n', at);
    const lineEnd = lineBreak < 0 ? text.length : lineBreak;
    const comment = text.indexOf('#', at);
    const end = comment >= 0 && comment < lineEnd ? comment : lineEnd;
    const line = trimmed(text, { start: at, end });
    if (line.start < line.end) lines.push(line);
    at = lineEnd + 1;
  }
  return lines;
}

/** A stretch without the white space around it. */
export function trimmed(text: string, { start, end }: TextRange): TextRange {
  const written = text.slice(start, end);
  const from = start + (written.length - written.trimStart().length);
  return { start: from, end: Math.max(from, end - (written.length - written.trimEnd().length)) };
}
