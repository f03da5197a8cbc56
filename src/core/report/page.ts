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
  /** Markup for styles and scripts. Trusted: written by the caller, never from user text. */
  readonly head: string;
  readonly script: string;
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
${page.head}
</head>
<body>
<main id="${pageIds.root}">
<h1>${escapeMarkup(page.title)}</h1>
<p role="status">${escapeMarkup(page.message)}</p>
</main>
${[...data, page.script].join('\n')}
</body>
</html>
`;
}
