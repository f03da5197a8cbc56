import { pageHtml, pageIds } from '../../core/report/page';

export interface WebviewPage {
  /** `webview.asWebviewUri` of `dist/webview.js` and `dist/webview.css`. */
  readonly scriptUri: string;
  readonly styleUri: string;
  /** `webview.cspSource`. */
  readonly cspSource: string;
  /** Unguessable, fresh for each page. */
  readonly nonce: string;
  readonly title: string;
  /** Shown until the first report is drawn. */
  readonly message: string;
  /** `vscode.env.language`. */
  readonly language: string;
  /** `vscode.l10n.bundle`, from which the page takes its own words; absent for English. */
  readonly translations?: Readonly<Record<string, unknown>> | undefined;
}

/** The panel's document. Nothing in it may load, run or style anything beyond the two files of the extension. */
export function webviewHtml(page: WebviewPage): string {
  return pageHtml({
    language: page.language,
    title: page.title,
    message: page.message,
    policy: [
      "default-src 'none'",
      `script-src 'nonce-${page.nonce}'`,
      // The stylesheet of the extension, and VS Code's own default styles.
      `style-src ${page.cspSource} 'nonce-${page.nonce}'`,
      // A chart is exported to PNG through a canvas.
      'img-src data: blob:',
      "font-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
    ],
    head: `<link rel="stylesheet" href="${page.styleUri}">`,
    script: `<script nonce="${page.nonce}" src="${page.scriptUri}"></script>`,
    data: { [pageIds.translations]: page.translations ?? {} },
  });
}
