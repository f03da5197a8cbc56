import assert from 'node:assert/strict';
import { chart, keepPictures, until, Workbench } from './workbench';

const workflow = 'name: build\non:\n  push:\n    branches: [main]\njobs: {}\n';

describe('A person with a sweep file', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open({ files: { 'workflow.yaml': workflow } });
  });
  after(() => workbench.close());
  keepPictures(() => workbench);

  it('is offered nothing on a file that is no search space', async () => {
    await workbench.openFile('workflow.yaml');
    const logs = await workbench.paletteTitles('Tuning Lens: Show Log');
    assert.ok(logs.includes('Tuning Lens: Show Log'), logs.join());
    const samples = await workbench.paletteTitles('Tuning Lens: Sample Search Space');
    assert.ok(!samples.includes('Tuning Lens: Sample Search Space'), samples.join());
    assert.equal(await workbench.page.locator('.codelens-decoration').count(), 0);
  });

  it('sees squiggles and one line of actions, and the palette offers the commands', async () => {
    const { page } = workbench;
    await workbench.openFile('wandb/hurried-sweep.yaml');
    await page.locator('.squiggly-error, .squiggly-warning').first().waitFor();
    const lens = page.locator('.codelens-decoration').first();
    await lens.waitFor();
    assert.match(await lens.innerText(), /Explain\s*\|\s*Sample\s*\|\s*Acquire\s*\|\s*Halve/);
    // One at a time: of a long list the palette draws only what is in sight.
    for (const title of ['Sample Search Space', 'Run Successive Halving', 'Fix All Search Space Problems']) {
      const titles = await workbench.paletteTitles(`Tuning Lens: ${title}`);
      assert.ok(titles.includes(`Tuning Lens: ${title}`), titles.join());
    }
  });

  it('reads in the language status what the file was recognised as', async () => {
    const { page } = workbench;
    await page.locator('[id="status.languageStatus"]').hover();
    const status = page.locator('.hover-language-status', { hasText: 'W&B sweep' });
    await status.waitFor();
    assert.match(await status.innerText(), /W&B sweep · \d+ parameters? · \d+ problems?/);
    await page.mouse.move(0, 0);
  });

  it('hovers a parameter and sees its distribution', async () => {
    await workbench.openFile('wandb/sweep.yaml');
    await workbench.page.locator('.codelens-decoration').first().waitFor();
    const hover = await workbench.hoverWord('learning_rate');
    const picture = hover.locator('img');
    await picture.waitFor();
    assert.ok((await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)) > 100, 'it is drawn');
    assert.match((await picture.getAttribute('alt')) ?? '', /learning_rate .*\(inclusive\)/);
    const text = await hover.innerText();
    // Log-uniform on [1e-5, 0.03]: the median is the geometric mean of the bounds.
    for (const number of ['1e-5', '0.03', '5.48e-4']) assert.ok(text.includes(number), text);
  });

  it('fixes everything that can be fixed with one command', async () => {
    const { page } = workbench;
    await workbench.openFile('wandb/hurried-sweep.yaml');
    const squiggles = page.locator('.squiggly-error, .squiggly-warning');
    await squiggles.first().waitFor();
    const before = await squiggles.count();
    await workbench.runCommand('Tuning Lens: Fix All Search Space Problems');
    await page.locator('.view-line', { hasText: 'log_uniform_values' }).first().waitFor();
    await until('fewer squiggles', async () => (await squiggles.count()) < before);
  });
});

describe('A person with nothing open', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open();
  });
  after(() => workbench.close());
  keepPictures(() => workbench);

  it('is offered the samples, and gets a report on the one picked', async () => {
    await workbench.runCommand('Tuning Lens: Sample Search Space');
    await workbench.pick('NNI search space');
    const report = await workbench.report();
    await report.locator('article h1', { hasText: 'Untitled-1' }).waitFor();
  });
});

describe('A person who does not trust the folder', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open({ restricted: true });
  });
  after(() => workbench.close());
  keepPictures(() => workbench);

  it('has everything, since nothing of the folder is ever run', async () => {
    await workbench.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
    await workbench.openFile('wandb/sweep.yaml');
    await workbench.page.locator('.codelens-decoration').first().waitFor();
    await workbench.runCommand('Tuning Lens: Run Successive Halving');
    const report = await workbench.report();
    await report.locator(chart).first().waitFor();
  });
});
