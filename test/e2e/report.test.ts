import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import type { Report } from '../../src/core/report/report';
import { accessibilityProblems } from './axe';
import { chart, keepPictures, themes, until, Workbench, type Theme } from './workbench';

describe('A person with a report', () => {
  let workbench: Workbench;
  let report: Frame;

  /** The panel with this heading, its first chart drawn. */
  async function shown(heading: RegExp): Promise<Frame> {
    const frame = await workbench.report();
    await frame.locator('article h1', { hasText: heading }).waitFor();
    await frame.locator(chart).first().waitFor();
    await frame.getByRole('status').filter({ hasText: 'complete' }).first().waitFor({ state: 'attached' });
    return frame;
  }

  before(async () => {
    workbench = await Workbench.open();
    await workbench.openFile('wandb/sweep.yaml');
    await workbench.page.locator('.codelens-decoration').first().waitFor();
  });
  after(() => workbench.close());
  keepPictures(() => workbench);

  for (const [title, heading] of [
    ['Explain Search Space', /^Explain/],
    ['Sample Search Space', /^Sampling/],
    ['Run Successive Halving', /halving/i],
    ['Show Next Trial by Acquisition', /^Acquisition/],
  ] as const) {
    it(`runs "${title}" and sees charts and checks, none of them failed`, async () => {
      await workbench.runCommand(`Tuning Lens: ${title}`);
      report = await shown(heading);
      assert.ok((await report.locator('figure').count()) > 0);
      const checks = report.getByRole('region', { name: 'Checks' });
      assert.match(await checks.innerText(), /Passed/);
      assert.doesNotMatch(await checks.innerText(), /Failed/);
      assert.equal(await workbench.page.locator('.tab', { hasText: 'sweep.yaml' }).count(), 2);
    });
  }

  for (const theme of Object.keys(themes) as Theme[]) {
    it(`has no accessibility problem in the theme ${theme}, switched to live`, async () => {
      await workbench.setTheme(theme);
      await report.locator(`body[data-vscode-theme-kind]`).waitFor();
      await workbench.page.waitForTimeout(500);
      assert.deepEqual(await accessibilityProblems(report), []);
    });
  }

  it('gets the numbers of a chart as a table', async () => {
    const figure = report.locator('figure').first();
    await figure.getByRole('button', { name: /Show data/ }).click();
    const table = figure.getByRole('table');
    await table.waitFor();
    assert.ok((await table.getByRole('row').count()) > 2);
    await figure.getByRole('button', { name: /Hide data|Show data/ }).click();
  });

  it('reaches every control with Tab', async () => {
    await report.locator('.topic-button').focus();
    const reached: string[] = [];
    for (let press = 0; press < 12; press++) {
      reached.push(await report.evaluate(() => document.activeElement?.tagName.toLowerCase() ?? ''));
      await workbench.page.keyboard.press('Tab');
    }
    for (const tag of ['button', 'select', 'input']) assert.ok(reached.includes(tag), reached.join());
  });

  it('changes the seed and gets another report, the same again with the old seed', async () => {
    const answer = report.locator('article .answer');
    const seed = report.getByRole('spinbutton', { name: 'Seed' });
    const first = await answer.innerText();
    await seed.fill('2');
    await seed.press('Enter');
    await report.locator('article .answer').filter({ hasNotText: first }).waitFor();
    await seed.fill('1');
    await seed.press('Enter');
    await report.locator('article .answer', { hasText: first }).waitFor();
  });

  it('goes from a parameter in the report to its line in the file', async () => {
    await report
      .getByRole('button', { name: /^(weight_decay|dropout)$/ })
      .first()
      .click();
    const line = workbench.page.locator('.statusbar-item', { hasText: /Ln \d+.*selected/ });
    await line.waitFor();
  });

  it('saves what is shown, beside the file unless told otherwise', async () => {
    await report.getByRole('button', { name: 'Export', exact: true }).click();
    await report.getByRole('menuitem', { name: /JSON/ }).click();
    await workbench.quickInput.getByRole('button', { name: 'OK' }).click();
    const path = join(workbench.folder, 'wandb', 'sweep-acquisition-seed1.json');
    await until('the file', () => existsSync(path));
    const saved = JSON.parse(await readFile(path, 'utf8')) as Report;
    assert.equal(saved.version, 1);
    assert.equal(saved.provenance.seed, 1);
    assert.equal(saved.answer, await report.locator('article .answer').innerText());
  });

  it('follows the file while it is edited', async () => {
    const { page } = workbench;
    await page.locator('.view-line', { hasText: 'dropout' }).first().getByText('dropout').dblclick();
    await page.keyboard.insertText('drop_share');
    await report.locator('option', { hasText: 'drop_share' }).first().waitFor({ state: 'attached' });
    await page.keyboard.press('Control+Z');
    await report.locator('option', { hasText: 'dropout' }).first().waitFor({ state: 'attached' });
  });

  it('reloads the window and finds the same report', async () => {
    const before = await report.locator('article .answer').innerText();
    await workbench.reload();
    report = await shown(/^Acquisition/);
    assert.equal(await report.locator('article .answer').innerText(), before);
  });

  it('has caused no violation of the content security policy in all that', () => {
    assert.deepEqual(workbench.violations, []);
  });
});
