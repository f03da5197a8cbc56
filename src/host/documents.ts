import type * as vscode from 'vscode';
import type { SourceLanguage } from '../core/text/source';

/** The languages whose files may be search spaces. They stay what they are: no language id is taken over. */
export const languages = ['yaml', 'json', 'jsonc'] as const;

export const selector: vscode.DocumentSelector = languages.map(language => ({ language }));

export function sourceLanguage(document: vscode.TextDocument): SourceLanguage | undefined {
  switch (document.languageId) {
    case 'yaml':
      return 'yaml';
    case 'json':
    case 'jsonc':
      return 'json';
    default:
      return undefined;
  }
}

export function fileName(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
