import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, extensionId, hurriedSweep, openText, squiggled, until } from './support';

// Named first in the alphabet: nothing may have activated the extension before.
describe('Activation', () => {
  after(closeAll);

  const extension = () => {
    const found = vscode.extensions.getExtension(extensionId);
    assert.ok(found, 'the extension is installed');
    return found;
  };

  it('does not happen for a file of another kind', async () => {
    await openText('# Notes\n', 'md');
    await new Promise(resolve => setTimeout(resolve, 500));
    assert.equal(extension().isActive, false);
  });

  it('happens when a sweep is opened, and squiggles appear by themselves', async () => {
    const document = await openText(hurriedSweep);
    await until('activation', () => extension().isActive);
    assert.match(await squiggled(document, 'linear-decades'), /learning_rate|0\.00001|0\.1/);
  });

  it('gives other extensions an interface to the findings', async () => {
    const api = (await extension().activate()) as {
      analyse(text: string, language: string): Promise<readonly { readonly code: string }[] | undefined>;
    };
    const codes = (await api.analyse(hurriedSweep, 'yaml'))?.map(({ code }) => code).sort();
    assert.deepEqual(codes, ['duplicate-choice', 'goal-direction', 'linear-decades']);
    assert.equal(await api.analyse('name: build\non: push\n', 'yaml'), undefined);
  });
});
