import * as vscode from 'vscode';
import { outline, type OutlineItem } from '../core/editing/outline';
import { selector } from './documents';
import { toRange } from './ranges';
import type { SearchSpaces } from './searchSpaces';

/** The parameters of a search space in the Outline view, the breadcrumbs and "Go to Symbol". */
export function registerOutline(spaces: SearchSpaces): vscode.Disposable {
  return vscode.languages.registerDocumentSymbolProvider(
    selector,
    {
      async provideDocumentSymbols(document) {
        const { analysis } = await spaces.of(document);
        if (analysis === undefined) return undefined;
        return outline(analysis.spaces, document.getText()).map(item => toSymbol(document, item));
      },
    },
    { label: 'Tuning Lens' },
  );
}

const kinds: Readonly<Record<OutlineItem['kind'], vscode.SymbolKind>> = {
  space: vscode.SymbolKind.Module,
  group: vscode.SymbolKind.Namespace,
  number: vscode.SymbolKind.Number,
  choice: vscode.SymbolKind.Enum,
  constant: vscode.SymbolKind.Constant,
  unknown: vscode.SymbolKind.Variable,
};

function toSymbol(document: vscode.TextDocument, item: OutlineItem): vscode.DocumentSymbol {
  const { name, detail, kind, range, selection, children } = item;
  const symbol = new vscode.DocumentSymbol(
    // The editor refuses a symbol without a name.
    name === '' ? '""' : name,
    detail,
    kinds[kind],
    toRange(document, range),
    toRange(document, selection),
  );
  symbol.children = children.map(child => toSymbol(document, child));
  return symbol;
}
