import * as vscode from 'vscode';
import type { TextEdit, TextRange } from '../core/text/range';

export function toRange(document: vscode.TextDocument, range: TextRange): vscode.Range {
  return new vscode.Range(document.positionAt(range.start), document.positionAt(range.end));
}

export function toWorkspaceEdit(
  document: vscode.TextDocument,
  edits: readonly TextEdit[],
): vscode.WorkspaceEdit {
  const result = new vscode.WorkspaceEdit();
  for (const { range, newText } of edits) result.replace(document.uri, toRange(document, range), newText);
  return result;
}
