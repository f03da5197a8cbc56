import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, eventually, openText, placeOf, problemWith, replaceAll } from './support/editing';

const sweep =
  'method: random\nparameters:\n  lr: {distribution: log_uniform_values, min: 0.00001, max: 0.1}\n  "x|y": {min: 3.0, max: 1.0}\n';

async function hoverText(document: vscode.TextDocument, place: vscode.Range): Promise<string> {
  const hovers: vscode.Hover[] = await vscode.commands.executeCommand(
    'vscode.executeHoverProvider',
    document.uri,
    place.start.translate(0, 1),
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map(content => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

describe('hover', () => {
  afterEach(closeAll);

  it('shows a distribution in words, in quantiles and as a picture with its numbers as alternative text', async () => {
    const document = await openText(sweep);
    const text = await hoverText(document, placeOf(document, 'lr'));
    assert.match(text, /log_uniform_values/);
    assert.match(text, /median/);
    assert.match(text, /!\[[^\]]{20,}\]\(data:image\/svg\+xml;base64,/);
    assert.ok(text.length < 100_000, 'longer hovers are cut');
  });

  it('escapes what the user wrote', async () => {
    const document = await openText('method: random\nparameters:\n  "<img src=x>": {min: 0.1, max: 0.01}\n');
    const text = await hoverText(document, placeOf(document, 'img'));
    assert.doesNotMatch(text, /(^|[^\\])<img/);
  });

  it('repeats the findings of its parameter', async () => {
    const document = await openText(sweep);
    const problem = await problemWith(document, 'inverted-bounds');
    const text = await hoverText(document, placeOf(document, 'x|y'));
    assert.ok(text.includes('inverted-bounds'), text);
    assert.ok(problem.message.length > 0);
  });

  it('keeps the last good distribution while the text is half typed', async () => {
    const document = await openText(sweep);
    await problemWith(document, 'inverted-bounds');
    await replaceAll(document, sweep.replace('max: 0.1}', 'max: '));
    await problemWith(document, 'syntax');
    assert.match(await hoverText(document, placeOf(document, 'lr')), /median/);
  });

  it('is silent on everything that is no parameter', async () => {
    const document = await openText(sweep);
    assert.equal(await hoverText(document, placeOf(document, 'method')), '');
  });
});

describe('lens', () => {
  afterEach(closeAll);

  const lenses = async (document: vscode.TextDocument): Promise<vscode.CodeLens[]> =>
    vscode.commands.executeCommand('vscode.executeCodeLensProvider', document.uri);

  it('stands over the parameters and offers what can be done with them', async () => {
    const document = await openText(sweep);
    const found = await eventually('lenses', async () => {
      const all = await lenses(document);
      return all.length > 0 ? all : undefined;
    });
    assert.deepEqual(
      found.map(({ command }) => command?.title),
      ['Sample', 'Acquire', 'Halve'],
    );
    for (const { range } of found) assert.equal(range.start.line, 1);
  });

  it('is gone when switched off', async () => {
    const document = await openText(sweep);
    const configuration = vscode.workspace.getConfiguration('tuningLens');
    try {
      await configuration.update('codeLens.enabled', false, vscode.ConfigurationTarget.Workspace);
      await eventually('no lens', async () => ((await lenses(document)).length === 0 ? true : undefined));
    } finally {
      await configuration.update('codeLens.enabled', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });
});
