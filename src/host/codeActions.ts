import * as vscode from 'vscode';
import type { Finding } from '../core/finding';
import { diagnosticSource } from './diagnostics';
import { selector } from './documents';
import { fixAllEdits } from './fixAllEdits';
import { toRange, toWorkspaceEdit } from './ranges';
import type { SearchSpaces } from './searchSpaces';

const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('tuningLens');

/** Quick fixes for findings, and "fix all" as a source action that can run on save. */
export function registerCodeActions(spaces: SearchSpaces): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider(selector, new FindingFixes(spaces), {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, fixAllKind],
  });
}

class FindingFixes implements vscode.CodeActionProvider {
  constructor(private readonly spaces: SearchSpaces) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    const { analysis } = await this.spaces.of(document);
    if (analysis === undefined) return [];
    if (context.only !== undefined && context.only.contains(fixAllKind)) {
      const title = vscode.l10n.t('Fix all search space problems');
      return fixAllAction(this.spaces, document, title, fixAllKind);
    }
    const here = analysis.findings.filter(
      ({ range: where }) => range.intersection(toRange(document, where)) !== undefined,
    );
    const fixes = here.flatMap(finding => quickFixes(document, finding, context.diagnostics));
    const count = fixable(analysis.findings);
    if (fixes.length === 0 || count < 2) return fixes;
    const title = vscode.l10n.t('Fix all {0} problems', count);
    return [...fixes, ...(await fixAllAction(this.spaces, document, title, vscode.CodeActionKind.QuickFix))];
  }
}

function quickFixes(
  document: vscode.TextDocument,
  finding: Finding,
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  const solved = diagnostics.filter(diagnostic => isOf(diagnostic, finding, document));
  return finding.fixes.map((fix, index) => {
    const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
    action.edit = toWorkspaceEdit(document, fix.edits);
    action.isPreferred = index === 0;
    action.diagnostics = solved;
    return action;
  });
}

function isOf(diagnostic: vscode.Diagnostic, finding: Finding, document: vscode.TextDocument): boolean {
  const code = typeof diagnostic.code === 'object' ? diagnostic.code.value : diagnostic.code;
  return (
    diagnostic.source === diagnosticSource &&
    code === finding.code &&
    diagnostic.range.isEqual(toRange(document, finding.range))
  );
}

async function fixAllAction(
  spaces: SearchSpaces,
  document: vscode.TextDocument,
  title: string,
  kind: vscode.CodeActionKind,
): Promise<vscode.CodeAction[]> {
  const edits = await fixAllEdits(spaces, document);
  if (edits.length === 0) return [];
  const action = new vscode.CodeAction(title, kind);
  action.edit = toWorkspaceEdit(document, edits);
  return [action];
}

/** How many findings "fix all" would begin with. */
function fixable(findings: readonly Finding[]): number {
  return findings.filter(({ fixes }) => fixes.some(({ safe }) => safe)).length;
}
