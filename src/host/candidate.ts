import type * as vscode from 'vscode';
import { formatOfName } from '../core/editing/fileNames';
import { mayHoldSearchSpace } from '../core/formats/tells';
import { sourceLanguage } from './documents';
import { declaredFormat, settingsFor } from './settings';

/** Whether a document may be a search space: by the settings, by its name, or by a tell-tale word in it. */
export function isCandidate(document: vscode.TextDocument): boolean {
  const settings = settingsFor(document);
  if (!settings.enabled || sourceLanguage(document) === undefined) return false;
  const declared = declaredFormat(document, settings);
  if (declared !== undefined) return declared !== 'never';
  return (
    formatOfName(document.uri.path) !== undefined ||
    mayHoldSearchSpace(document.getText(), document.languageId)
  );
}
