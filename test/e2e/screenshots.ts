/**
 * `npm run screenshots`: makes the pictures of the README in a real VS Code. Arguments name those to make;
 * `-- --themes` makes them in the other themes as well, into `out/screenshots`.
 */
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildExtension } from '../host/build';
import { out, root } from '../host/paths';
import { chart, Workbench, type Theme } from './workbench';

interface Scene {
  readonly name: string;
  readonly theme: Theme;
  readonly file: string;
  /** What a person does before the picture is taken. */
  act(workbench: Workbench): Promise<void>;
}

const readmeFolder = join(root, 'media', 'screenshots');
const lookFolder = join(out, 'screenshots');
const lookedAt: readonly Theme[] = ['light', 'dark', 'high-contrast'];
const largest = 1024 * 1024;

const settings = { 'editor.minimap.enabled': false, 'window.title': '${rootName}' };

/** Runs a demonstration and waits for the whole report. */
function run(title: string): (workbench: Workbench) => Promise<void> {
  return async workbench => {
    await workbench.runCommand(`Tuning Lens: ${title}`);
    const report = await workbench.report();
    await workbench.page.mouse.move(0, 0);
    await report.getByRole('status').filter({ hasText: 'complete' }).first().waitFor({ state: 'attached' });
    // A chart is drawn when it comes into view.
    await report.evaluate(() => {
      const figure = document.querySelector('figure');
      window.scrollBy({ top: (figure?.getBoundingClientRect().top ?? 0) - 150 });
    });
    await report.locator(chart).first().waitFor();
  };
}

const scenes: readonly Scene[] = [
  {
    name: 'hover',
    theme: 'dark',
    file: 'wandb/hurried-sweep.yaml',
    act: async workbench => {
      await workbench.page.locator('.squiggly-error, .squiggly-warning').first().waitFor();
      const hover = await workbench.hoverWord('lr');
      await hover.locator('img').waitFor();
    },
  },
  { name: 'sampling', theme: 'light', file: 'wandb/sweep.yaml', act: run('Sample Search Space') },
  {
    name: 'acquisition',
    theme: 'dark',
    file: 'wandb/sweep.yaml',
    act: run('Show Next Trial by Acquisition'),
  },
  { name: 'halving', theme: 'high-contrast', file: 'wandb/sweep.yaml', act: run('Run Successive Halving') },
  { name: 'pareto', theme: 'light', file: 'wandb/sweep.yaml', act: run('Show Pareto Frontier') },
  {
    name: 'multi-objective',
    theme: 'dark',
    file: 'wandb/sweep.yaml',
    act: run('Compare Multi-Objective Searches'),
  },
  { name: 'leakage', theme: 'dark', file: 'wandb/sweep.yaml', act: run('Show Validation Leakage') },
  {
    name: 'nested-validation',
    theme: 'light',
    file: 'wandb/sweep.yaml',
    act: run('Show Nested Validation'),
  },
  {
    name: 'llm',
    theme: 'high-contrast',
    file: 'wandb/lora-sweep.yaml',
    act: run('Plan LLM Fine-Tuning Search'),
  },
  { name: 'theory', theme: 'dark', file: 'wandb/sweep.yaml', act: run('Run All Theory Cells') },
];

/** Takes the picture of the README, and of every other theme where that is asked for: those are to be looked at. */
async function photograph(scene: Scene, everyTheme: boolean): Promise<void> {
  const { name, theme, file, act } = scene;
  const workbench = await Workbench.open({ theme, settings, viewport: { width: 1280, height: 800 } });
  try {
    await workbench.openFile(file);
    await workbench.page.locator('.codelens-decoration').first().waitFor();
    await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
    await workbench.page.mouse.move(0, 0);
    await act(workbench);
    await take(workbench, join(readmeFolder, `${name}-${theme}.png`));
    for (const other of everyTheme ? lookedAt.filter(candidate => candidate !== theme) : []) {
      await workbench.setTheme(other);
      await take(workbench, join(lookFolder, `${name}-${other}.png`));
    }
  } finally {
    await workbench.close();
  }
}

async function take(workbench: Workbench, path: string): Promise<void> {
  await workbench.page.waitForTimeout(1000);
  await writeFile(path, await workbench.page.screenshot());
  const { size } = await stat(path);
  console.log(`${path} (${Math.round(size / 1024)} KB)`);
  if (size > largest) throw new Error(`${path} is larger than 1 MB`);
}

async function main(): Promise<void> {
  await buildExtension();
  await mkdir(readmeFolder, { recursive: true });
  await mkdir(lookFolder, { recursive: true });
  const everyTheme = process.argv.includes('--themes');
  const wanted = process.argv.slice(2).filter(argument => !argument.startsWith('--'));
  for (const scene of scenes) {
    if (wanted.length === 0 || wanted.includes(scene.name)) await photograph(scene, everyTheme);
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
