import * as l10n from '@vscode/l10n';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { standaloneHtml } from '../core/report/standaloneHtml';
import type { Report } from '../core/report/report';
import { UsageError } from './usageError';

/** Writes a report as one HTML file that needs nothing else. @throws UsageError when it cannot be written. */
export function writeHtml(path: string, report: Report): void {
  const script = readFileSync(join(__dirname, 'webview.js'), 'utf8');
  const style = readFileSync(join(__dirname, 'webview.css'), 'utf8');
  writeText(path, standaloneHtml(report, script, style));
}

/** @throws UsageError when it cannot be written. */
export function writeText(path: string, text: string): void {
  try {
    writeFileSync(path, text);
  } catch (error) {
    throw new UsageError(
      l10n.t('{0} cannot be written: {1}', path, error instanceof Error ? error.message : String(error)),
    );
  }
}
