import * as vscode from 'vscode';
import type { Finding } from '../core/finding';
import { diagnosticSource } from './diagnostics';
import { selector } from './documents';
import { loadEngine } from './loadEngine';
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
    if (
      context.only?.contains(fixAllKind) === true ||
      fixAllKind.contains(context.only ?? vscode.CodeActionKind.Empty)
    ) {
      return fixAllAction(document, analysis.findings);
    }
    const here = analysis.findings.filter(
      ({ range: where }) => range.intersection(toRange(document, where)) !== undefined,
    );
    const fixes = here.flatMap(finding => quickFixes(document, finding, context.diagnostics));
    return fixes.length === 0 ? [] : [...fixes, ...(await fixAllQuickFix(document, analysis.findings))];
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
  document: vscode.TextDocument,
  findings: readonly Finding[],
): Promise<vscode.CodeAction[]> {
  const { fixAll } = await loadEngine();
  const edits = fixAll(document.getText(), findings);
  if (edits.length === 0) return [];
  const action = new vscode.CodeAction(vscode.l10n.t('Fix all search space problems'), fixAllKind);
  action.edit = toWorkspaceEdit(document, edits);
  return [action];
}

async function fixAllQuickFix(
  document: vscode.TextDocument,
  findings: readonly Finding[],
): Promise<vscode.CodeAction[]> {
  const count = findings.filter(({ fixes }) => fixes.some(({ safe }) => safe)).length;
  if (count < 2) return [];
  const [action] = await fixAllAction(document, findings);
  if (action === undefined) return [];
  const quickFix = new vscode.CodeAction(
    vscode.l10n.t('Fix all {0} problems', count),
    vscode.CodeActionKind.QuickFix,
  );
  if (action.edit !== undefined) quickFix.edit = action.edit;
  return [quickFix];
}
