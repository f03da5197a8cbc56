/** `npm run screenshots`: makes the pictures of the README in a real VS Code. */
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildExtension } from '../host/build';
import { root } from '../host/paths';
import { chart, Workbench, type Theme } from './workbench';

interface Scene {
  readonly name: string;
  readonly theme: Theme;
  readonly file: string;
  /** What a person does before the picture is taken. */
  act(workbench: Workbench): Promise<void>;
}

const folder = join(root, 'media', 'screenshots');
const largest = 1024 * 1024;

const settings = { 'editor.minimap.enabled': false, 'window.title': '${rootName}' };

/** Runs a demonstration and waits for the whole report. */
function run(title: string): (workbench: Workbench) => Promise<void> {
  return async workbench => {
    await workbench.runCommand(`Tuning Lens: ${title}`);
    const report = await workbench.report();
    await workbench.page.mouse.move(0, 0);
    await report.getByRole('status').filter({ hasText: 'complete' }).first().waitFor({ state: 'attached' });
    await report.locator(chart).first().waitFor();
    await report.locator('figure').first().scrollIntoViewIfNeeded();
    await report.evaluate(() => {
      const figure = document.querySelector('figure');
      window.scrollBy({ top: (figure?.getBoundingClientRect().top ?? 0) - 150 });
    });
  };
}

const scenes: readonly Scene[] = [
  {
    name: 'hover-dark',
    theme: 'dark',
    file: 'wandb/hurried-sweep.yaml',
    act: async workbench => {
      await workbench.page.locator('.squiggly-error, .squiggly-warning').first().waitFor();
      const hover = await workbench.hoverWord('lr');
      await hover.locator('img').waitFor();
    },
  },
  {
    name: 'sampling-light',
    theme: 'light',
    file: 'wandb/sweep.yaml',
    act: run('Sample Search Space'),
  },
  {
    name: 'acquisition-dark',
    theme: 'dark',
    file: 'wandb/sweep.yaml',
    act: run('Show Next Trial by Acquisition'),
  },
  {
    name: 'halving-high-contrast',
    theme: 'high-contrast',
    file: 'wandb/sweep.yaml',
    act: run('Run Successive Halving'),
  },
];

async function main(): Promise<void> {
  await buildExtension();
  await mkdir(folder, { recursive: true });
  const wanted = process.argv.slice(2);
  for (const { name, theme, file, act } of scenes) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const workbench = await Workbench.open({ theme, settings, viewport: { width: 1280, height: 800 } });
    try {
      await workbench.openFile(file);
      await workbench.page.locator('.codelens-decoration').first().waitFor();
      await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
      await workbench.page.mouse.move(0, 0);
      await act(workbench);
      await workbench.page.waitForTimeout(1000);
      const path = join(folder, `${name}.png`);
      await writeFile(path, await workbench.page.screenshot());
      const { size } = await stat(path);
      console.log(`${path} (${Math.round(size / 1024)} KB)`);
      if (size > largest) throw new Error(`${path} is larger than 1 MB`);
    } finally {
      await workbench.close();
    }
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
