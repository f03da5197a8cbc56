import * as l10n from '@vscode/l10n';
import { checkedFile, type CheckedFile } from '../checkedFile';
import { oneOf, parseOptions } from '../options';
import { printJson, tell } from '../output';
import { readFiles } from '../readSpace';
import { printFindings } from '../findingsText';
import { sarifLog } from '../sarif';
import { UsageError } from '../usageError';

/** 0 when no finding is an error, 1 when one is, 2 when a file cannot be read. */
export function check(args: readonly string[]): number {
  const { values, positionals } = parseOptions(args, { format: { type: 'string', default: 'text' } });
  const format = oneOf('--format', values.format, ['text', 'json', 'sarif']);
  if (positionals.length === 0) throw new UsageError(l10n.t('Name at least one file to check.'));

  const checked: CheckedFile[] = [];
  let unreadable = false;
  for (const file of positionals) {
    try {
      for (const read of readFiles(file)) {
        const result = checkedFile(read);
        checked.push(result);
        if (format === 'text') printFindings(result);
      }
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      unreadable = true;
      tell(error.message);
    }
  }
  if (format === 'json') printJson(checked);
  if (format === 'sarif') printJson(sarifLog(checked));
  if (unreadable) return 2;
  return checked.some(({ findings }) => findings.some(({ severity }) => severity === 'error')) ? 1 : 0;
}
