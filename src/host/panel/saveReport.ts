import * as vscode from 'vscode';
import type { Report } from '../../core/report/report';
import { standaloneHtml } from '../../core/report/standaloneHtml';
import type { ExportFormat, FromPanel } from '../../protocol';
import { fileName } from '../documents';
import { readPageFiles } from './pageFiles';
import type { Subject } from './subject';

const filters: Readonly<Record<ExportFormat, Record<string, string[]>>> = {
  svg: { SVG: ['svg'] },
  png: { PNG: ['png'] },
  csv: { CSV: ['csv'] },
  json: { JSON: ['json'] },
  html: { HTML: ['html'] },
};

/** Saves what the page drew of one chart. */
export async function saveText(
  message: Extract<FromPanel, { type: 'save' }>,
  subject: Subject,
): Promise<void> {
  const bytes =
    message.format === 'png'
      ? Uint8Array.from(atob(message.content), character => character.charCodeAt(0))
      : new TextEncoder().encode(message.content);
  await saveAs(subject, message.name, message.format, () => Promise.resolve(bytes));
}

/** Saves the whole report as one HTML file that needs nothing else, or as JSON, as the user's file name says. */
export async function saveReport(
  report: Report,
  subject: Subject,
  { extensionUri }: { readonly extensionUri: vscode.Uri },
): Promise<void> {
  await saveAs(subject, subject.demo, 'html', async target => {
    const text = target.path.endsWith('.json')
      ? JSON.stringify(report, undefined, 2)
      : await asHtml(report, extensionUri);
    return new TextEncoder().encode(text);
  });
}

async function asHtml(report: Report, extensionUri: vscode.Uri): Promise<string> {
  const { script, style } = await readPageFiles(extensionUri);
  return standaloneHtml(report, script, style);
}

async function saveAs(
  { uri, seed }: Subject,
  name: string,
  format: ExportFormat,
  content: (target: vscode.Uri) => Promise<Uint8Array>,
): Promise<void> {
  const stem = fileName(uri).replace(/\.[^.]*$/, '');
  const target = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(uri, '..', `${stem}-${name}-seed${seed}.${format}`),
    filters: format === 'html' ? { ...filters.html, ...filters.json } : filters[format],
  });
  if (target !== undefined) await vscode.workspace.fs.writeFile(target, await content(target));
}
