import * as l10n from '@vscode/l10n';
import { rules } from '../checks/catalogue';
import type { Check } from '../checks/check';
import { checks } from '../checks/index';
import type { Finding, Severity } from '../finding';
import type { CheckResult, CheckStatus } from '../report/report';
import { formatNumber } from '../text/formatNumber';
import type { DemoInput } from './demo';

/** Everything that was found in the space, in the order of the file, then what became of every other check. */
export function explainChecks(input: DemoInput): CheckResult[] {
  const findings = findingsOn(input);
  const titles = new Map(rules.map(({ code, title }) => [code, title]));
  const found = findings.map(({ code, severity, message, parameter }): CheckResult => ({
    name: titles.get(code) ?? code,
    status: statusOf(severity),
    message,
    parameter,
  }));
  const codes = new Set(findings.map(({ code }) => code));
  return [
    ...found,
    ...checks.filter(({ code }) => !codes.has(code)).map(check => withoutFinding(check, input)),
  ];
}

/** Those of the other spaces in the document left out. */
function findingsOn({ space, document }: DemoInput): readonly Finding[] {
  if (document === undefined) return [...space.findings, ...checks.flatMap(check => check.run(space, ''))];
  return document.findings.filter(finding => finding.space === undefined || finding.space === space.name);
}

function withoutFinding(check: Check, { space, document }: DemoInput): CheckResult {
  const name = check.title;
  const reason = check.notApplicable?.(space);
  if (reason !== undefined) return { name, status: 'NOT_APPLICABLE', message: reason };
  const silenced = document === undefined ? 0 : check.run(space, document.text).length;
  if (silenced === 0) return { name, status: 'PASS', message: l10n.t('Nothing found.') };
  const message =
    silenced === 1
      ? l10n.t('A comment or a setting keeps 1 finding quiet.')
      : l10n.t('A comment or a setting keeps {0} findings quiet.', formatNumber(silenced));
  return { name, status: 'NOT_APPLICABLE', message };
}

function statusOf(severity: Severity): CheckStatus {
  switch (severity) {
    case 'error':
      return 'FAIL';
    case 'warning':
      return 'WARN';
    case 'information':
    case 'hint':
      return 'INFO';
  }
}
