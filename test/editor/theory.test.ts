import * as vscode from 'vscode';
import { closeAll, hurriedSweep, openText, until } from './support';

const reportLabel = (): string | undefined =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .find(
      ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('tuningLens.report'),
    )?.label;

describe('Theory notebook', () => {
  afterEach(closeAll);

  it('runs without any file', async () => {
    await closeAll();
    await vscode.commands.executeCommand('tuningLens.runAllTheoryCells');
    await until('the report', () => reportLabel()?.includes('Theory'));
  });

  it('runs beside the search space that is open', async () => {
    const document = await openText(hurriedSweep);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('tuningLens.runAllTheoryCells');
    const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
    await until('the report', () => reportLabel()?.includes(name));
  });
});
