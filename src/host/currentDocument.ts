import * as vscode from 'vscode';
import type { SearchSpaces } from './searchSpaces';

/**
 * The document with a search space that a command is about when it is given none: the active editor's, else a
 * visible one, else the one the open report is about, else any that is open behind something else.
 */
export async function currentDocument(
  spaces: SearchSpaces,
  reported: vscode.Uri | undefined,
): Promise<vscode.TextDocument | undefined> {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const { textDocuments } = vscode.workspace;
  const candidates = [
    activeTextEditor?.document,
    ...visibleTextEditors.map(({ document }) => document),
    textDocuments.find(({ uri }) => uri.toString() === reported?.toString()),
    ...textDocuments.toReversed(),
  ];
  for (const document of candidates) {
    if (document === undefined) continue;
    const { analysis, lastGood } = await spaces.of(document);
    if ((analysis ?? lastGood) !== undefined) return document;
  }
  return undefined;
}
