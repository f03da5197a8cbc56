import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyse } from '../../src/core/analyse';
import { resolveOptions } from '../../src/core/demos/demo';
import { demos } from '../../src/core/demos/index';
import type { Report } from '../../src/core/report/report';
import { fixtureSnapshot } from './fixtureSnapshot';
import { closeBrowser, openPage } from './openPage';
import { drawAll, painted } from './settled';

const sample = join(__dirname, '..', '..', 'media', 'samples', 'wandb', 'sweep.yaml');
const shownPartials = 6;

describe('the reports of the demonstrations', () => {
  after(closeBrowser);

  for (const { id, title } of demos) {
    it(`${title} is drawn whole: every chart, no problem, no violation`, async () => {
      const opened = await openPage({ theme: 'hc-light', width: 620 });
      await opened.show(fixtureSnapshot({ report: reportsOf(id).final, demo: id }));
      await painted(opened);
      await drawAll(opened.page);
      for (const slider of await opened.page.getByRole('slider').all()) await slider.press('Home');
      assert.equal(await opened.page.locator('.picture .notice').count(), 0);
      assert.deepEqual(await opened.troubles(), []);
      const problems = (await opened.posted()).filter(({ type }) => type === 'problem');
      assert.deepEqual(problems, []);
    });

    it(`${title} fills while it runs, without a problem`, async function () {
      const { partials, final } = reportsOf(id);
      if (partials.length === 0) this.skip();
      const opened = await openPage({ width: 620 });
      const status = { kind: 'running', fraction: 0.5, message: '' } as const;
      for (let i = 0; i < shownPartials; i++) {
        const report = partials[Math.floor((i * partials.length) / shownPartials)];
        await opened.show(fixtureSnapshot({ revision: i + 1, report, demo: id, status }));
        await painted(opened);
        await drawAll(opened.page);
      }
      await opened.show(fixtureSnapshot({ revision: shownPartials + 1, report: final, demo: id }));
      await opened.page.getByText(final.answer, { exact: true }).first().waitFor();
      await drawAll(opened.page);
      const problems = (await opened.posted()).filter(({ type }) => type === 'problem');
      assert.deepEqual(problems, []);
    });
  }
});

/** What a run has to show on its way, and in the end. */
function reportsOf(id: string): { partials: readonly Report[]; final: Report } {
  const space = analyse(readFileSync(sample, 'utf8'), 'yaml', 'sweep.yaml')?.spaces[0];
  const demo = demos.find(candidate => candidate.id === id);
  assert.ok(space !== undefined && demo !== undefined);
  const options = resolveOptions(demo.controls(space), {});
  const run = demo.run({ space, options, seed: 7, source: { file: 'sweep.yaml', toolVersion: '0.1.0' } });
  const partials: Report[] = [];
  let step = run.next();
  for (; step.done !== true; step = run.next()) {
    if (step.value.partial !== undefined) partials.push(step.value.partial);
  }
  return { partials, final: step.value };
}
