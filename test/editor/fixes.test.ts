import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, codeOf, hurriedSweep, openText, squiggled, squiggles, until } from './support';

async function actionsAt(
  document: vscode.TextDocument,
  range: vscode.Range,
  kind: vscode.CodeActionKind,
): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    kind.value,
    20,
  );
}

const whole = (document: vscode.TextDocument) =>
  new vscode.Range(new vscode.Position(0, 0), document.lineAt(document.lineCount - 1).range.end);

describe('Quick fixes', () => {
  afterEach(closeAll);

  for (const code of ['goal-direction', 'linear-decades', 'duplicate-choice']) {
    it(`of ${code} is preferred, clears its squiggle and keeps every comment`, async () => {
      const document = await openText(hurriedSweep);
      await squiggled(document, code);
      const squiggle = squiggles(document).find(diagnostic => codeOf(diagnostic) === code);
      assert.ok(squiggle);
      const actions = await actionsAt(document, squiggle.range, vscode.CodeActionKind.QuickFix);
      const [fix] = actions;
      assert.ok(fix?.edit, 'the first on offer');
      assert.equal(fix.isPreferred, true);
      await vscode.workspace.applyEdit(fix.edit);
      await until('the squiggle is gone', () => !squiggles(document).map(codeOf).includes(code));
      assert.match(document.getText(), /^# the search of last spring$/m);
      assert.match(document.getText(), /learning_rate: # smaller for the big model$/m);
    });
  }

  it('are all applied by the source action, which then has nothing left to do', async () => {
    const document = await openText(hurriedSweep);
    await squiggled(document, 'goal-direction');
    const kind = vscode.CodeActionKind.SourceFixAll.append('tuningLens');
    const [fixAll] = await actionsAt(document, whole(document), kind);
    assert.ok(fixAll?.edit);
    await vscode.workspace.applyEdit(fixAll.edit);
    await until('no squiggles', () => squiggles(document).length === 0);
    assert.match(document.getText(), /^# the search of last spring$/m);
    assert.match(document.getText(), /goal: minimize/);
    assert.match(document.getText(), /values: \[32, 64\]/);
    assert.deepEqual(await actionsAt(document, whole(document), kind), []);
  });

  it('are all applied by the command', async () => {
    const document = await openText(hurriedSweep);
    await squiggled(document, 'goal-direction');
    await vscode.commands.executeCommand('tuningLens.fixAll');
    await until('no squiggles', () => squiggles(document).length === 0);
  });
});
