import assert from 'node:assert/strict';
import { finish } from '../../src/core/numeric/work';
import { standaloneHtml } from '../../src/core/report/standaloneHtml';
import { theoryCells } from '../../src/core/theory/cells';
import { theoryReport } from '../../src/core/theory/report';
import { fixtureSnapshot } from './fixtureSnapshot';
import { built, closeBrowser, openPage } from './openPage';
import { painted } from './settled';

const cells = theoryCells.filter(({ number }) => number === 9);
const report = finish(
  theoryReport(cells, { demo: 'theory', seed: 7, options: { cell: '9' }, toolVersion: '0' }),
);

describe('a theory cell', () => {
  after(closeBrowser);

  it("leads to its topic's demonstration, with the options that show the topic", async () => {
    const opened = await openPage();
    await opened.show(fixtureSnapshot({ report, demo: 'theory' }));
    await painted(opened);
    await opened.page.getByRole('button', { name: 'Show Expected improvement on a search space' }).click();
    const runs = (await opened.posted()).filter(({ type }) => type === 'run');
    const options = { acquisition: 'expected-improvement' };
    assert.deepEqual(runs, [{ type: 'run', demo: 'acquisition', seed: 7, options }]);
    assert.deepEqual(await opened.troubles(), []);
  });

  it('offers nothing in a saved report, where nobody could run it', async () => {
    const { page } = await openPage({
      html: standaloneHtml(report, built('webview.js'), built('webview.css')),
    });
    await page.getByRole('heading', { name: '9. Expected improvement' }).waitFor();
    assert.equal(await page.getByRole('button', { name: /search space/ }).count(), 0);
  });
});
