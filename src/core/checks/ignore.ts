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

const marker = 'tuning-lens:';

/** `# tuning-lens: ignore linear-decades, grid-size`, in JSON with `//`. */
const comment =
  /(^|\s)(?:#|\/\/)[ \t]*tuning-lens:[ \t]*(ignore-file|ignore)(?![\w-])[ \t:]*([\w-]+(?:[ \t]*,[ \t]*[\w-]+)*)?/gm;

/** Undefined silences every check. */
type Silenced = ReadonlySet<string> | undefined;

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
  if (!text.includes(marker)) return [...findings];
  const lines = new LineIndex(text);
  const content = contentLines(text);
  const values = document.roots.flatMap(valuesWithMarker);
  const everywhere: Silenced[] = [];
  const byLine = new Map<number, Silenced[]>();
  const unknown: Finding[] = [];
  for (const match of text.matchAll(comment)) {
    const start = match.index + (match[1]?.length ?? 0);
    if (values.some(range => range.start < start && start < range.end)) continue;
    const codes = listedCodes(match);
    unknown.push(...codes.filter(({ code }) => !known.has(code)).map(unknownCode));
    const silenced = codes.length === 0 ? undefined : new Set(codes.map(({ code }) => code));
    const { line, character } = lines.positionAt(start);
    const isAlone = text.slice(start - character, start).trim() === '';
    const target = isAlone ? (content[line] ?? line) : line;
    if (match[2] === 'ignore-file') everywhere.push(silenced);
    else byLine.set(target, [...(byLine.get(target) ?? []), silenced]);
  }
  const isSilenced = ({ code, range }: Finding): boolean =>
    [...everywhere, ...(byLine.get(lines.positionAt(range.start).line) ?? [])].some(
      silenced => silenced?.has(code) ?? true,
    );
  return [...findings.filter(item => !isSilenced(item)), ...unknown];
}

/** For each line the first one from it on that holds more than a comment. */
function contentLines(text: string): number[] {
  const lines = text.split(/\r\n|\n|\r/);
  const result: number[] = [];
  for (let line = lines.length - 1; line >= 0; line--) {
    const isEmpty = /^\s*(?:#|\/\/|$)/.test(lines[line] ?? '');
    result[line] = isEmpty ? (result[line + 1] ?? line) : line;
  }
  return result;
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

function unknownCode({ code, range }: ListedCode): Finding {
  return finding(
    unknownIgnore,
    range,
    l10n.t('There is no check `{0}`, so this comment silences nothing; see the list of checks.', code),
  );
}

function valuesWithMarker(node: SourceNode): TextRange[] {
  switch (node.kind) {
    case 'scalar':
      return node.text.includes(marker) ? [node.range] : [];
    case 'list':
      return node.items.flatMap(valuesWithMarker);
    case 'map':
      return node.entries.flatMap(({ key, value }) => [...valuesWithMarker(key), ...valuesWithMarker(value)]);
  }
}
