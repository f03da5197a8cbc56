import assert from 'node:assert/strict';
import { chart, Workbench } from './workbench';

describe('The walkthrough', () => {
  let workbench: Workbench;
  before(async () => {
    workbench = await Workbench.open();
  });
  after(() => workbench.close());

  it('leads from a file with mistakes to three demonstrations, by keyboard alone', async () => {
    const { page } = workbench;
    const { keyboard } = page;
    const choose = async (query: string): Promise<void> => {
      await keyboard.type(query);
      await page.locator('.quick-input-widget .label-name', { hasText: query }).first().waitFor();
      await keyboard.press('Enter');
    };
    /** The way back to the walkthrough from wherever the focus is. */
    const openWalkthrough = async (stepsDone: number): Promise<void> => {
      await keyboard.press('F1');
      await workbench.quickInput.waitFor();
      await choose('Welcome: Open Walkthrough...');
      await page.locator('.label-name', { hasText: 'Tune with Tuning Lens' }).waitFor();
      await choose('Tune with Tuning Lens');
      await page.locator('.getting-started-step:focus').waitFor();
      await page.waitForFunction(
        count => document.querySelectorAll('.codicon-getting-started-step-checked').length === count,
        stepsDone,
      );
    };
    /** Walks with Tab until the focus is on what begins with this text, and presses it. */
    const press = async (text: string): Promise<void> => {
      for (let tabs = 0; tabs < 40; tabs++) {
        const focused = await page.evaluate(() => document.activeElement?.textContent ?? '');
        if (focused.startsWith(text)) return keyboard.press('Enter');
        await keyboard.press('Tab');
      }
      assert.fail(`"${text}" is not reached`);
    };

    await openWalkthrough(0);
    await press('Open the Sample');
    await page.locator('.squiggly-warning').first().waitFor();

    await openWalkthrough(1);
    await press('See what a parameter draws');
    await press('Show the Distribution');
    await page.locator('.monaco-hover:not(.hidden)', { hasText: 'uniform' }).first().waitFor();

    await openWalkthrough(2);
    await press('Fix what can be fixed');
    await press('Fix All Problems');
    await page.locator('.view-line', { hasText: 'goal: maximize' }).waitFor();

    const topics = [
      ['Sample the space', 'Sample the Space', 'Sampling'],
      ['Ask for the next point', 'Show the Next Point', 'Acquisition'],
      ['Stop what will not win', 'Run Successive Halving', 'Halving'],
    ] as const;
    for (const [index, [step, button, title]] of topics.entries()) {
      await openWalkthrough(3 + index);
      await press(step);
      await press(button);
      await page.locator('.tab', { hasText: `${title} ·` }).waitFor();
      await (await workbench.report()).locator(chart).first().waitFor();
    }
    await openWalkthrough(6);
  });
});
