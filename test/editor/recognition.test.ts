import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, codeOf, extensionId, openText, replaceText, squiggled, squiggles, until } from './support';

const sweep = 'method: random\nparameters:\n  lr: {min: 0.1, max: 0.01}\n';

/** Sets one of our settings while `action` runs. */
async function withSetting(name: string, value: unknown, action: () => Promise<unknown>): Promise<void> {
  const update = (to: unknown) =>
    vscode.workspace.getConfiguration('tuningLens').update(name, to, vscode.ConfigurationTarget.Workspace);
  await update(value);
  try {
    await action();
  } finally {
    await update(undefined);
  }
}

describe('Recognition', () => {
  afterEach(closeAll);

  it('takes over no language', async () => {
    const document = await openText(sweep);
    await squiggled(document, 'inverted-bounds');
    assert.equal(document.languageId, 'yaml');
  });

  it('says nothing of a YAML file that is no search space', async () => {
    const other = await openText('kind: StorageClass\nparameters: {min: 3, max: 1}\n');
    const document = await openText(sweep);
    await squiggled(document, 'inverted-bounds');
    assert.deepEqual(squiggles(other), []);
  });

  it('clears its findings when a file stops being a search space', async () => {
    const document = await openText(sweep);
    await squiggled(document, 'inverted-bounds');
    await replaceText(document, 'just: text\n');
    await until('no findings', () => squiggles(document).length === 0);
  });

  it('leaves alone what a setting says is never a search space, at once', async () => {
    const document = await openText(sweep);
    await squiggled(document, 'inverted-bounds');
    await withSetting('formats', { '**/test-*.yaml': 'never' }, () =>
      until('no findings', () => squiggles(document).length === 0),
    );
    await squiggled(document, 'inverted-bounds');
  });

  it('takes the severity of a check from the settings, at once', async () => {
    const document = await openText(sweep);
    await squiggled(document, 'inverted-bounds');
    await withSetting('checks.severity', { 'inverted-bounds': 'hint' }, () =>
      until('a hint', () =>
        squiggles(document).some(
          found => codeOf(found) === 'inverted-bounds' && found.severity === vscode.DiagnosticSeverity.Hint,
        ),
      ),
    );
  });

  it('goes where a comment says ignore', async () => {
    const document = await openText(sweep);
    await squiggled(document, 'inverted-bounds');
    await replaceText(document, sweep.replace('  lr', '  # tuning-lens: ignore inverted-bounds\n  lr'));
    await until('no findings', () => squiggles(document).length === 0);
  });

  it('offers its analysis to other extensions', async () => {
    const extension = vscode.extensions.getExtension<{
      analyse(text: string, language: string): Promise<readonly { readonly code: string }[] | undefined>;
    }>(extensionId);
    assert.ok(extension);
    const { analyse } = await extension.activate();
    assert.ok((await analyse(sweep, 'yaml'))?.some(({ code }) => code === 'inverted-bounds'));
    assert.equal(await analyse('a: 1', 'yaml'), undefined);
  });
});
