import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fixtureSnapshot } from './fixtureSnapshot';
import { closeBrowser, openPage, type Opened } from './openPage';
import { drawAll, painted } from './settled';
import { themes } from './themes';

const axe = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

interface Axe {
  run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
}

/** Rule and element of everything axe-core objects to. */
async function objections({ page }: Opened): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run();
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(node => `${id}: ${node.html} ${node.failureSummary}`),
    );
  });
}

describe('accessibility', () => {
  after(closeBrowser);

  for (const theme of Object.keys(themes) as (keyof typeof themes)[]) {
    it(`axe-core has nothing to say about a full report in ${theme}`, async () => {
      const opened = await openPage({ theme });
      const { page } = opened;
      await opened.show(fixtureSnapshot());
      await painted(opened);
      await drawAll(page);
      for (const details of await page.locator('summary').all()) await details.click();
      await page.getByRole('button', { name: 'Show data of Loss by trial and by lr' }).click();
      await page.getByRole('button', { name: 'Export', exact: true }).click();
      assert.deepEqual(await objections(opened), []);
    });

    it(`axe-core has nothing to say about a running and a failed page in ${theme}`, async () => {
      const opened = await openPage({ theme });
      await opened.show(
        fixtureSnapshot({ status: { kind: 'running', fraction: 0.4, message: 'Drawing 64 trials' } }),
      );
      await painted(opened);
      assert.deepEqual(await objections(opened), []);
      await opened.show(fixtureSnapshot({ revision: 2, status: { kind: 'failed', message: 'It broke.' } }));
      assert.deepEqual(await objections(opened), []);
    });
  }

  it('every picture is an image with its summary as name, and the same sentence can be read below it', async () => {
    const opened = await openPage();
    await opened.show(fixtureSnapshot());
    await painted(opened);
    await drawAll(opened.page);
    for (const figure of await opened.page.locator('.chart').all()) {
      const summary = await figure.locator('.summary').innerText();
      assert.equal(await figure.getByRole('img', { name: summary }).count(), 1);
    }
  });

  it('everything that can be clicked can be reached with Tab', async () => {
    const opened = await openPage();
    const { page } = opened;
    await opened.show(fixtureSnapshot());
    await painted(opened);
    await drawAll(page);
    await page.evaluate(() => window.scrollTo({ top: 0 }));
    await page.locator('body').click({ position: { x: 2, y: 2 } });
    const reached = new Set<string>();
    for (let step = 0; step < 60; step++) {
      await page.keyboard.press('Tab');
      reached.add(
        await page.evaluate(() => {
          const { activeElement: at } = document;
          return at?.getAttribute('aria-label') ?? at?.textContent ?? '';
        }),
      );
    }
    for (const name of [
      'Sampling',
      'Export',
      'Run',
      'Run with the next seed',
      'Passed (2)',
      'lr',
      'wd',
      'Coverage',
    ]) {
      assert.ok(reached.has(name), name);
    }
    assert.ok(reached.has('Show data of lr against wd by sampler'));
    assert.ok(reached.has('Export lr against wd by sampler'));
  });

  it('menus close on Escape and give the focus back', async () => {
    const opened = await openPage();
    const { page } = opened;
    await opened.show(fixtureSnapshot());
    await painted(opened);
    const button = page.getByRole('button', { name: 'Export', exact: true });
    await button.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('End');
    const focused = await page.evaluate(() => document.activeElement?.textContent);
    assert.equal(focused, 'Copy the command that makes it again');
    await page.keyboard.press('Escape');
    assert.equal(await page.getByRole('menu').count(), 0);
    assert.ok(await button.evaluate(element => element === document.activeElement));
  });
});
