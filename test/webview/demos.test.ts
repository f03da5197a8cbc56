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

describe('the reports of the demonstrations', () => {
  after(closeBrowser);

  for (const { id, title } of demos) {
    it(`${title} is drawn whole: every chart, no problem, no violation`, async () => {
      const opened = await openPage({ theme: 'hc-light', width: 620 });
      await opened.show(fixtureSnapshot({ report: reportOf(id), demo: id }));
      await painted(opened);
      await drawAll(opened.page);
      for (const slider of await opened.page.getByRole('slider').all()) await slider.press('Home');
      assert.equal(await opened.page.locator('.picture .notice').count(), 0);
      assert.deepEqual(await opened.troubles(), []);
      const problems = (await opened.posted()).filter(({ type }) => type === 'problem');
      assert.deepEqual(problems, []);
    });
  }
});

function reportOf(id: string): Report {
  const space = analyse(readFileSync(sample, 'utf8'), 'yaml', 'sweep.yaml')?.spaces[0];
  const demo = demos.find(candidate => candidate.id === id);
  assert.ok(space !== undefined && demo !== undefined);
  const options = resolveOptions(demo.controls(space), {});
  const run = demo.run({ space, options, seed: 7, source: { file: 'sweep.yaml', toolVersion: '0.1.0' } });
  let step = run.next();
  while (step.done !== true) step = run.next();
  return step.value;
}
