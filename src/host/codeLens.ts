import * as vscode from 'vscode';
import type { SearchSpace } from '../core/space/searchSpace';
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
        if (analysis === undefined || !settingsFor(document).codeLens) return [];
        return analysis.spaces
          .filter(({ parameters }) => parameters.length > 0)
          .flatMap(space => lensesOn(document, space));
      },
    }),
  );
}

function lensesOn(document: vscode.TextDocument, { range, name }: SearchSpace): vscode.CodeLens[] {
  const place = toRange(document, range);
  return demoCommands.flatMap(({ command, lens }) =>
    lens ? new vscode.CodeLens(place, { command, title: lens(), arguments: [document.uri, name] }) : [],
  );
}
