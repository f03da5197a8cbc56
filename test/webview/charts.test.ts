import assert from 'node:assert/strict';
import type { ChartBlock, Report } from '../../src/core/report/report';
import { posterior } from './fixtureCharts';
import { fixtureReport } from './fixtureReport';
import { fixtureSnapshot } from './fixtureSnapshot';
import { closeBrowser, openPage } from './openPage';
import { chart, drawAll, painted } from './settled';
import { themes } from './themes';

const title = 'Posterior after each trial';

/** The fixture report with nothing but these charts. */
function only(...blocks: ChartBlock[]): Report {
  return { ...fixtureReport(4), sections: [{ id: 'charts', title: 'Charts', blocks }] };
}

describe('charts', () => {
  after(closeBrowser);

  it('wait below the fold until they are scrolled near', async () => {
    const opened = await openPage();
    await opened.show(fixtureSnapshot());
    await painted(opened);
    const last = chart(opened.page, 'Loss by trial and by lr');
    assert.equal(await last.locator('.picture svg').count(), 0);
    await last.scrollIntoViewIfNeeded();
    await last.locator('.picture svg').waitFor();
  });

  it('take the theme at once and keep slider and brush', async () => {
    const opened = await openPage();
    const { page } = opened;
    await opened.show(fixtureSnapshot());
    await painted(opened);
    await drawAll(page);
    const figure = chart(page, title);
    const line = figure.locator('.mark-line path').first();
    assert.equal(await line.getAttribute('stroke'), themes.dark.variables['charts-blue']);
    await figure.getByRole('slider').press('Home');
    const picture = chart(page, 'Loss by trial and by lr').locator('.picture svg');
    const box = await picture.boundingBox();
    assert.ok(box !== null);
    await page.mouse.move(box.x + 100, box.y + 80);
    await page.mouse.down();
    await page.mouse.move(box.x + 260, box.y + 160, { steps: 4 });
    await page.mouse.up();
    const brush = (): Promise<string | null> =>
      picture.locator('.brush_brush_bg path, .brush_brush path').first().getAttribute('d');
    const before = await brush();

    await opened.setTheme(themes.light);
    await page.waitForFunction(
      blue => document.querySelector(`.mark-line path[stroke="${blue}"]`) !== null,
      themes.light.variables['charts-blue'],
    );
    assert.equal(await figure.getByRole('slider').inputValue(), '1');
    assert.equal(await figure.locator('.mark-symbol.role-mark path').count(), 1);
    await page.waitForTimeout(300);
    assert.equal(await brush(), before);
    assert.deepEqual(await opened.troubles(), []);
  });

  it('are walked through with the arrow keys, each step announced', async () => {
    const opened = await openPage();
    await opened.show(fixtureSnapshot({ report: only(posterior()) }));
    await painted(opened);
    const figure = chart(opened.page, title);
    const slider = figure.getByRole('slider', { name: 'Trials so far' });
    const caption = figure.locator('output');
    assert.equal(await caption.getAttribute('aria-live'), 'polite');
    const path = await figure.locator('.mark-line path').first().getAttribute('d');
    await slider.press('ArrowLeft');
    assert.equal(await caption.innerText(), 'After 5 trials the band is 0.20 wide.');
    await opened.page.waitForFunction(
      before => document.querySelector('.mark-line path')?.getAttribute('d') !== before,
      path,
    );
  });

  it('are taken by a click on a mark to the step it stands for', async () => {
    const opened = await openPage();
    await opened.show(fixtureSnapshot({ report: only(posterior()) }));
    await painted(opened);
    const figure = chart(opened.page, title);
    await figure.locator('.mark-symbol path').nth(2).click();
    assert.equal(await figure.getByRole('slider').inputValue(), '3');
    assert.equal(await figure.locator('output').innerText(), 'After 3 trials the band is 0.33 wide.');
  });

  it('take new rows without starting over, and follow the last step', async () => {
    const opened = await openPage();
    const { page } = opened;
    const block = posterior();
    const { slider } = block;
    assert.ok(slider !== undefined);
    await opened.show(fixtureSnapshot({ report: only(block) }));
    await painted(opened);
    await page.evaluate(() => document.querySelector('.picture svg')?.setAttribute('data-same', 'yes'));
    const trials = [...(block.data['trials'] ?? []), { step: 7, x: 0.5, y: 0.5, kind: 'asked' }];
    const next = { ...block, data: { ...block.data, trials }, slider: { ...slider, max: 7, value: 7 } };
    await opened.show(fixtureSnapshot({ revision: 2, report: only(next) }));
    await page.waitForFunction(() => document.querySelectorAll('.mark-symbol.role-mark path').length === 7);
    assert.equal(await page.locator('svg[data-same=yes]').count(), 1);
    assert.equal(await page.getByRole('slider').inputValue(), '7');
  });

  it('that cannot be drawn say so, show their data and leave the others alone', async () => {
    const opened = await openPage();
    const broken = { ...posterior(), id: 'broken', title: 'Broken', spec: { mark: 'no such mark' } };
    await opened.show(fixtureSnapshot({ report: only(broken, posterior()) }));
    await painted(opened);
    const figure = chart(opened.page, 'Broken');
    assert.match(await figure.locator('.notice').innerText(), /could not be drawn/);
    assert.ok(await figure.getByRole('table').isVisible());
    await chart(opened.page, title).locator('.picture svg').waitFor();
    assert.ok(
      (await opened.posted()).some(
        message => message.type === 'problem' && /^broken: /.test(message.message),
      ),
    );
  });

  it('of more than 1,000 marks are painted on a canvas', async () => {
    const opened = await openPage();
    await opened.show(fixtureSnapshot({ report: fixtureReport(1200) }));
    await painted(opened);
    const first = chart(opened.page, 'lr against wd by sampler');
    assert.equal(await first.locator('.picture canvas').count(), 1);
    assert.equal(await first.locator('.picture svg').count(), 0);
  });

  it('are as wide as the page lets them, and never wider', async () => {
    const opened = await openPage({ width: 900 });
    const { page } = opened;
    await opened.show(fixtureSnapshot());
    await painted(opened);
    await drawAll(page);
    for (const width of [420, 1300]) {
      await page.setViewportSize({ width, height: 900 });
      await page.waitForTimeout(1500);
      const shares = await page.locator('.picture').evaluateAll(pictures =>
        pictures.map(picture => {
          const drawn = picture.querySelector('svg')?.getBoundingClientRect().width ?? 0;
          return drawn / picture.clientWidth;
        }),
      );
      assert.ok(
        shares.every(share => share > 0.85 && share <= 1),
        `at ${width}: ${shares.join(' ')}`,
      );
    }
  });

  it('show the series by shape as well in high contrast', async () => {
    const opened = await openPage({ theme: 'hc-dark' });
    await opened.show(fixtureSnapshot({ report: only(posterior()) }));
    await painted(opened);
    const shapes = await chart(opened.page, title)
      .locator('.role-legend-symbol path')
      .evaluateAll(paths => paths.map(path => path.getAttribute('d')));
    assert.equal(new Set(shapes).size, 2);
  });
});
