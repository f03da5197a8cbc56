import * as vscode from 'vscode';
import { selector } from './documents';
import { demoCommands } from './demoCommands';
import { toRange } from './ranges';
import type { SearchSpaces } from './searchSpaces';
import { settingsFor } from './settings';

/** One quiet line over the parameters: what can be done with this space. */
export function registerCodeLens(spaces: SearchSpaces): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  return vscode.Disposable.from(
    changed,
    spaces.onDidAnalyse(() => changed.fire()),
    vscode.languages.registerCodeLensProvider(selector, {
      onDidChangeCodeLenses: changed.event,
      async provideCodeLenses(document) {
        const { analysis } = await spaces.of(document);
        if (analysis === undefined || analysis.space.parameters.length === 0) return [];
        if (!settingsFor(document).codeLens) return [];
        const range = toRange(document, analysis.space.range);
        return demoCommands.map(
          ({ command, lens }) =>
            new vscode.CodeLens(range, { command, title: lens(), arguments: [document.uri] }),
        );
      },
    }),
  );
}
