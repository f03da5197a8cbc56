import * as vscode from 'vscode';
import { theoryCells } from '../core/theory/cells';
import { theoryNotebook } from '../core/theory/notebook';
import { kindTitle } from '../core/theory/report';
import { topicTitle } from '../core/theory/topics';
import { currentDocument } from './currentDocument';
import type { ReportPanels } from './panel/reportPanels';
import { noFile } from './panel/subject';
import type { SearchSpaces } from './searchSpaces';

interface Services {
  readonly spaces: SearchSpaces;
  readonly panels: ReportPanels;
}

/** Runs the cell of the user's choice. */
export async function pickTheoryCell(services: Services): Promise<void> {
  const picked = await vscode.window.showQuickPick(
    theoryCells.map(({ number, topic, kind }) => ({
      label: `${number}. ${topicTitle(topic)}`,
      description: kindTitle(kind),
      cell: String(number),
    })),
    { placeHolder: vscode.l10n.t('Which cell of the theory notebook?'), matchOnDescription: true },
  );
  if (picked !== undefined) await showTheory(services, picked.cell);
}

/** Shows a cell, or all of them, beside the search space that is open, if one is. */
export async function showTheory({ spaces, panels }: Services, cell: string): Promise<void> {
  const document = await currentDocument(spaces, panels.current?.subject.uri);
  const uri = document?.uri ?? noFile;
  panels.show({ uri, demo: 'theory' }, { cell });
}

/** Saves the cells as a Jupyter notebook and opens it. */
export async function exportTheoryNotebook(): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const target = await vscode.window.showSaveDialog({
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, 'hyperparameter-theory.ipynb') }),
    filters: { [vscode.l10n.t('Jupyter notebook')]: ['ipynb'] },
  });
  if (target === undefined) return;
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(theoryNotebook(theoryCells)));
  await vscode.commands.executeCommand('vscode.open', target);
}
