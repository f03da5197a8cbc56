import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  codeOf,
  hurriedSweep,
  openText,
  replaceText,
  source,
  squiggled,
  squiggles,
  until,
} from './support';

describe('Squiggles', () => {
  afterEach(closeAll);

  it('stand under the exact token, with a sentence, a source and a code that leads to its page', async () => {
    const document = await openText(hurriedSweep);
    assert.equal(await squiggled(document, 'goal-direction'), 'maximize');
    const found = squiggles(document).find(diagnostic => codeOf(diagnostic) === 'goal-direction');
    assert.ok(found);
    assert.equal(document.lineAt(found.range.start).text.trim(), 'goal: maximize');
    assert.match(found.message, /val_loss/);
    assert.ok(typeof found.code === 'object' && found.code.target.scheme.length > 0);
  });

  it('go when the mistake is corrected, within a moment of the last keystroke', async () => {
    const document = await openText(hurriedSweep);
    await squiggled(document, 'goal-direction');
    await replaceText(document, hurriedSweep.replace('maximize', 'minimize'));
    await until('the squiggle is gone', () => !squiggles(document).map(codeOf).includes('goal-direction'));
    assert.ok(squiggles(document).map(codeOf).includes('linear-decades'), 'the others stay');
  });

  it('are absent from files that are no search space', async () => {
    const workflow = await openText('name: build\non:\n  push:\n    branches: [main]\njobs: {}\n');
    const sweep = await openText(hurriedSweep);
    await squiggled(sweep, 'goal-direction');
    assert.deepEqual(squiggles(workflow), []);
  });

  it('stay on the rest of the file while one line is half typed', async () => {
    const document = await openText(hurriedSweep);
    await squiggled(document, 'duplicate-choice');
    await replaceText(document, `${hurriedSweep}  dropout: {min: \n`);
    await squiggled(document, 'syntax');
    assert.ok(vscode.languages.getDiagnostics(document.uri).length > 0);
  });

  it('follow the settings at once: severities by code, "never" by file, off altogether', async () => {
    const document = await openText(hurriedSweep);
    await squiggled(document, 'goal-direction');
    const settings = vscode.workspace.getConfiguration('tuningLens');
    const set = (key: string, value: unknown) =>
      settings.update(key, value, vscode.ConfigurationTarget.Workspace);
    const severityOf = (code: string) =>
      squiggles(document).find(diagnostic => codeOf(diagnostic) === code)?.severity;

    await set('checks.severity', { 'goal-direction': 'hint', 'duplicate-choice': 'off' });
    await until('a hint', () => severityOf('goal-direction') === vscode.DiagnosticSeverity.Hint);
    assert.equal(severityOf('duplicate-choice'), undefined);
    await set('checks.severity', undefined);
    await until('back', () => severityOf('duplicate-choice') !== undefined);

    await set('formats', { '**/test-*.yaml': 'never' });
    await until('nothing', () => squiggles(document).length === 0);
    await set('formats', undefined);
    await until('back', () => squiggles(document).length > 0);

    await set('enabled', false);
    await until('nothing', () => squiggles(document).length === 0);
    await set('enabled', undefined);
    await until('back', () => squiggles(document).length > 0);
  });

  it('go when the file is closed', async () => {
    const { uri } = await openText(hurriedSweep);
    await closeAll();
    const copy = uri.with({ path: uri.path.replace('.yaml', '-copy.yaml') });
    await vscode.workspace.fs.copy(uri, copy);
    // Opened by the workbench: a document opened through the API is kept for minutes after its editor.
    await vscode.commands.executeCommand('vscode.open', copy);
    const ours = () => vscode.languages.getDiagnostics(copy).filter(one => one.source === source);
    await until('squiggles', () => ours().length > 0);
    await closeAll();
    await until('no squiggles', () => ours().length === 0);
  });
});
