import * as vscode from 'vscode';
import { destinationAt } from '../core/editing/parents';
import { parseSource } from '../core/text/parse';
import { selector, sourceLanguage } from './documents';
import { toRange } from './ranges';
import type { SearchSpaces } from './searchSpaces';

/** "Go to Definition": from a conditional parameter to what decides, from a reference to the declaration. */
export function registerParents(spaces: SearchSpaces): vscode.Disposable {
  return vscode.languages.registerDefinitionProvider(selector, {
    async provideDefinition(document, position): Promise<vscode.LocationLink[] | undefined> {
      const language = sourceLanguage(document);
      const { analysis } = await spaces.of(document);
      if (analysis === undefined || language === undefined) return undefined;
      const source = parseSource(document.getText(), language, document.uri.path);
      const destination = destinationAt(analysis.spaces, source, document.offsetAt(position));
      return destination?.targets.map(({ name, declaration }) => ({
        originSelectionRange: toRange(document, destination.from),
        targetUri: document.uri,
        targetRange: toRange(document, declaration),
        targetSelectionRange: toRange(document, name),
      }));
    },
  });
}
