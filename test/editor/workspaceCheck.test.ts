import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, codeOf, squiggles, until } from './support';

interface Found {
  readonly files: number;
  readonly spaces: number;
  readonly problems: number;
  readonly filesWithProblems: number;
}

/** Writes a file that nobody opens. */
async function write(name: string, text: string): Promise<vscode.Uri> {
  const folder = vscode.workspace.workspaceFolders?.[0] ?? assert.fail();
  const uri = vscode.Uri.joinPath(folder.uri, name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

const wrong = 'method: random\nparameters:\n  lr: {min: 0.5, max: 0.1}\n';
const errorsOf = (uri: vscode.Uri): string[] =>
  vscode.languages
    .getDiagnostics(uri)
    .filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error)
    .map(codeOf);
const check = () => vscode.commands.executeCommand<Found>('tuningLens.checkWorkspace');

describe('Check All Search Spaces in Workspace', () => {
  it('shows the problems of files that are not open, on exactly the tokens', async () => {
    const uri = await write('unopened/deep/tune.yaml', wrong);
    const other = await write('unopened/node_modules/tune.yaml', wrong);
    const found = await check();
    assert.ok(found.spaces > 0 && found.problems > 0 && found.files > found.filesWithProblems);
    assert.deepEqual(errorsOf(uri), ['inverted-bounds']);
    assert.deepEqual(errorsOf(other), []);
    const diagnostic = vscode.languages.getDiagnostics(uri).find(each => codeOf(each) === 'inverted-bounds');
    assert.deepEqual(diagnostic?.range, new vscode.Range(2, 12, 2, 15));
  });

  it('hands a file over to its editor when it is opened', async () => {
    const uri = await write('unopened/handed-over.yaml', wrong);
    await check();
    assert.equal(errorsOf(uri).length, 1);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    await until(
      'the squiggle of the open file',
      () => squiggles(document).filter(each => codeOf(each) === 'inverted-bounds').length === 1,
    );
    await closeAll();
  });

  it('forgets what the last run found', async () => {
    const uri = await write('unopened/mended.yaml', wrong);
    await check();
    assert.equal(errorsOf(uri).length, 1);
    await write('unopened/mended.yaml', wrong.replace('0.5', '0.05'));
    await check();
    assert.deepEqual(errorsOf(uri), []);
  });
});
