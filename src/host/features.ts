/** All that there is to do with a search space: editor features, report panel, parser, checks, numerics. */
import { config as configureTranslations } from '@vscode/l10n';
import * as vscode from 'vscode';
import { analyse } from '../core/analyse';
import type { TuningLensApi } from './api';
import { registerCodeActions } from './codeActions';
import { registerCodeLens } from './codeLens';
import { commandRunner } from './commands';
import { registerCompletion } from './completion';
import { registerDiagnostics } from './diagnostics';
import { registerHover } from './hover';
import { registerLanguageStatus } from './languageStatus';
import { Log } from './log';
import { registerOutline } from './outline';
import { ReportPanels } from './panel/reportPanels';
import { registerParents } from './parents';
import { registerRename } from './rename';
import { SearchSpaces } from './searchSpaces';
import { WorkspaceCheck } from './workspaceCheck';

/** What activation hands on to the features. */
export interface Features {
  /** Runs a command. */
  run(id: string, input: readonly unknown[]): Promise<unknown>;
  /** Brings back a report panel of an earlier session. */
  restore(panel: vscode.WebviewPanel, memory: unknown): void;
  readonly analyse: TuningLensApi['analyse'];
}

export function start({ subscriptions, extension, extensionUri }: vscode.ExtensionContext): Features {
  const contents = vscode.l10n.bundle;
  if (contents !== undefined) configureTranslations({ contents });
  const log = new Log();
  const spaces = new SearchSpaces(log);
  const { version } = extension.packageJSON as { readonly version: string };
  const panels = new ReportPanels({ spaces, log, extensionUri, toolVersion: version });
  const workspace = new WorkspaceCheck(log);
  subscriptions.push(
    log,
    spaces,
    panels,
    registerDiagnostics(spaces),
    registerHover(spaces),
    registerCodeLens(spaces),
    registerCodeActions(spaces),
    registerLanguageStatus(spaces),
    registerCompletion(spaces),
    registerOutline(spaces),
    registerParents(spaces),
    registerRename(spaces),
    workspace,
  );
  spaces.start();
  return {
    run: commandRunner({ spaces, panels, workspace, log, extensionUri }),
    restore: (panel, memory) => panels.restore(panel, memory),
    analyse: (text, language, path) => Promise.resolve(analyse(text, language, path)?.findings),
  };
}
