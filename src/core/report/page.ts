import { embeddedJson, escapeMarkup } from './markup';

/** The ids by which the page's script finds what the document carries. */
export const pageIds = { root: 'page', report: 'report', translations: 'translations' } as const;

export interface Page {
  /** BCP 47, such as `en`. */
  readonly language: string;
  readonly title: string;
  /** One sentence shown until the script has drawn the report. */
  readonly message: string;
  /** Content-Security-Policy, directive by directive. */
  readonly policy: readonly string[];
  /** Marks the script and the style below as the only ones that the policy lets in. */
  readonly nonce: string;
  /** The text of `dist/webview.js` and of `dist/webview.css`: the page carries all it needs and loads nothing. */
  readonly script: string;
  readonly style: string;
  /** JSON for the script, by element id. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly className?: string | undefined;
}

/** The document around the report page: a first frame that can be read at once, and the data the script starts from. */
export function pageHtml(page: Page): string {
  const data = Object.entries(page.data).map(
    ([id, value]) =>
      `<script type="application/json" id="${escapeMarkup(id)}">${embeddedJson(value)}</script>`,
  );
  return `<!doctype html>
<html lang="${escapeMarkup(page.language)}"${page.className === undefined ? '' : ` class="${escapeMarkup(page.className)}"`}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeMarkup(page.policy.join('; '))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(page.title)}</title>
<style nonce="${page.nonce}">${page.style.replaceAll('</', '<\\/')}</style>
</head>
<body>
<main id="${pageIds.root}">
<h1>${escapeMarkup(page.title)}</h1>
<p role="status">${escapeMarkup(page.message)}</p>
</main>
${data.join('\n')}
<script nonce="${page.nonce}">${inline(page.script)}</script>
</body>
</html>
`;
}

/** Keeps string literals in a script from ending its element or opening a comment. */
function inline(script: string): string {
  return script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
}
