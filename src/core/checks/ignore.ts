import * as l10n from '@vscode/l10n';
import { finding, type Finding, type Rule } from '../finding';
import { LineIndex } from '../text/lineIndex';
import type { TextRange } from '../text/range';
import type { SourceDocument, SourceNode } from '../text/source';

export const unknownIgnore: Rule = {
  code: 'unknown-ignore',
  severity: 'information',
  get title() {
    return l10n.t('Ignore comment for a check that does not exist');
  },
};

/** `# tuning-lens: ignore linear-decades, grid-size`, in JSON with `//`. */
const comment =
  /(^|\s)(?:#|\/\/)[ \t]*tuning-lens:[ \t]*(ignore-file|ignore)(?![\w-])[ \t:]*([\w-]+(?:[ \t]*,[ \t]*[\w-]+)*)?/gm;

interface IgnoreComment {
  /** Undefined for the whole file. */
  readonly line: number | undefined;
  /** Undefined for every check. */
  readonly codes: ReadonlySet<string> | undefined;
}

/**
 * Findings without those that a comment silences: on the comment's own line, or on the next line with content when
 * the comment stands alone, or anywhere for `ignore-file`; of the listed codes, or of all when none is listed.
 * Adds a finding for every listed code that is not in `known`.
 */
export function withoutIgnored(
  findings: readonly Finding[],
  document: SourceDocument,
  known: ReadonlySet<string>,
): Finding[] {
  const { text } = document;
  if (!text.includes('tuning-lens:')) return [...findings];
  const lines = new LineIndex(text);
  const scalars = document.roots.flatMap(scalarRanges);
  const comments: IgnoreComment[] = [];
  const unknown: Finding[] = [];
  for (const match of text.matchAll(comment)) {
    const start = match.index + (match[1]?.length ?? 0);
    if (scalars.some(range => range.start < start && start < range.end)) continue;
    const codes = listedCodes(match);
    unknown.push(...codes.filter(({ code }) => !known.has(code)).map(unknownCode));
    comments.push({
      line: match[2] === 'ignore-file' ? undefined : silencedLine(text, lines, start),
      codes: codes.length === 0 ? undefined : new Set(codes.map(({ code }) => code)),
    });
  }
  const isSilenced = ({ code, range }: Finding): boolean => {
    const { line } = lines.positionAt(range.start);
    return comments.some(
      silenced =>
        (silenced.line === undefined || silenced.line === line) && (silenced.codes?.has(code) ?? true),
    );
  };
  return [...findings.filter(item => !isSilenced(item)), ...unknown];
}

interface ListedCode {
  readonly code: string;
  readonly range: TextRange;
}

function listedCodes(match: RegExpExecArray): ListedCode[] {
  const list = match[3] ?? '';
  const listStart = match.index + match[0].length - list.length;
  return [...list.matchAll(/[\w-]+/g)].map(({ 0: code, index }) => ({
    code,
    range: { start: listStart + index, end: listStart + index + code.length },
  }));
}

function silencedLine(text: string, lines: LineIndex, start: number): number {
  const { line, character } = lines.positionAt(start);
  if (text.slice(start - character, start).trim() !== '') return line;
  const following = /^[^\n]*\n(?:[ \t\r]*(?:(?:#|\/\/)[^\n]*)?\n)*/.exec(text.slice(start))?.[0];
  return lines.positionAt(start + (following?.length ?? 0)).line;
}

function unknownCode({ code, range }: ListedCode): Finding {
  return finding(
    unknownIgnore,
    range,
    l10n.t('There is no check `{0}`, so this comment silences nothing; see the list of checks.', code),
  );
}

function scalarRanges(node: SourceNode): TextRange[] {
  switch (node.kind) {
    case 'scalar':
      return [node.range];
    case 'list':
      return node.items.flatMap(scalarRanges);
    case 'map':
      return node.entries.flatMap(({ key, value }) => [key.range, ...scalarRanges(value)]);
  }
}
