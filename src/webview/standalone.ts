import { exportName } from '../core/report/exportName';
import type { Report } from '../core/report/report';
import type { ExportFormat, Snapshot } from '../protocol';
import type { Connection } from './connection';
import { element } from './dom';

const mediaTypes: Readonly<Record<ExportFormat, string>> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  csv: 'text/csv',
  json: 'application/json',
  html: 'text/html',
};

/** Stands in for the host in a saved report: exports become downloads, and there is nothing to run or reveal. */
export function standaloneConnection(report: Report): Connection {
  return {
    post: message => {
      if (message.type === 'copy') void navigator.clipboard.writeText(message.text);
      if (message.type !== 'save' || message.format === 'html') return;
      const { content, format, name } = message;
      download(
        format === 'png' ? Uint8Array.from(atob(content), character => character.charCodeAt(0)) : content,
        mediaTypes[format],
        exportName(report.provenance, name, format),
      );
    },
    remember: () => undefined,
    memory: undefined,
    live: false,
  };
}

/** The snapshot of a finished report. */
export function standaloneSnapshot(report: Report): Snapshot {
  const { demo, seed, options, file } = report.provenance;
  return {
    revision: 1,
    status: { kind: 'done' },
    report,
    demos: [],
    demo,
    controls: [],
    options,
    seed,
    file: file ?? '',
    uri: '',
  };
}

function download(content: BlobPart, type: string, name: string): void {
  const href = URL.createObjectURL(new Blob([content], { type }));
  element('a', { href, download: name }).click();
  URL.revokeObjectURL(href);
}
