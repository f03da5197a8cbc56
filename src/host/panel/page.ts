import * as vscode from 'vscode';
import { webviewHtml } from './webviewHtml';

export function webviewOptions(extensionUri: vscode.Uri): vscode.WebviewOptions {
  return { enableScripts: true, localResourceRoots: [vscode.Uri.joinPath(extensionUri, 'dist')] };
}

/** Puts the report page into a panel, fresh or restored. */
export function showPage(panel: vscode.WebviewPanel, extensionUri: vscode.Uri): void {
  const { webview } = panel;
  const dist = (name: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', name)).toString();
  webview.options = webviewOptions(extensionUri);
  panel.iconPath = {
    light: vscode.Uri.joinPath(extensionUri, 'media', 'report-light.svg'),
    dark: vscode.Uri.joinPath(extensionUri, 'media', 'report-dark.svg'),
  };
  webview.html = webviewHtml({
    scriptUri: dist('webview.js'),
    styleUri: dist('webview.css'),
    cspSource: webview.cspSource,
    nonce: nonce(),
    title: panel.title,
    message: vscode.l10n.t('Preparing…'),
    language: vscode.env.language,
    translations: vscode.l10n.bundle,
  });
}

/** 128 random bits, from the one generator that Node and browsers share. */
function nonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
