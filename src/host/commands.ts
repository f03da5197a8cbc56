import * as vscode from 'vscode';
import { openCheck } from './checkDocs';
import { convertSearchSpace } from './convert';
import { currentDocument } from './currentDocument';
import { demoCommands } from './demoCommands';
import { fixAllEdits } from './fixAllEdits';
import { isOptions } from '../protocol';
import type { Log } from './log';
import type { ReportPanels } from './panel/reportPanels';
import { toWorkspaceEdit } from './ranges';
import { openSample } from './samples';
import type { SearchSpaces } from './searchSpaces';
import { showParameter } from './showParameter';
import { exportTheoryNotebook, pickTheoryCell, showTheory } from './theory';
import type { WorkspaceCheck } from './workspaceCheck';

interface Services {
  readonly spaces: SearchSpaces;
  readonly panels: ReportPanels;
  readonly workspace: WorkspaceCheck;
  readonly log: Log;
  readonly extensionUri: vscode.Uri;
}

/** Every command there is, on one screen; the table is asked for one by its id. */
export function commandRunner(
  services: Services,
): (id: string, input: readonly unknown[]) => Promise<unknown> {
  const { spaces, panels, workspace, log, extensionUri } = services;
  /** For commands that make no sense without a search space. */
  const onCurrent = async (run: (document: vscode.TextDocument) => unknown): Promise<void> => {
    const document = await currentDocument(spaces, panels.current?.subject.uri);
    if (document !== undefined) await run(document);
  };
  const commands: Readonly<Record<string, (...input: readonly unknown[]) => unknown>> = {
    ...Object.fromEntries(
      demoCommands.map(({ command, demo }) => [
        command,
        (uri, space) => showDemo(services, demo, uri, space),
      ]),
    ),
    'tuningLens.showTopics': () => showTopics(services),
    'tuningLens.showParameter': () => onCurrent(document => showParameter(spaces, document)),
    'tuningLens.convert': to => onCurrent(document => convertSearchSpace(spaces, document, to)),
    'tuningLens.fixAll': () => onCurrent(document => fixAll(spaces, document)),
    'tuningLens.checkWorkspace': () => workspace.run(),
    'tuningLens.openSample': path => openSample(path),
    'tuningLens.openCheck': code => openCheck(extensionUri, code),
    'tuningLens.runTheoryCell': () => pickTheoryCell(services),
    'tuningLens.runAllTheoryCells': () => showTheory(services, 'all'),
    'tuningLens.exportTheoryNotebook': () => exportTheoryNotebook(),
    'tuningLens.showLog': () => log.show(),
    'tuningLens.runAgain': () => panels.current?.run(),
    'tuningLens.cancelRun': () => panels.current?.cancel(),
    'tuningLens.saveReport': () => panels.current?.save(),
  };
  return async (id, input) => {
    try {
      return await commands[id]?.(...input);
    } catch (error) {
      log.error(id, error);
      const showLog = vscode.l10n.t('Show Log');
      const message = vscode.l10n.t(
        'That did not work: {0}',
        error instanceof Error ? error.message : String(error),
      );
      if ((await vscode.window.showErrorMessage(message, showLog)) === showLog) log.show();
      return undefined;
    }
  };
}

async function showDemo(
  { panels, spaces }: Services,
  demo: string,
  given: unknown,
  name: unknown,
): Promise<void> {
  const uri = givenUri(given) ?? (await currentDocument(spaces, panels.current?.subject.uri))?.uri;
  const subject = uri ?? (await openSample());
  const space = typeof name === 'string' ? name : undefined;
  const options = !(given instanceof vscode.Uri) && isOptions(given) ? given : undefined;
  if (subject !== undefined) panels.show({ uri: subject, space, demo }, options);
}

/** The gallery, over the report that is open or over what the space in the editor is. */
async function showTopics(services: Services): Promise<void> {
  const { panels } = services;
  if (panels.current === undefined) await showDemo(services, 'explain', undefined, undefined);
  panels.current?.panel.reveal();
  panels.current?.showGallery();
}

/** A lens hands over a URI, a link in a hover its text, a key binding the options it is for. */
function givenUri(given: unknown): vscode.Uri | undefined {
  return typeof given === 'string'
    ? vscode.Uri.parse(given)
    : given instanceof vscode.Uri
      ? given
      : undefined;
}

async function fixAll(spaces: SearchSpaces, document: vscode.TextDocument): Promise<void> {
  const edits = await fixAllEdits(spaces, document);
  if (edits.length > 0) {
    // What changes must be seen to change.
    const visible = vscode.window.visibleTextEditors.some(editor => editor.document === document);
    if (!visible) await vscode.window.showTextDocument(document);
    await vscode.workspace.applyEdit(toWorkspaceEdit(document, edits));
    return;
  }
  void vscode.window.showInformationMessage(vscode.l10n.t('There is nothing to fix without asking you.'));
}
