import * as vscode from 'vscode';
import type { Completion } from '../core/editing/completion';
import { completions } from '../core/editing/completions';
import type { FormatId } from '../core/space/searchSpace';
import { isCandidate } from './candidate';
import { sourceLanguage } from './documents';
import { toRange } from './ranges';
import type { SearchSpaces } from './searchSpaces';
import { declaredFormat, settingsFor } from './settings';

const declarative: vscode.DocumentSelector = ['yaml', 'json', 'jsonc'].map(language => ({ language }));

/** Keys, words and whole parameters, where a search space takes them. */
export function registerCompletion(spaces: SearchSpaces): vscode.Disposable {
  return vscode.languages.registerCompletionItemProvider(
    declarative,
    {
      provideCompletionItems(document, position, _token, context) {
        if (isIdleSpace(document, position, context)) return undefined;
        const language = sourceLanguage(document);
        if (language !== 'yaml' && language !== 'json') return undefined;
        const format = expectedFormat(spaces, document);
        if (format === 'never') return undefined;
        if (format === undefined && !isCandidate(document)) return undefined;
        const { path } = document.uri;
        const found = completions(document.getText(), document.offsetAt(position), language, {
          path,
          format,
        });
        return found.map((completion, index) => toItem(document, completion, index));
      },
    },
    '"',
    ' ',
  );
}

/** Typing a space asks for suggestions only behind a colon or a dash. */
function isIdleSpace(
  document: vscode.TextDocument,
  position: vscode.Position,
  { triggerCharacter }: vscode.CompletionContext,
): boolean {
  if (triggerCharacter !== ' ') return false;
  return !/[:-] $/.test(document.lineAt(position).text.slice(0, position.character));
}

/** What the settings say of the document, or what it was recognised as before it was half-finished. */
function expectedFormat(spaces: SearchSpaces, document: vscode.TextDocument): FormatId | 'never' | undefined {
  const settings = settingsFor(document);
  if (!settings.enabled) return 'never';
  const known = spaces.peek(document.uri);
  return declaredFormat(document, settings) ?? (known?.analysis ?? known?.lastGood)?.spaces[0].format;
}

const kinds: Readonly<Record<Completion['kind'], vscode.CompletionItemKind>> = {
  key: vscode.CompletionItemKind.Property,
  word: vscode.CompletionItemKind.EnumMember,
  sample: vscode.CompletionItemKind.Snippet,
};

function toItem(document: vscode.TextDocument, completion: Completion, index: number): vscode.CompletionItem {
  const { label, kind, detail, documentation, insertText, range, continues } = completion;
  const item = new vscode.CompletionItem(label, kinds[kind]);
  item.detail = detail;
  item.documentation = documentation;
  item.insertText = new vscode.SnippetString(insertText);
  item.range = toRange(document, range);
  item.sortText = String(index).padStart(3, '0');
  if (continues) {
    item.command = { command: 'editor.action.triggerSuggest', title: vscode.l10n.t('Suggest') };
  }
  return item;
}
