import type * as vscode from 'vscode';
import type { TuningLensApi } from './api';
import { registerCodeActions } from './codeActions';
import { registerCodeLens } from './codeLens';
import { registerCommands } from './commands';
import { registerCompletion } from './completion';
import { registerDiagnostics } from './diagnostics';
import { registerHover } from './hover';
import { registerLanguageStatus } from './languageStatus';
import { loadEngine, loadEngineBy, type Engine } from './loadEngine';
import { Log } from './log';
import { registerOutline } from './outline';
import { ReportPanels } from './panel/reportPanels';
import { registerParents } from './parents';
import { registerRename } from './rename';
import { SearchSpaces } from './searchSpaces';
import { WorkspaceCheck } from './workspaceCheck';

/** @param engine how this host comes by the engine, on first need. */
export function activate(
  { subscriptions, extension, extensionUri }: vscode.ExtensionContext,
  engine: () => Promise<Engine>,
): TuningLensApi {
  loadEngineBy(engine);
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
    registerCommands({ spaces, panels, workspace, log, extensionUri }),
  );
  spaces.start();
  return {
    analyse: async (text, language, path) => (await loadEngine()).analyse(text, language, path)?.findings,
  };
}
