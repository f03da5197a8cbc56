import { pageHtml, pageIds } from '../../core/report/page';

export interface WebviewPage {
  /** The texts of `dist/webview.js` and `dist/webview.css`. */
  readonly script: string;
  readonly style: string;
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

/**
 * The panel's document. It holds its script and style, because what a webview loads goes from page to worker to
 * workbench to disk and back, and takes longer than all else on the way to the first chart. Nothing in it may load,
 * run or style anything beyond the two.
 */
export function webviewHtml(page: WebviewPage): string {
  return pageHtml({
    language: page.language,
    title: page.title,
    message: page.message,
    policy: [
      "default-src 'none'",
      `script-src 'nonce-${page.nonce}'`,
      // The page's own style, and VS Code's default ones.
      `style-src ${page.cspSource} 'nonce-${page.nonce}'`,
      // A chart is exported to PNG through a canvas.
      'img-src data: blob:',
      "font-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
    ],
    nonce: page.nonce,
    script: page.script,
    style: page.style,
    data: { [pageIds.translations]: page.translations ?? {} },
  });
}
