import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** Waits until `look` finds something, or fails saying what was awaited. */
export async function eventually<T>(
  what: string,
  look: () => T | undefined | Promise<T | undefined>,
): Promise<T> {
  for (let tries = 0; tries < 200; tries++) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  assert.fail(`waited in vain: ${what}`);
}

/** An untitled document shown in an editor, as if a person had typed it. */
export async function openText(content: string, language = 'yaml'): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ content, language });
  await vscode.window.showTextDocument(document);
  return document;
}

/** A file of the sample workspace. */
export async function openSample(path: string): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  assert.ok(folder, 'the test runs in a workspace');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, ...path.split('/')));
  await vscode.window.showTextDocument(document);
  return document;
}

export async function replaceAll(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const whole = new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
  edit.replace(document.uri, whole, text);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

/** The place of the first occurrence of a text. */
export function placeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const start = document.getText().indexOf(text);
  assert.ok(start >= 0, `"${text}" is in the document`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}

export function problems(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'Tuning Lens');
}

export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

export function problemWith(document: vscode.TextDocument, code: string): Promise<vscode.Diagnostic> {
  return eventually(`a ${code} finding`, () => problems(document).find(problem => codeOf(problem) === code));
}

export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
