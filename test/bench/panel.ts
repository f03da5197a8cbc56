import assert from 'node:assert/strict';
import type { Frame } from 'playwright-core';
import { chart, Workbench } from '../e2e/workbench';
import { median, milliseconds, type Figure } from './figure';

const runs = 5;
/** How long a person looks at a file before asking for anything: VS Code still works on its own start meanwhile. */
const glance = 3000;

/** Ctrl+F9 opens the panel with 500 trials of each of the four samplers, as a person's own key binding would. */
const binding = [{ key: 'ctrl+f9', command: 'tuningLens.sample', args: { count: 500 } }];

/**
 * From choosing the command, or pressing its key, to the first chart on screen: two frames after its marks are in
 * the page, all of its points among them. Each opening is in a fresh window, so the panel, its page and the engine
 * are all loaded anew. Then, in the open panel, from asking for 2,000 points to their being on screen.
 */
export async function measure(): Promise<Figure[]> {
  const many: Opening[] = [];
  const few: Opening[] = [];
  const enlarged: number[] = [];
  const previewed: number[] = [];
  for (let run = 0; run < runs; run++) {
    await inWindow(async workbench => {
      await bindKey(workbench);
      await openSweep(workbench);
      many.push(await opening(workbench, await pressKey(workbench), 2000));
    });
    await inWindow(async workbench => {
      await openSweep(workbench);
      const chosen = await workbench.chooseCommand('Tuning Lens: Sample Search Space');
      few.push(await opening(workbench, chosen, 256));
      enlarged.push(await enlarge(await workbench.report()));
      previewed.push(await preview(workbench));
    });
  }
  const figure = (times: readonly number[]) =>
    `${milliseconds(median(times))} (${times.map(time => time.toFixed(0)).join(', ')})`;
  const opened = (points: string, openings: readonly Opening[], target?: string): Figure[] => [
    {
      figure: `panel opened to painted, ${points} points, median of ${runs} windows`,
      ours: figure(openings.map(({ painted }) => painted)),
      ...(target === undefined ? {} : { target }),
    },
    {
      figure: '  of which before the page starts',
      ours: figure(openings.map(({ started }) => started)),
    },
  ];
  return [
    ...opened('2,000', many, '≤ 1000 ms'),
    ...opened('256', few),
    { figure: '  2,000 points asked to painted in the open panel', ours: figure(enlarged) },
    { figure: "  VS Code's Markdown preview of a paragraph, same windows", ours: figure(previewed) },
  ];
}

/** Milliseconds since the panel was asked for. */
interface Opening {
  readonly started: number;
  readonly painted: number;
}

async function inWindow(measureIn: (workbench: Workbench) => Promise<void>): Promise<void> {
  const workbench = await Workbench.open({ files: { 'notes.md': '# Notes\n\nA paragraph.\n' } });
  try {
    await measureIn(workbench);
  } finally {
    await workbench.close();
  }
}

async function openSweep(workbench: Workbench): Promise<void> {
  await workbench.openFile('wandb/sweep.yaml');
  await workbench.page.locator('.codelens-decoration').first().waitFor();
  await workbench.page.waitForTimeout(glance);
}

async function bindKey(workbench: Workbench): Promise<void> {
  const { page } = workbench;
  await workbench.runCommand('Preferences: Open Keyboard Shortcuts (JSON)');
  const tab = page.locator('.editor-group-container.active .tab.active', { hasText: 'keybindings.json' });
  await tab.waitFor();
  await page.locator('.monaco-editor .view-line').first().waitFor();
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(JSON.stringify(binding));
  await page.keyboard.press('Control+S');
  await page.locator('.tab.active:not(.dirty)', { hasText: 'keybindings.json' }).waitFor();
}

/** Presses the bound key; returns the moment in milliseconds of the machine's clock. */
async function pressKey({ page }: Workbench): Promise<number> {
  await page.evaluate(() => {
    addEventListener('keydown', () => performance.mark('pressed'), { capture: true, once: true });
  });
  await page.keyboard.press('Control+F9');
  return page.evaluate(
    () => performance.timeOrigin + (performance.getEntriesByName('pressed')[0]?.startTime ?? NaN),
  );
}

async function opening(workbench: Workbench, asked: number, points: number): Promise<Opening> {
  const report = await workbench.report();
  const shown = await painted(report, chart);
  assert.ok((await pointsShown(report)) >= points);
  return { started: (await report.evaluate(() => performance.timeOrigin)) - asked, painted: shown - asked };
}

/** How many points the first chart says it shows: "Random puts 500 trials on 500 places". */
async function pointsShown(report: Frame): Promise<number> {
  const summary = await report.locator('figure .summary').first().innerText();
  return [...summary.matchAll(/on ([\d,]+) places/g)].reduce(
    (sum, [, places = '']) => sum + Number(places.replaceAll(',', '')),
    0,
  );
}

async function enlarge(report: Frame): Promise<number> {
  await report.getByRole('status').filter({ hasText: 'complete' }).first().waitFor({ state: 'attached' });
  await report.evaluate(selector => document.querySelector(selector)?.setAttribute('data-before', ''), chart);
  const trials = report.getByRole('spinbutton', { name: 'Trials' });
  await trials.fill('500');
  const asked = Date.now();
  await trials.press('Enter');
  return (await painted(report, chart.replaceAll(/frame|canvas/g, '$&:not([data-before])'))) - asked;
}

/** How long VS Code's own preview takes from its command to the first paragraph on screen. */
async function preview(workbench: Workbench): Promise<number> {
  await workbench.openFile('notes.md');
  const chosen = await workbench.chooseCommand('Markdown: Open Preview to the Side');
  const page = workbench.page.frameLocator('iframe.webview.ready').last().frameLocator('iframe#active-frame');
  const text = page.locator('.markdown-body p, body p').first();
  await text.waitFor();
  return text
    .evaluate(async () => {
      await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      return performance.timeOrigin + performance.now();
    })
    .then(shown => shown - chosen);
}

/** When what the selector names has been painted, in milliseconds of the machine's clock. */
function painted(report: Frame, selector: string): Promise<number> {
  return report.evaluate(async wanted => {
    while (!document.querySelector(wanted)) await new Promise(resolve => requestAnimationFrame(resolve));
    await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return performance.timeOrigin + performance.now();
  }, selector);
}
