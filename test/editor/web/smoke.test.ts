import * as vscode from 'vscode';
import { closeAll, extensionId, hurriedSweep, openText, positionOf, squiggled, until } from '../support';

// No Node here: the assertions are written out.
function check(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(what);
}

describe('In the browser', () => {
  after(closeAll);

  it('runs in the web extension host, from the one file made for it', () => {
    const extension = vscode.extensions.getExtension(extensionId);
    check(extension?.extensionUri.scheme === 'http', String(extension?.extensionUri));
    check(vscode.env.uiKind === vscode.UIKind.Web, 'a browser');
  });

  it('squiggles, explains and fixes a sweep of a workspace that is not on this machine’s disk', async () => {
    const document = await openText(hurriedSweep);
    check(document.uri.scheme !== 'file', document.uri.toString());
    check((await squiggled(document, 'goal-direction')) === 'maximize', 'the exact token');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      positionOf(document, 'learning_rate'),
    );
    check(hovers.length > 0, 'a hover');
    await vscode.commands.executeCommand('tuningLens.fixAll');
    await until('the fixes', () => document.getText().includes('goal: minimize'));
  });

  it('opens a report', async () => {
    const document = await openText(hurriedSweep);
    await vscode.commands.executeCommand('tuningLens.sample', document.uri);
    await until('the panel', () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .some(({ input }) => input instanceof vscode.TabInputWebview),
    );
  });
});
