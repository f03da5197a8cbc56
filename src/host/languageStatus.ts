import * as vscode from 'vscode';
import type { Analysis } from '../core/analyse';
import { formats } from '../core/formats/index';
import { selector } from './documents';
import type { SearchSpaces } from './searchSpaces';

/**
 * Says what the active file was recognised as: in one language status item and, for `when` clauses, in the
 * context key `tuningLens.format`.
 */
export function registerLanguageStatus(spaces: SearchSpaces): vscode.Disposable {
  let item: vscode.LanguageStatusItem | undefined;
  let shown: string | undefined;

  const show = async (
    document: vscode.TextDocument | undefined,
    analysis: Analysis | undefined,
  ): Promise<void> => {
    if (shown !== analysis?.spaces[0].format) {
      shown = analysis?.spaces[0].format;
      await vscode.commands.executeCommand('setContext', 'tuningLens.format', shown);
    }
    if (analysis === undefined || document === undefined) {
      item?.dispose();
      item = undefined;
      return;
    }
    item ??= vscode.languages.createLanguageStatusItem('tuningLens.status', selector);
    const label =
      formats.find(({ id }) => id === analysis.spaces[0].format)?.label ?? analysis.spaces[0].format;
    item.name = 'Tuning Lens';
    item.text = statusText(label, analysis);
    item.severity = worst(analysis);
    item.command = { title: vscode.l10n.t('Sample'), command: 'tuningLens.sample' };
  };

  const update = async (): Promise<void> => {
    const document = vscode.window.activeTextEditor?.document;
    const known = document === undefined ? undefined : await spaces.of(document);
    if (vscode.window.activeTextEditor?.document === document) await show(document, known?.analysis);
  };

  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(() => void update()),
    spaces.onDidAnalyse(({ document }) => {
      if (document === vscode.window.activeTextEditor?.document) void update();
    }),
    { dispose: () => item?.dispose() },
  );
}

function statusText(label: string, { spaces, findings }: Analysis): string {
  const count = spaces.reduce((sum, { parameters }) => sum + parameters.length, 0);
  const parameters = count === 1 ? vscode.l10n.t('1 parameter') : vscode.l10n.t('{0} parameters', count);
  const shown = findings.filter(({ severity }) => severity !== 'hint').length;
  if (shown === 0) return `${label} · ${parameters}`;
  const problems = shown === 1 ? vscode.l10n.t('1 problem') : vscode.l10n.t('{0} problems', shown);
  return `${label} · ${parameters} · ${problems}`;
}

function worst({ findings }: Analysis): vscode.LanguageStatusSeverity {
  if (findings.some(({ severity }) => severity === 'error')) return vscode.LanguageStatusSeverity.Error;
  return findings.some(({ severity }) => severity === 'warning')
    ? vscode.LanguageStatusSeverity.Warning
    : vscode.LanguageStatusSeverity.Information;
}
