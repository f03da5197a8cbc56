import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  codeOf,
  eventually,
  openSample,
  openText,
  placeOf,
  problems,
  problemWith,
  replaceAll,
} from './support/editing';

describe('squiggles', () => {
  afterEach(closeAll);

  it('stand on exactly the token they are about', async () => {
    const document = await openText('method: random\nparameters:\n  lr: {min: 1e-5, max: 0.1}\n');
    const problem = await problemWith(document, 'string-number');
    assert.equal(document.getText(problem.range), '1e-5');
  });

  it('see all that is wrong with a sweep written in a hurry', async () => {
    const document = await openSample('wandb/hurried-sweep.yaml');
    await eventually('the findings', () => (problems(document).length >= 6 ? true : undefined));
    const codes = problems(document).map(codeOf);
    for (const code of [
      'string-number',
      'linear-decades',
      'values-as-exponents',
      'duplicate-choice',
      'test-metric',
      'goal-direction',
    ]) {
      assert.ok(codes.includes(code), `${code} is among ${codes.join(', ')}`);
    }
  });

  it('carry a source, a code that leads to its page, and one sentence', async () => {
    const document = await openSample('wandb/hurried-sweep.yaml');
    await eventually('findings', () => (problems(document).length > 0 ? true : undefined));
    for (const problem of problems(document)) {
      assert.equal(problem.source, 'Tuning Lens');
      assert.ok(typeof problem.code === 'object');
      assert.equal(problem.code.target.scheme, 'command');
      assert.match(problem.message, /[.!?]$/);
      assert.doesNotMatch(problem.message, /\n/);
      assert.ok(!problem.range.isEmpty, codeOf(problem));
    }
  });

  it('say what is broken, and where, while a line is half typed', async () => {
    const document = await openText('method: random\nparameters:\n  lr: {min: 0.1, max: 0.01}\n');
    await problemWith(document, 'inverted-bounds');
    await replaceAll(document, 'method: random\nparameters:\n  lr: {min: 0.1, max: \n');
    const syntax = await problemWith(document, 'syntax');
    assert.equal(syntax.severity, vscode.DiagnosticSeverity.Error);
  });

  it('go where a comment says ignore', async () => {
    const document = await openText('method: random\nparameters:\n  lr: {min: 0.1, max: 0.01}\n');
    await problemWith(document, 'inverted-bounds');
    const line = placeOf(document, '  lr');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, line.start, '  # tuning-lens: ignore inverted-bounds\n');
    await vscode.workspace.applyEdit(edit);
    await eventually('no such finding', () =>
      problems(document).every(problem => codeOf(problem) !== 'inverted-bounds') ? true : undefined,
    );
  });
});
