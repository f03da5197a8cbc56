import * as vscode from 'vscode';

export const extensionId = 'tuning-lens.tuning-lens';
export const source = 'Tuning Lens';

/** A sweep with mistakes on known lines and one remark that a fix must leave alone. */
export const hurriedSweep = `# the search of last spring
program: train.py
method: bayes
metric:
  name: val_loss
  goal: maximize
parameters:
  learning_rate: # smaller for the big model
    min: 0.00001
    max: 0.1
  hidden_size:
    values: [32, 64, 64]
`;

let count = 0;

/** Opens a text as a file of the workspace. */
export async function openText(text: string, extension = 'yaml'): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('The tests need a workspace.');
  const uri = vscode.Uri.joinPath(folder.uri, `test-${++count}.${extension}`);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
  return document;
}

/** Waits until something holds, asking every 20 ms. @throws Error with `what` after ten seconds. */
export async function until<T>(what: string, ask: () => T | undefined | false): Promise<T> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const answer = ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > deadline) throw new Error(`Not within 10 s: ${what}`);
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

/** Our squiggles on a document. */
export function squiggles(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(diagnostic => diagnostic.source === source);
}

export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** The text a code is squiggled under, once it is. */
export async function squiggled(document: vscode.TextDocument, code: string): Promise<string> {
  const found = await until(`a squiggle ${code}`, () =>
    squiggles(document).find(diagnostic => codeOf(diagnostic) === code),
  );
  return document.getText(found.range);
}

export async function replaceText(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  const all = new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
  edit.replace(document.uri, all, text);
  await vscode.workspace.applyEdit(edit);
}

/** Closes every editor without asking whether to save. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments) if (document.isDirty) await document.save();
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

export function positionOf(document: vscode.TextDocument, text: string): vscode.Position {
  const offset = document.getText().indexOf(text);
  if (offset < 0) throw new Error(`"${text}" is not in the document.`);
  return document.positionAt(offset + 1);
}
