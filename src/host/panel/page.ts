import * as vscode from 'vscode';
import { readPageFiles } from './pageFiles';
import { webviewHtml } from './webviewHtml';

/** The page carries all it needs: no file is within its reach. */
export const webviewOptions: vscode.WebviewOptions = { enableScripts: true, localResourceRoots: [] };

/** Puts the report page into a panel, fresh or restored. */
export async function showPage(panel: vscode.WebviewPanel, extensionUri: vscode.Uri): Promise<void> {
  const { webview } = panel;
  webview.options = webviewOptions;
  panel.iconPath = {
    light: vscode.Uri.joinPath(extensionUri, 'media', 'report-light.svg'),
    dark: vscode.Uri.joinPath(extensionUri, 'media', 'report-dark.svg'),
  };
  webview.html = webviewHtml({
    ...(await readPageFiles(extensionUri)),
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
