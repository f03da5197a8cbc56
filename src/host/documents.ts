import type * as vscode from 'vscode';
import type { SourceLanguage } from '../core/text/source';

/** The languages whose files may be search spaces. They stay what they are: no language id is taken over. */
export const languages = ['yaml', 'json', 'jsonc', 'python'] as const;

/** Texts without a language of their own: by the names of their formats, and what has no name yet. */
const texts: readonly vscode.DocumentFilter[] = [
  { language: 'plaintext', pattern: '**/*.pcs' },
  { language: 'plaintext', pattern: '**/*{param,irace}*.txt' },
  { language: 'plaintext', scheme: 'untitled' },
];

export const selector: vscode.DocumentSelector = [...languages.map(language => ({ language })), ...texts];

export function sourceLanguage(document: vscode.TextDocument): SourceLanguage | undefined {
  switch (document.languageId) {
    case 'yaml':
      return 'yaml';
    case 'json':
    case 'jsonc':
      return 'json';
    case 'python':
      return 'python';
    case 'plaintext':
      return document.isUntitled || /\.pcs$|(?:param|irace)[^/]*\.txt$/i.test(document.uri.path)
        ? 'text'
        : undefined;
    default:
      return undefined;
  }
}

export function fileName(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
