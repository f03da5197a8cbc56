import * as vscode from 'vscode';
import type { Analysis } from '../core/analyse';
import { renameEdits, renameTarget } from '../core/editing/rename';
import { parseSource } from '../core/text/parse';
import type { SourceDocument } from '../core/text/source';
import { selector, sourceLanguage } from './documents';
import { toRange, toWorkspaceEdit } from './ranges';
import type { SearchSpaces } from './searchSpaces';

/** "Rename Symbol" on a parameter, with the conditions and references that name it. */
export function registerRename(spaces: SearchSpaces): vscode.Disposable {
  return vscode.languages.registerRenameProvider(selector, {
    async prepareRename(document, position) {
      const current = await currentSpaces(spaces, document);
      const target =
        current && renameTarget(current.analysis.spaces, current.source, document.offsetAt(position));
      if (target === undefined) throw new Error(vscode.l10n.t('No parameter is named here.'));
      return { range: toRange(document, target.range), placeholder: target.name };
    },
    async provideRenameEdits(document, position, newName) {
      const current = await currentSpaces(spaces, document);
      if (current === undefined) return undefined;
      const { analysis, source } = current;
      const rename = renameEdits(analysis.spaces, source, document.offsetAt(position), newName);
      switch (rename.kind) {
        case 'edits':
          return toWorkspaceEdit(document, rename.edits);
        case 'refused':
          // The editor shows the sentence where the new name was typed.
          throw new Error(rename.reason);
      }
    },
  });
}

/** What was read from just the text that is open now. Python names are strings in a program, which is not read whole. */
async function currentSpaces(
  spaces: SearchSpaces,
  document: vscode.TextDocument,
): Promise<{ readonly analysis: Analysis; readonly source: SourceDocument } | undefined> {
  const language = sourceLanguage(document);
  if (language === undefined || language === 'python') return undefined;
  const { analysis, version } = await spaces.of(document);
  if (analysis === undefined || document.version !== version) return undefined;
  return { analysis, source: parseSource(document.getText(), language, document.uri.path) };
}
