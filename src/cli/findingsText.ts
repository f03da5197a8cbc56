import * as l10n from '@vscode/l10n';
import type { CheckedFile } from './checkedFile';
import { print, tell } from './output';

/** One line a finding, `file:line:column: severity: message [code]`, counted from one, and what can be done about it. */
export function printFindings({ file, format, findings }: CheckedFile): void {
  if (format === null) tell(l10n.t('{0} is not a search space; nothing to check.', file));
  for (const { range, severity, message, code, fixes } of findings) {
    const { line, character } = range.start;
    print(`${file}:${line + 1}:${character + 1}: ${severity}: ${message} [${code}]`);
    for (const { title } of fixes) print(`  ${l10n.t('Fix: {0}', title)}`);
  }
}
