import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, hurriedSweep, openText } from './support';

const lensesOn = (document: vscode.TextDocument) =>
  vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 10);

describe('Lens', () => {
  const settings = () => vscode.workspace.getConfiguration('tuningLens');
  afterEach(async () => {
    await settings().update('codeLens.enabled', undefined, vscode.ConfigurationTarget.Workspace);
    await closeAll();
  });

  it('offers the demonstrations over the parameters, once', async () => {
    const document = await openText(hurriedSweep);
    const lenses = await lensesOn(document);
    assert.deepEqual(
      lenses.map(({ command }) => command?.command),
      ['tuningLens.explain', 'tuningLens.sample', 'tuningLens.acquire', 'tuningLens.halve'],
    );
    for (const { range } of lenses) {
      assert.match(document.lineAt(range.start.line).text, /^(parameters:| {2}learning_rate:)/);
    }
  });

  it('is absent from other files, and where the setting turns it off', async () => {
    assert.deepEqual(await lensesOn(await openText('a: 1\nparameters: none\n')), []);
    const document = await openText(hurriedSweep);
    await settings().update('codeLens.enabled', false, vscode.ConfigurationTarget.Workspace);
    assert.deepEqual(await lensesOn(document), []);
  });
});
