import * as l10n from '@vscode/l10n';
import { pageIds } from '../core/report/page';
import type { Report } from '../core/report/report';
import type { ToPanel } from '../protocol';
import { connectToHost, type Connection } from './connection';
import { Page } from './page';
import { standaloneConnection, standaloneSnapshot } from './standalone';
import { strings } from './strings';
import './style.css';

l10n.config({ contents: embedded(pageIds.translations) as Record<string, string> });

const root = document.getElementById(pageIds.root);
if (root !== null) start(root);

function start(page: HTMLElement): void {
  const host = connectToHost();
  if (host !== undefined) {
    showInEditor(page, host);
    return;
  }
  const report = embedded(pageIds.report) as Partial<Report>;
  if (report.version === 1) showSaved(page, report as Report);
  else page.textContent = strings.badReport();
}

function showInEditor(root: HTMLElement, host: Connection): void {
  const page = new Page(root, host);
  const problem = (error: unknown): void =>
    host.post({
      type: 'problem',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  window.addEventListener('error', event => problem(event.error));
  window.addEventListener('unhandledrejection', event => problem(event.reason));
  window.addEventListener('message', ({ data }: MessageEvent<ToPanel>) => {
    switch (data.type) {
      case 'snapshot':
        return page.show(data.snapshot);
      case 'status':
        return page.showStatus(data.status);
      case 'gallery':
        return page.showGallery();
    }
  });
  host.post({ type: 'ready' });
}

function showSaved(root: HTMLElement, report: Report): void {
  new Page(root, standaloneConnection(report)).show(standaloneSnapshot(report));
}

/** The JSON the document carries under an id; an empty object where there is none. */
function embedded(id: string): unknown {
  return JSON.parse(document.getElementById(id)?.textContent ?? '{}');
}
