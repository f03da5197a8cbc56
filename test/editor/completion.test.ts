import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openText, positionOf } from './support';

/** What is offered behind the last character of `text`, without other extensions' words. */
async function offered(document: vscode.TextDocument, text: string): Promise<vscode.CompletionItem[]> {
  const at = document.positionAt(document.getText().indexOf(text) + text.length);
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    at,
  );
  return list.items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Text);
}

const labels = (items: readonly vscode.CompletionItem[]): string[] =>
  items.map(({ label }) => (typeof label === 'string' ? label : label.label));

describe('Completion', () => {
  it('offers the distributions of W&B with what they mean', async () => {
    const document = await openText(
      'method: random\nparameters:\n  lr:\n    min: 0.1\n    max: 1.0\n    distribution: \n',
    );
    const items = await offered(document, 'distribution: ');
    assert.ok(labels(items).includes('log_uniform_values'));
    const item = items.find(({ label }) => label === 'log_uniform_values');
    assert.match(String(item?.documentation), /logarithm/);
  });

  it('offers only what fits and inserts a whole parameter in the indentation of the file', async () => {
    const document = await openText(
      'method: random\nrun_cap: 30\nparameters:\n  x:\n    values: [1, 2]\n  \n',
    );
    const items = await offered(document, '[1, 2]\n  ');
    const sample = items.find(({ label }) => label === 'learning rate, log-uniform');
    assert.ok(sample?.insertText instanceof vscode.SnippetString);
    const editor = await vscode.window.showTextDocument(document);
    await editor.insertSnippet(sample.insertText, new vscode.Position(5, 2));
    assert.match(
      document.getText(),
      /^ {2}learning_rate:\n {4}distribution: log_uniform_values\n {4}min: 1\.0e-5\n/m,
    );
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['x', 'learning_rate'],
    );
  });

  it('offers the types of NNI once, beside the schema of JSON', async () => {
    const document = await openText(
      '{"x": {"_type": ""}, "y": {"_type": "choice", "_value": [1, 2]}}',
      'json',
    );
    const items = labels(await offered(document, '"_type": "'));
    assert.equal(items.filter(label => label === 'loguniform').length, 1);
  });

  it('says nothing in other files', async () => {
    const document = await openText('on: push\njobs:\n  \n');
    const at = positionOf(document, 'jobs');
    assert.ok(at);
    assert.deepEqual(labels(await offered(document, 'jobs:\n  ')), []);
  });
});
