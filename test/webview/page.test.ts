import assert from 'node:assert/strict';
import type { FromPanel, PanelMemory } from '../../src/protocol';
import { fixtureSnapshot } from './fixtureSnapshot';
import { closeBrowser, openPage, type Opened } from './openPage';
import { painted } from './settled';

async function last(opened: Opened, type: FromPanel['type']): Promise<FromPanel | undefined> {
  return (await opened.posted()).findLast(message => message.type === type);
}

describe('the page', () => {
  after(closeBrowser);

  it('can be read before its script has run, and asks for its snapshot first', async () => {
    const opened = await openPage();
    assert.equal(await opened.page.getByRole('heading', { level: 1 }).count(), 1);
    assert.deepEqual((await opened.posted())[0], { type: 'ready' });
  });

  it('answers first, then checks the worst first, then the sections', async () => {
    const opened = await openPage();
    await opened.show(fixtureSnapshot());
    await painted(opened);
    const headings = await opened.page.locator('h1:visible, h2:visible').allInnerTexts();
    assert.deepEqual(headings, [
      'Sampling · sweep.yaml',
      'Checks',
      'Where the trials land',
      'What the model believes',
      'Trials',
    ]);
    const visible = opened.page.locator('.checks .badge:visible');
    assert.deepEqual(await visible.allInnerTexts(), ['Fail', 'Warning', 'Info']);
    assert.deepEqual(await opened.page.locator('summary').allInnerTexts(), [
      'Passed (2)',
      'Not applicable (1)',
    ]);
    await opened.page.getByText('Not applicable (1)').click();
    assert.ok(await opened.page.getByText('The file has no early_terminate.').isVisible());
  });

  it('leads from a parameter to its place in the file', async () => {
    const opened = await openPage();
    await opened.show(fixtureSnapshot());
    await painted(opened);
    await opened.page.locator('.checks').getByRole('button', { name: 'lr' }).click();
    assert.deepEqual(await last(opened, 'reveal'), { type: 'reveal', parameter: 'lr' });
    await opened.page.getByRole('table').getByRole('button', { name: 'wd' }).press('Enter');
    assert.deepEqual(await last(opened, 'reveal'), { type: 'reveal', parameter: 'wd' });
  });

  it('runs again with what was changed', async () => {
    const opened = await openPage();
    const { page } = opened;
    await opened.show(fixtureSnapshot());
    await page.getByRole('spinbutton', { name: 'Trials' }).fill('128');
    await page.getByRole('spinbutton', { name: 'Trials' }).press('Enter');
    const run = { type: 'run', demo: 'sampling', seed: 7 };
    assert.deepEqual(await last(opened, 'run'), {
      ...run,
      options: { count: 128, pair: 'lr wd', scramble: true },
    });
    await page.getByLabel('Scramble').uncheck();
    assert.deepEqual(await last(opened, 'run'), {
      ...run,
      options: { count: 128, pair: 'lr wd', scramble: false },
    });
    await page.getByRole('button', { name: 'Run with the next seed' }).click();
    const next = await last(opened, 'run');
    assert.equal(next?.type === 'run' ? next.seed : undefined, 8);
  });

  it('does not run with a value out of range', async () => {
    const opened = await openPage();
    await opened.show(fixtureSnapshot());
    await opened.page.getByRole('spinbutton', { name: 'Trials' }).fill('100000');
    await opened.page.getByRole('button', { name: 'Run', exact: true }).click();
    assert.equal(await last(opened, 'run'), undefined);
  });

  it('shows all topics by chapter in place of the report, and goes to the chosen one by keyboard', async () => {
    const opened = await openPage();
    const { page } = opened;
    await opened.show(fixtureSnapshot());
    const button = page.getByRole('button', { name: 'Sampling', exact: true });
    await button.focus();
    await page.keyboard.press('Enter');
    const gallery = page.getByRole('navigation', { name: 'Demonstrations' });
    assert.deepEqual(await gallery.getByRole('heading').allInnerTexts(), [
      'Your search space',
      'Searching it',
      'Budgets and populations',
    ]);
    assert.equal(await page.getByText('Where the trials land').isVisible(), false);
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-demo')), 'sampling');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    assert.deepEqual(await last(opened, 'run'), { type: 'run', demo: 'acquisition', seed: 7, options: {} });
    assert.equal(await gallery.isVisible(), false);
  });

  it('comes back from the topics to the report with Escape', async () => {
    const opened = await openPage();
    const { page } = opened;
    await opened.show(fixtureSnapshot());
    await page.getByRole('button', { name: 'Sampling', exact: true }).click();
    await page.keyboard.press('Escape');
    assert.ok(await page.getByText('Where the trials land').isVisible());
    const focused = page.locator(':focus');
    assert.equal(await focused.innerText(), 'Sampling');
  });

  it('keeps its report, as it is, while only the status changes', async () => {
    const opened = await openPage();
    const { page } = opened;
    await opened.show(fixtureSnapshot({ status: { kind: 'running', fraction: 0.25, message: 'Drawing' } }));
    await painted(opened);
    await page.evaluate(() => document.querySelector('.picture svg')?.setAttribute('data-same', 'yes'));
    for (const fraction of [0.5, 0.75]) {
      const status = { kind: 'running', fraction, message: 'Repeating' };
      await page.evaluate(data => window.postMessage(data, '*'), { type: 'status', status });
    }
    await page.locator('[role=progressbar][aria-valuenow="75"]').waitFor();
    assert.equal(await page.locator('svg[data-same=yes]').count(), 1);
    assert.ok(await page.getByRole('button', { name: 'Cancel' }).isVisible());
  });

  it('draws the charts further down after the first is on screen', async () => {
    const opened = await openPage();
    const { page } = opened;
    await page.evaluate(() => {
      const drawn = (): number => document.querySelectorAll('.picture svg, .picture canvas').length;
      const push = window.posted.push.bind(window.posted);
      window.posted.push = (...messages) => {
        if (messages.some(({ type }) => type === 'painted')) document.body.dataset['drawn'] = String(drawn());
        return push(...messages);
      };
    });
    await opened.show(fixtureSnapshot());
    await painted(opened);
    assert.equal(await page.evaluate(() => document.body.dataset['drawn']), '1');
    await page.locator('.picture').nth(1).locator('svg, canvas').waitFor();
  });

  it('shows progress over the report before, and cancels', async () => {
    const opened = await openPage();
    const { page } = opened;
    await opened.show(fixtureSnapshot());
    await painted(opened);
    await opened.show(
      fixtureSnapshot({
        revision: 2,
        status: { kind: 'running', fraction: 0.42, message: 'Drawing 64 trials' },
      }),
    );
    const bar = page.getByRole('progressbar');
    assert.equal(await bar.getAttribute('aria-valuenow'), '42');
    assert.ok(await page.getByText('Drawing 64 trials').isVisible());
    assert.ok(await page.getByText('Where the trials land').isVisible());
    await page.getByRole('button', { name: 'Cancel' }).click();
    assert.deepEqual(await last(opened, 'cancel'), { type: 'cancel' });
    await opened.show(fixtureSnapshot({ revision: 3, status: { kind: 'cancelled' } }));
    assert.ok(await page.getByText('Cancelled; what was drawn so far is below.').isVisible());
  });

  it('offers a way out of a failure, with the report before still there', async () => {
    const opened = await openPage();
    const { page } = opened;
    await opened.show(
      fixtureSnapshot({ status: { kind: 'failed', message: 'The run stopped: out of luck.' } }),
    );
    assert.equal(await page.getByRole('alert').innerText(), 'The run stopped: out of luck.');
    assert.ok(await page.getByText('Where the trials land').isVisible());
    await page.getByRole('button', { name: 'Retry' }).click();
    await page.getByRole('button', { name: 'Show Log' }).click();
    assert.deepEqual(await last(opened, 'retry'), { type: 'retry' });
    assert.deepEqual(await last(opened, 'showLog'), { type: 'showLog' });
  });

  it('says what would change an empty report in its place', async () => {
    const opened = await openPage();
    const message = 'All 4 parameters are constants; give lr a range.';
    await opened.show(fixtureSnapshot({ status: { kind: 'empty', message } }));
    assert.equal(await opened.page.getByRole('alert').innerText(), message);
    assert.equal(await opened.page.locator('.chart').count(), 0);
  });

  it('ignores snapshots that arrive late', async () => {
    const opened = await openPage();
    await opened.show(fixtureSnapshot({ revision: 5 }));
    await opened.show(fixtureSnapshot({ revision: 4, status: { kind: 'failed', message: 'late' } }));
    assert.equal(await opened.page.getByRole('alert').count(), 0);
  });

  it('remembers where it was and scrolls back after a reload', async () => {
    const opened = await openPage();
    await opened.show(fixtureSnapshot());
    await painted(opened);
    await opened.page.evaluate(() => window.scrollTo({ top: 700 }));
    await opened.page.waitForFunction(() => (window.state as { scroll: number }).scroll === 700);
    const state = await opened.page.evaluate(() => window.state as PanelMemory);
    const { uri, demo, seed, options } = fixtureSnapshot();
    assert.deepEqual(state, { version: 1, uri, demo, seed, options, scroll: 700 });

    const again = await openPage({ state });
    await again.show(fixtureSnapshot());
    await again.page.waitForFunction(() => window.scrollY === 700);
  });

  it('takes no notice of a damaged memory', async () => {
    for (const state of [null, 7, 'x', { version: 99 }, { version: 1, scroll: 'far' }]) {
      const opened = await openPage({ state });
      await opened.show(fixtureSnapshot());
      await painted(opened);
      assert.equal(await opened.page.evaluate(() => window.scrollY), 0);
      assert.deepEqual(await opened.troubles(), []);
    }
  });
});
