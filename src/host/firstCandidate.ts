import * as vscode from 'vscode';
import { isCandidate } from './candidate';
import { section } from './settings';

const keystrokePause = 80;

/** Watches what is open and being typed, and calls `found` once, at the first document that may be a search space. */
export function onFirstCandidate(found: () => void): vscode.Disposable {
  const unseen = new Set<vscode.TextDocument>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (documents: readonly vscode.TextDocument[], delay: number): void => {
    for (const document of documents) unseen.add(document);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const here = [...unseen].some(document => !document.isClosed && isCandidate(document));
      unseen.clear();
      if (!here) return;
      watch.dispose();
      found();
    }, delay);
  };
  const watch = vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(document => look([document], 0)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => look([document], keystrokePause)),
    vscode.workspace.onDidChangeConfiguration(change => {
      if (change.affectsConfiguration(section)) look(vscode.workspace.textDocuments, 0);
    }),
    { dispose: () => clearTimeout(timer) },
  );
  look(vscode.workspace.textDocuments, 0);
  return watch;
}
