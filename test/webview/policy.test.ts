import assert from 'node:assert/strict';
import { fixtureSnapshot } from './fixtureSnapshot';
import { closeBrowser, openPage } from './openPage';
import { chart, drawAll, painted } from './settled';

describe('under the policy of the panel', () => {
  after(closeBrowser);

  it('a report is drawn, hovered, brushed, walked through and exported without a single violation', async () => {
    const opened = await openPage();
    const { page } = opened;
    await opened.show(fixtureSnapshot());
    await painted(opened);
    await drawAll(page);

    await chart(page, 'Posterior mean over lr and wd').locator('.mark-rect path').nth(600).hover();
    await page.locator('.tooltip').waitFor();
    assert.match(await page.locator('.tooltip').innerText(), /Mean/);

    await chart(page, 'Posterior after each trial').getByRole('slider').press('ArrowLeft');
    const brushed = chart(page, 'Loss by trial and by lr').locator('.picture svg');
    const box = await brushed.boundingBox();
    assert.ok(box !== null);
    await page.mouse.move(box.x + 100, box.y + 80);
    await page.mouse.down();
    await page.mouse.move(box.x + 260, box.y + 160, { steps: 4 });
    await page.mouse.up();

    for (const item of [
      'Save as SVG',
      'Save as PNG',
      'Save the data as CSV',
      'Copy the Vega-Lite specification',
    ]) {
      await page.getByRole('button', { name: 'Export Posterior after each trial' }).click();
      await page.getByRole('menuitem', { name: item }).click();
    }
    await page.waitForFunction(() => window.posted.filter(({ type }) => type === 'save').length === 3);
    await page.getByRole('button', { name: 'Show data of Posterior after each trial' }).click();

    assert.deepEqual(await opened.troubles(), []);
    const problems = (await opened.posted()).filter(({ type }) => type === 'problem');
    assert.deepEqual(problems, []);
  });

  it('text from a file is never markup', async () => {
    const opened = await openPage();
    const hostile = '<img src=x onerror="window.violations.push(1)">';
    const snapshot = fixtureSnapshot({ file: hostile, status: { kind: 'failed', message: hostile } });
    await opened.show({
      ...snapshot,
      controls: [
        {
          kind: 'choice',
          id: hostile,
          label: hostile,
          choices: [{ value: hostile, label: hostile }],
          value: hostile,
        },
      ],
    });
    await painted(opened);
    assert.equal(await opened.page.locator('img, b').count(), 0);
    assert.deepEqual(await opened.troubles(), []);
  });
});
