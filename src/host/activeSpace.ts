import * as vscode from 'vscode';
import type { SearchSpaces } from './searchSpaces';

/** The file of the active editor when it is a search space, else one that is in sight beside it, such as a report. */
export async function activeSpace(spaces: SearchSpaces): Promise<vscode.Uri | undefined> {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const editors = activeTextEditor ? [activeTextEditor] : visibleTextEditors;
  for (const { document } of editors) {
    const { analysis, lastGood } = await spaces.of(document);
    if ((analysis ?? lastGood) !== undefined) return document.uri;
  }
  return undefined;
}
