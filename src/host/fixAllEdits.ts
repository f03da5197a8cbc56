import type * as vscode from 'vscode';
import { analyse } from '../core/analyse';
import { fixAll } from '../core/checks/fixAll';
import type { TextEdit } from '../core/text/range';
import { sourceLanguage } from './documents';
import type { SearchSpaces } from './searchSpaces';
import { declaredFormat, settingsFor } from './settings';

/** The edits that clear all that can be cleared without asking, also what only shows once the first fixes are in. */
export async function fixAllEdits(spaces: SearchSpaces, document: vscode.TextDocument): Promise<TextEdit[]> {
  const { analysis } = await spaces.of(document);
  const language = sourceLanguage(document);
  if (analysis === undefined || language === undefined) return [];
  const settings = settingsFor(document);
  const declared = declaredFormat(document, settings);
  const format = declared === 'never' ? undefined : declared;
  return fixAll(
    document.getText(),
    analysis.findings,
    text =>
      analyse(text, language, document.uri.path, { format, severities: settings.severities })?.findings ?? [],
  );
}
