import { rules } from './checks/catalogue';
import { withoutIgnored } from './checks/ignore';
import { checks } from './checks/index';
import { leakageFindings } from './checks/leakage/leakageRules';
import { sourceFindings } from './checks/sourceProblems';
import type { Finding, Severity } from './finding';
import { recognise } from './formats/index';
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
export function analyse(
  text: string,
  language: SourceLanguage,
  path?: string,
  { format: forced, severities = {} }: AnalysisSettings = {},
): Analysis | undefined {
  const document = parseSource(text, language, path);
  const format = recognise(document, forced);
  if (format === undefined) return undefined;
  const [first, ...others] = format.read(document);
  if (first === undefined) return undefined;
  const spaces: Analysis['spaces'] = [first, ...others];
  const all = [
    ...sourceFindings(document),
    ...leakageFindings(document),
    ...spaces.flatMap(space => findingsOn(space, text)),
  ];
  const heard = withoutIgnored(all, document, new Set(rules.map(({ code }) => code)));
  return { spaces, findings: inOrder(onceEach(withSeverities(heard, new Map(Object.entries(severities))))) };
}

/** What its reader and the checks find, marked with the name of the space where it has one. */
function findingsOn(space: SearchSpace, text: string): readonly Finding[] {
  const found = [...space.findings, ...checks.flatMap(check => check.run(space, text))];
  return space.name === undefined ? found : found.map(finding => ({ ...finding, space: space.name }));
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
