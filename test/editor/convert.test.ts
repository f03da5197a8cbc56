import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openText } from './support';

const sweep = `method: random
metric: {name: loss, goal: minimize}
parameters:
  learning_rate: {distribution: log_uniform_values, min: 1e-5, max: 1e-1}
  optimizer: {values: [adam, sgd]}
`;

describe('Convert Search Space', () => {
  // A document that was never saved asks where to, unless it is reverted.
  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  it('writes it for another tool, in a document of its own that is read as that tool reads it', async () => {
    const source = await openText(sweep);
    await vscode.commands.executeCommand('tuningLens.convert', 'optuna');
    const converted = vscode.window.activeTextEditor?.document;
    assert.ok(converted !== undefined && converted !== source);
    assert.equal(converted.languageId, 'python');
    assert.ok(converted.isUntitled);
    assert.match(converted.getText(), /suggest_float\("learning_rate", 1e-0?5, 0\.1, log=True\)/);
    assert.match(converted.getText(), /suggest_categorical\("optimizer", \["adam", "sgd"\]\)/);
    assert.equal(source.getText(), sweep);
  });

  it('says in the document what the target cannot express', async () => {
    await openText(`${sweep}early_terminate: {type: hyperband, min_iter: 3}\n`);
    await vscode.commands.executeCommand('tuningLens.convert', 'hydra');
    assert.match(vscode.window.activeTextEditor?.document.getText() ?? '', /^\s*#.*hyperband/im);
  });
});
