import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, hurriedSweep, openText, until } from './support';

const reportTabs = () =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(
      ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('tuningLens.report'),
    );

describe('Report panel', () => {
  afterEach(closeAll);

  it('opens beside the file, leaves the focus in it, and is used again', async () => {
    const document = await openText(hurriedSweep);
    await vscode.commands.executeCommand('tuningLens.sample', document.uri);
    const [tab] = await until('the panel', () => reportTabs().length === 1 && reportTabs());
    assert.equal(tab?.group.viewColumn, vscode.ViewColumn.Two);
    assert.equal(vscode.window.activeTextEditor?.document, document);
    await vscode.commands.executeCommand('tuningLens.halve', document.uri);
    await until('the title', () => reportTabs()[0]?.label.toLowerCase().includes('halving'));
    assert.equal(reportTabs().length, 1);
  });
});
