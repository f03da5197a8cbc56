import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';
import { packageExtension, vsixPath, zipEntries } from '../host/package';
import { chart, Workbench } from './workbench';

describe('The package', () => {
  let said: string;
  before(async () => {
    said = await packageExtension();
  });

  it('is made without a warning', () => {
    assert.doesNotMatch(said, /warn|error/i);
  });

  it('holds exactly what is needed', async () => {
    const names = (await zipEntries(vsixPath)).map(({ name }) => name).sort();
    assert.deepEqual(names, [
      '[Content_Types].xml',
      'extension.vsixmanifest',
      'extension/LICENSE.txt',
      'extension/changelog.md',
      'extension/dist/extension.js',
      'extension/dist/extension.web.js',
      'extension/dist/webview.css',
      'extension/dist/webview.js',
      'extension/media/checks.md',
      'extension/media/icon.png',
      'extension/media/report-dark.svg',
      'extension/media/report-light.svg',
      'extension/media/schemas/katib-experiment.json',
      'extension/media/schemas/nni-experiment.json',
      'extension/media/schemas/nni-search-space.json',
      'extension/media/schemas/wandb-sweep.json',
      ...['acquire', 'fix', 'halve', 'hover', 'open', 'sample'].map(
        step => `extension/media/walkthrough/${step}.svg`,
      ),
      'extension/package.json',
      'extension/package.nls.json',
      'extension/readme.md',
    ]);
  });

  it('stays within 30 files and 600 KB', async () => {
    assert.ok((await zipEntries(vsixPath)).length <= 30);
    const { size } = await stat(vsixPath);
    assert.ok(size <= 600 * 1024, `${size} bytes`);
  });

  it('works when installed', async () => {
    const workbench = await Workbench.open({ vsix: vsixPath });
    try {
      await workbench.openFile('wandb/sweep.yaml');
      await workbench.runCommand('Tuning Lens: Sample Search Space');
      const report = await workbench.report();
      await report.locator(chart).first().waitFor();
      assert.deepEqual(workbench.violations, []);
    } finally {
      await workbench.close();
    }
  });
});
