import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeAll,
  eventually,
  openSample,
  openText,
  problems,
  problemWith,
  replaceAll,
} from './support/editing';

const sweep =
  'method: random\nmetric: {name: loss, goal: minimize}\nparameters:\n  lr: {min: 0.1, max: 0.01}\n';

describe('recognition', () => {
  afterEach(closeAll);

  it('leaves the language of a file alone', async () => {
    const document = await openSample('wandb/sweep.yaml');
    assert.equal(document.languageId, 'yaml');
  });

  it('finds nothing in a YAML file that is no search space', async () => {
    const document = await openText(
      'services:\n  web:\n    image: nginx\n    parameters: {min: 3, max: 1}\n',
    );
    const other = await openText(sweep);
    await eventually('the sweep to be checked', () => (problems(other).length > 0 ? true : undefined));
    assert.deepEqual(problems(document), []);
  });

  it('clears its findings when a file stops being a search space and when it is closed', async () => {
    const document = await openText(sweep);
    await eventually('findings', () => (problems(document).length > 0 ? true : undefined));
    await replaceAll(document, 'just: text\n');
    await eventually('no findings', () => (problems(document).length === 0 ? true : undefined));
    await replaceAll(document, sweep);
    await eventually('findings again', () => (problems(document).length > 0 ? true : undefined));
    await closeAll();
    await eventually('no findings after closing', () => (problems(document).length === 0 ? true : undefined));
  });

  it('says never where the user says never, at once and without a reload', async () => {
    const document = await openSample('wandb/hurried-sweep.yaml');
    await eventually('findings', () => (problems(document).length > 0 ? true : undefined));
    const configuration = vscode.workspace.getConfiguration('tuningLens');
    try {
      await configuration.update(
        'formats',
        { '**/hurried-*.yaml': 'never' },
        vscode.ConfigurationTarget.Workspace,
      );
      await eventually('no findings', () => (problems(document).length === 0 ? true : undefined));
    } finally {
      await configuration.update('formats', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await eventually('findings again', () => (problems(document).length > 0 ? true : undefined));
  });

  it('takes the severity of a check from the settings', async () => {
    const document = await openText(sweep);
    const problem = await problemWith(document, 'inverted-bounds');
    assert.equal(problem.severity, vscode.DiagnosticSeverity.Error);
    const configuration = vscode.workspace.getConfiguration('tuningLens');
    try {
      await configuration.update(
        'checks.severity',
        { 'inverted-bounds': 'hint' },
        vscode.ConfigurationTarget.Workspace,
      );
      await eventually('a hint', () =>
        problems(document).find(({ severity }) => severity === vscode.DiagnosticSeverity.Hint),
      );
    } finally {
      await configuration.update('checks.severity', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('offers its analysis to other extensions', async () => {
    const extension = vscode.extensions.getExtension<{
      analyse(text: string, language: string): Promise<readonly { readonly code: string }[] | undefined>;
    }>('tuning-lens.tuning-lens');
    assert.ok(extension);
    const { analyse } = await extension.activate();
    assert.ok((await analyse(sweep, 'yaml'))?.some(({ code }) => code === 'inverted-bounds'));
    assert.equal(await analyse('a: 1', 'yaml'), undefined);
  });
});
