import { rules } from './checks/catalogue';
import { withoutIgnored } from './checks/ignore';
import { checks } from './checks/index';
import { leakageFindings } from './checks/leakage/leakageRules';
import { sourceFindings } from './checks/sourceProblems';
import type { Finding, Severity } from './finding';
import { readSpaces } from './formats/readSpaces';
import { finish, type Work } from './numeric/work';
import type { FormatId, SearchSpace } from './space/searchSpace';
import { parseSource } from './text/parse';
import type { SourceLanguage } from './text/source';

/** A text that was recognised, read and checked. Hover, lens, squiggles, panel and CLI all start from this. */
export interface Analysis {
  /** In document order, at least one. */
  readonly spaces: readonly [SearchSpace, ...SearchSpace[]];
  /** Reading problems and check results in document order, ignore comments and severity settings applied. */
  readonly findings: readonly Finding[];
}

export interface AnalysisSettings {
  /** What the text is, whatever its content says. */
  readonly format?: FormatId | undefined;
  /** Severities by code, in place of the rules' own. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>> | undefined;
}

/** Never throws; undefined when the text is not a search space. */
export function analyse(...of: Parameters<typeof analysing>): Analysis | undefined {
  return finish(analysing(...of));
}

/** The same in steps: the parser and the reader in one each, which takes long for a large text, then the checks. */
export function* analysing(
  text: string,
  language: SourceLanguage,
  path?: string,
  { format, severities = {} }: AnalysisSettings = {},
): Work<Analysis | undefined> {
  const document = parseSource(text, language, path);
  yield;
  const [first, ...others] = readSpaces(document, format);
  if (first === undefined) return undefined;
  yield;
  const spaces: Analysis['spaces'] = [first, ...others];
  const found = [...sourceFindings(document), ...leakageFindings(document)];
  for (const space of spaces) {
    found.push(...ofSpace(space, space.findings));
    for (const check of checks) {
      yield;
      found.push(...ofSpace(space, check.run(space, text)));
    }
  }
  yield;
  const heard = withoutIgnored(found, document, new Set(rules.map(({ code }) => code)));
  return { spaces, findings: inOrder(onceEach(withSeverities(heard, new Map(Object.entries(severities))))) };
}

/** Findings marked with the name of the space where it has one. */
function ofSpace({ name: space }: SearchSpace, findings: readonly Finding[]): readonly Finding[] {
  return space === undefined ? findings : findings.map(finding => ({ ...finding, space }));
}

function withSeverities(
  findings: readonly Finding[],
  severities: ReadonlyMap<string, Severity | 'off'>,
): Finding[] {
  return findings.flatMap(finding => {
    const severity = severities.get(finding.code) ?? finding.severity;
    return severity === 'off' ? [] : [{ ...finding, severity }];
  });
}

/** Anchors and repeated documents make one token belong to several parameters; it is reported once. */
function onceEach(findings: readonly Finding[]): Finding[] {
  const byPlace = new Map<string, Finding>();
  for (const finding of findings) {
    const key = `${finding.code} ${finding.range.start} ${finding.range.end}`;
    if (!byPlace.has(key)) byPlace.set(key, finding);
  }
  return [...byPlace.values()];
}

function inOrder(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}
