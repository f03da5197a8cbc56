import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { extensionId } from './support';

describe('Manifest', () => {
  it('declares only commands that exist, and every command of ours is declared', async () => {
    const extension = vscode.extensions.getExtension(extensionId);
    assert.ok(extension);
    await extension.activate();
    const { contributes } = extension.packageJSON as {
      readonly contributes: { readonly commands: readonly { readonly command: string }[] };
    };
    const declared = contributes.commands.map(({ command }) => command).sort();
    const registered = (await vscode.commands.getCommands(true)).filter(id => id.startsWith('tuningLens.'));
    assert.deepEqual(registered.sort(), declared);
  });
});
