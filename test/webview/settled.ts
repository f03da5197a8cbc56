import type { Page } from 'playwright-core';
import type { Opened } from './openPage';

/** Waits until the first report is on screen. */
export async function painted({ page }: Opened): Promise<void> {
  await page.waitForFunction(() => window.posted.some(({ type }) => type === 'painted'));
}

/** Scrolls each chart into view and waits for its picture. */
export async function drawAll(page: Page): Promise<void> {
  for (const chart of await page.locator('.chart').all()) {
    await chart.scrollIntoViewIfNeeded();
    await chart.locator('.picture svg, .picture canvas, .picture .notice').first().waitFor();
  }
}

/** The figure of a chart by its title. */
export function chart(page: Page, title: string): ReturnType<Page['locator']> {
  return page.getByRole('figure', { name: title, exact: true });
}
