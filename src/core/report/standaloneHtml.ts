import type { Report } from './report';
import { pageHtml, pageIds } from './page';

/** A nonce need not be secret in a file: it marks the two elements written below as the only ones that count. */
const nonce = 'tuning-lens';

/** The language a report is written in, and the l10n bundle from which its page takes its own words. */
export interface ReportLanguage {
  /** BCP 47, such as `en`. */
  readonly tag: string;
  /** Absent for English. */
  readonly translations?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * The report as one HTML file that needs nothing else: the report as JSON, the page's script and style. It follows
 * the reader's light or dark preference and reaches no network.
 * @param script the text of `dist/webview.js`.
 * @param style the text of `dist/webview.css`.
 */
export function standaloneHtml(
  report: Report,
  script: string,
  style: string,
  language: ReportLanguage = { tag: 'en' },
): string {
  return pageHtml({
    language: language.tag,
    title: report.title,
    message: report.answer,
    className: 'standalone',
    policy: [
      "default-src 'none'",
      `script-src 'nonce-${nonce}'`,
      `style-src 'nonce-${nonce}'`,
      'img-src data: blob:',
      "base-uri 'none'",
      "form-action 'none'",
    ],
    nonce,
    script,
    style,
    data: { [pageIds.report]: report, [pageIds.translations]: language.translations ?? {} },
  });
}
