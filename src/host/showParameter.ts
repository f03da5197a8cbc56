import * as vscode from 'vscode';
import { contains } from '../core/text/range';
import { toRange } from './ranges';
import type { SearchSpaces } from './searchSpaces';

/** Shows the hover of the parameter at the cursor, or of the first one there is something to say about. */
export async function showParameter(spaces: SearchSpaces, document: vscode.TextDocument): Promise<void> {
  const { analysis } = await spaces.of(document);
  const parameters = analysis?.spaces.flatMap(space => space.parameters) ?? [];
  const open = vscode.window.visibleTextEditors.find(candidate => candidate.document === document);
  const editor = await vscode.window.showTextDocument(document, open?.viewColumn);
  const cursor = document.offsetAt(editor.selection.active);
  const found =
    parameters.findLast(({ tokens }) => contains(tokens.declaration, cursor)) ??
    parameters.find(({ name }) => analysis?.findings.some(({ parameter }) => parameter === name)) ??
    parameters[0];
  if (found === undefined) return;
  const { start } = toRange(document, found.tokens.name);
  editor.selection = new vscode.Selection(start, start);
  editor.revealRange(new vscode.Range(start, start), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  await vscode.commands.executeCommand('editor.action.showHover');
}
