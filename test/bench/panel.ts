import type { Frame } from 'playwright-core';
import { chart, Workbench } from '../e2e/workbench';
import { median, milliseconds, type Figure } from './figure';

const runs = 5;

/**
 * From choosing the command to the first chart on screen, two frames after its marks are in the page; then from
 * asking for 500 trials of each of the four samplers to their 2,000 points. Each run is a fresh window, so the
 * panel, its page and the engine are all loaded anew.
 */
export async function measure(): Promise<Figure[]> {
  const opened: number[] = [];
  const started: number[] = [];
  const enlarged: number[] = [];
  const previewed: number[] = [];
  for (let run = 0; run < runs; run++) {
    const workbench = await Workbench.open({ files: { 'notes.md': '# Notes\n\nA paragraph.\n' } });
    try {
      await workbench.openFile('wandb/sweep.yaml');
      await workbench.page.locator('.codelens-decoration').first().waitFor();
      const chosen = await workbench.chooseCommand('Tuning Lens: Sample Search Space');
      const report = await workbench.report();
      opened.push((await painted(report, chart)) - chosen);
      started.push((await report.evaluate(() => performance.timeOrigin)) - chosen);
      await report.getByRole('status').filter({ hasText: 'complete' }).first().waitFor({ state: 'attached' });
      await report.evaluate(
        selector => document.querySelector(selector)?.setAttribute('data-before', ''),
        chart,
      );
      const trials = report.getByRole('spinbutton', { name: 'Trials' });
      await trials.fill('500');
      const asked = Date.now();
      await trials.press('Enter');
      const again = chart.replaceAll(/frame|canvas/g, '$&:not([data-before])');
      enlarged.push((await painted(report, again)) - asked);
      previewed.push(await preview(workbench));
    } finally {
      await workbench.close();
    }
  }
  const figure = (times: readonly number[]) =>
    `${milliseconds(median(times))} (${times.map(time => time.toFixed(0)).join(', ')})`;
  return [
    {
      figure: `panel opened to painted, 256 points, median of ${runs} windows`,
      ours: figure(opened),
      target: '≤ 1000 ms',
    },
    { figure: '  of which before the page starts', ours: figure(started) },
    { figure: "  VS Code's Markdown preview of a paragraph, same windows", ours: figure(previewed) },
    { figure: '  2,000 points asked to painted', ours: figure(enlarged), target: '≤ 1000 ms' },
  ];
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
