import assert from 'node:assert/strict';
import { standaloneHtml } from '../../src/core/report/standaloneHtml';
import { fixtureReport } from './fixtureReport';
import { built, closeBrowser, openPage } from './openPage';
import { chart, drawAll } from './settled';

describe('a saved report', () => {
  after(closeBrowser);

  for (const [colorScheme, background] of [
    ['light', 'rgb(255, 255, 255)'],
    ['dark', 'rgb(31, 31, 31)'],
  ] as const) {
    it(`opens by itself in a ${colorScheme} browser, without a violation`, async () => {
      const html = standaloneHtml(fixtureReport(), built('webview.js'), built('webview.css'));
      const opened = await openPage({ html, colorScheme });
      await drawAll(opened.page);
      assert.equal(
        await opened.page.evaluate(() => getComputedStyle(document.body).backgroundColor),
        background,
      );
      assert.equal(await opened.page.getByRole('button', { name: 'Run' }).count(), 0);
      assert.ok(await opened.page.getByText('sweep.yaml · W&B sweep · seed 7').isVisible());
      assert.deepEqual(await opened.troubles(), []);
    });
  }

  it('downloads what the panel would save, seed in the name', async () => {
    const html = standaloneHtml(fixtureReport(), built('webview.js'), built('webview.css'));
    const { page } = await openPage({ html });
    await chart(page, 'lr against wd by sampler').locator('.picture svg').waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export lr against wd by sampler' }).click();
    await page.getByRole('menuitem', { name: 'Save as PNG' }).click();
    assert.equal((await download).suggestedFilename(), 'sweep-pairs-seed7.png');
  });

  it('says so when the file holds no report', async () => {
    const html = standaloneHtml(
      { ...fixtureReport(4), version: 2 as 1 },
      built('webview.js'),
      built('webview.css'),
    );
    const { page } = await openPage({ html });
    assert.ok(await page.getByText('This file holds no report that can be shown.').isVisible());
  });
});
