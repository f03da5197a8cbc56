import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openText, positionOf } from './support';

const experiment = `apiVersion: kubeflow.org/v1beta1
kind: Experiment
metadata: {name: a}
spec:
  parameters:
    - name: rate # of learning
      parameterType: double
      feasibleSpace: {min: "0.1", max: "0.5"}
  trialTemplate:
    trialParameters:
      - {name: lr, reference: rate}
`;

describe('Rename', () => {
  it('changes a parameter and what refers to it, and nothing else', async () => {
    const document = await openText(experiment);
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      positionOf(document, 'rate #'),
      'learning-rate',
    );
    await vscode.workspace.applyEdit(edit);
    const expected = experiment
      .replace('name: rate', 'name: learning-rate')
      .replace('reference: rate', 'reference: learning-rate');
    assert.equal(document.getText(), expected);
  });

  it('says why a name cannot be', async () => {
    const document = await openText(
      'method: random\nparameters:\n  a: {values: [1, 2]}\n  b: {values: [1, 2]}\n',
    );
    const rename = vscode.commands.executeCommand(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      positionOf(document, 'a: '),
      'b',
    );
    await assert.rejects(Promise.resolve(rename), /already has a parameter `b`/);
  });
});
