import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, hurriedSweep, openText, positionOf, squiggled } from './support';

async function hoverOn(document: vscode.TextDocument, word: string): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    positionOf(document, word),
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map(content => (typeof content === 'string' ? content : content.value))
    .join('\n')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('\\_', '_');
}

const picture = /!\[([^\]]*)\]\((data:image\/svg\+xml[^)\s]*)/;

describe('Hover', () => {
  afterEach(async () => {
    await vscode.workspace
      .getConfiguration('tuningLens')
      .update('hover.picture', undefined, vscode.ConfigurationTarget.Workspace);
    await closeAll();
  });

  it('on a parameter says its range, its quantiles and its findings', async () => {
    const document = await openText(hurriedSweep);
    await squiggled(document, 'linear-decades');
    const text = await hoverOn(document, 'learning_rate');
    assert.match(text, /learning_rate/);
    assert.match(text, /1e-5/);
    // Uniform on [1e-5, 0.1]: the 5, 50 and 95 % quantiles.
    for (const quantile of ['0.00501', '0.05', '0.095']) assert.ok(text.includes(quantile), text);
  });

  it('carries a picture of at most 12 KB with a text in its place', async () => {
    const document = await openText(hurriedSweep);
    const found = picture.exec(await hoverOn(document, 'learning_rate'));
    assert.ok(found, 'there is a picture');
    const [, alternative = '', address = ''] = found;
    assert.match(alternative, /\d/);
    assert.ok(address.length <= 12 * 1024, `${address.length} characters`);
  });

  it('is complete without the picture', async () => {
    const document = await openText(hurriedSweep);
    const words = (text: string) => text.replace(picture, '').replace(/[^\w.%-]+/g, ' ');
    const before = words(await hoverOn(document, 'learning_rate'));
    await vscode.workspace
      .getConfiguration('tuningLens')
      .update('hover.picture', false, vscode.ConfigurationTarget.Workspace);
    const without = await hoverOn(document, 'learning_rate');
    assert.doesNotMatch(without, picture);
    for (const number of before.match(/\d[\d.e-]*%?/g) ?? []) assert.ok(without.includes(number), number);
  });

  it('says nothing where there is no parameter', async () => {
    const document = await openText(hurriedSweep);
    assert.equal(await hoverOn(document, 'program'), '');
  });
});
