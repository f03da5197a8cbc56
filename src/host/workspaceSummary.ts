import * as vscode from 'vscode';
import type { WorkspaceFindings } from './workspaceCheck';

/** "12 search spaces in 9,400 files, 7 problems in 3 of them". */
export function workspaceSummary(found: WorkspaceFindings, stopped: boolean): string {
  const { files, spaces, problems, filesWithProblems } = found;
  const where = files === 1 ? vscode.l10n.t('1 file') : vscode.l10n.t('{0} files', files.toLocaleString());
  const seen =
    spaces === 1
      ? vscode.l10n.t('1 search space in {0}', where)
      : vscode.l10n.t('{0} search spaces in {1}', spaces.toLocaleString(), where);
  const all = `${seen}, ${problemText(problems, filesWithProblems)}`;
  return stopped ? vscode.l10n.t('Stopped early: {0}.', all) : `${all}.`;
}

function problemText(problems: number, files: number): string {
  if (problems === 0) return vscode.l10n.t('no problems');
  if (problems === 1) return vscode.l10n.t('1 problem');
  return files === 1
    ? vscode.l10n.t('{0} problems in 1', problems.toLocaleString())
    : vscode.l10n.t('{0} problems in {1}', problems.toLocaleString(), files.toLocaleString());
}
