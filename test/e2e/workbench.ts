import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Browser, Frame, Locator, Page } from 'playwright-core';
import { pageIds } from '../../src/core/report/page';
import { launchBrowser, newPage, workbenchUrl } from '../host/driver';
import { out, root, samples } from '../host/paths';
import { startServer, type Server, type Settings } from '../host/serve';

/** The four kinds of theme VS Code has. */
export const themes = {
  dark: 'Dark Modern',
  light: 'Light Modern',
  'high-contrast': 'Default High Contrast',
  'high-contrast-light': 'Default High Contrast Light',
} as const;
export type Theme = keyof typeof themes;

const bodyClasses: Readonly<Record<Theme, string>> = {
  dark: 'vs-dark',
  light: 'vs',
  'high-contrast': 'hc-black',
  'high-contrast-light': 'hc-light',
};

/** A drawn chart in a report; buttons have small pictures too. */
export const chart = 'figure .role-frame, figure canvas';

export interface WorkbenchOptions {
  readonly theme?: Theme;
  readonly settings?: Settings;
  /** Files in the workspace beside the samples. */
  readonly files?: Readonly<Record<string, string>>;
  /** A packaged extension to install and use instead of the one under development. */
  readonly vsix?: string;
  /** Workspace Trust is on and the folder is not trusted. */
  readonly restricted?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly scale?: number;
}

/** A real VS Code on a copy of the samples, with the hands and eyes of a person. */
export class Workbench {
  /** What the content security policies of the page and its frames had to refuse. */
  readonly violations: string[] = [];

  private constructor(
    readonly page: Page,
    readonly folder: string,
    private readonly server: Server,
    private readonly browser: Browser,
    private readonly settings: Settings,
  ) {
    page.on('console', message => {
      if (/violates the following Content Security Policy/i.test(message.text())) {
        this.violations.push(message.text());
      }
    });
  }

  static async open(options: WorkbenchOptions = {}): Promise<Workbench> {
    const { theme = 'dark', settings = {}, files = {}, vsix, restricted, viewport, scale } = options;
    const folder = join(await mkdtemp(join(tmpdir(), 'tuning-lens-workspace-')), 'search-spaces');
    await cp(samples, folder, { recursive: true });
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    const server = await startServer({
      settings: { ...settings, 'workbench.colorTheme': themes[theme] },
      autoClose: true,
      ...(vsix ? { vsix } : {}),
      ...(restricted ? { restricted } : {}),
    });
    const browser = await launchBrowser();
    const { page } = await newPage(browser, {
      ...(viewport ? { viewport } : {}),
      ...(scale ? { deviceScaleFactor: scale } : {}),
    });
    page.setDefaultTimeout(45_000);
    const workbench = new Workbench(page, folder, server, browser, settings);
    await page.goto(workbenchUrl(server, { folder, ...(vsix ? {} : { extension: root }) }));
    await workbench.#settled();
    // The theme of the settings is at times passed over at the start.
    if (options.theme !== undefined) await workbench.setTheme(options.theme);
    return workbench;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.close();
    await rm(dirname(this.folder), { recursive: true, force: true });
  }

  /** Presses F1 and picks the command with this title, such as `Tuning Lens: Sample Search Space`. */
  async runCommand(title: string): Promise<void> {
    await this.chooseCommand(title);
    await this.page.waitForTimeout(50);
  }

  /** The same; returns the moment of choosing, in milliseconds of the machine's clock. */
  async chooseCommand(title: string): Promise<number> {
    const row = this.#entry(title);
    // The palette is not filled again while it is open: look again until the command is there.
    for (let attempt = 0; attempt < 20; attempt++) {
      await this.#openPalette(title);
      const there = await row.waitFor({ timeout: 2000 }).then(
        () => true,
        () => false,
      );
      if (there) break;
      await this.page.keyboard.press('Escape');
    }
    // The page's own word for it: what a driver does before it clicks is no part of any wait.
    const chosen = this.page.evaluate(
      () =>
        new Promise<number>(resolve => {
          const options = { capture: true, once: true };
          addEventListener('click', () => resolve(performance.timeOrigin + performance.now()), options);
        }),
    );
    await row.click();
    return chosen;
  }

  /** What the palette offers for a text. */
  async paletteTitles(text: string): Promise<string[]> {
    await this.#openPalette(text);
    await this.page.waitForTimeout(500);
    const labels = await this.quickInput.locator('.monaco-list-row .label-name').allTextContents();
    await this.page.keyboard.press('Escape');
    return labels;
  }

  async #openPalette(text: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.quickInput.waitFor();
    await this.page.keyboard.insertText(text);
  }

  get quickInput(): Locator {
    return this.page.locator('.quick-input-widget');
  }

  #entry(label: string): Locator {
    const exactly = new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);
    const name = this.page.locator('.label-name', { hasText: exactly });
    return this.quickInput.locator('.monaco-list-row').filter({ has: name }).first();
  }

  /** Picks an entry of the list that is open. */
  async pick(label: string): Promise<void> {
    await this.#entry(label).click();
  }

  /** Opens a file of the workspace by the end of its path. */
  async openFile(name: string): Promise<void> {
    const { page } = this;
    await page.keyboard.press('Control+P');
    await this.quickInput.waitFor();
    await page.keyboard.insertText(name);
    const file = name.split('/').at(-1) ?? name;
    await this.#entry(file).click();
    await page.locator('.editor-group-container.active .tab.active', { hasText: file }).waitFor();
    await page.locator('.monaco-editor .view-line').first().waitFor();
  }

  /** Rests the pointer on a word of the open editor and returns what appears. */
  async hoverWord(word: string): Promise<Locator> {
    const { page } = this;
    const box = await this.#wordBox(word);
    await page.mouse.move(box.x - 40, box.y - 60);
    await page.mouse.move(box.x, box.y, { steps: 4 });
    const hover = page.locator('.monaco-hover:not(.hidden) .hover-contents').first();
    await hover.waitFor();
    return page.locator('.monaco-hover:not(.hidden)').first();
  }

  async #wordBox(word: string): Promise<{ x: number; y: number }> {
    const line = this.page.locator('.monaco-editor .view-line', { hasText: word }).first();
    await line.waitFor();
    const box = await line.evaluate((element, text) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const start = node.textContent?.indexOf(text) ?? -1;
        if (start < 0) continue;
        const range = document.createRange();
        range.setStart(node, start);
        range.setEnd(node, start + text.length);
        const { left, top, width, height } = range.getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2 };
      }
      return undefined;
    }, word);
    if (!box) throw new Error(`"${word}" is not on one token of the open editor.`);
    return box;
  }

  /** The report page: the frame inside the webview's frame. */
  async report(): Promise<Frame> {
    const deadline = Date.now() + 20_000;
    while (Date.now() < deadline) {
      for (const frame of this.page.frames()) {
        const found = await frame
          .locator(`#${pageIds.root}`)
          .count()
          .catch(() => 0);
        if (found > 0) return frame;
      }
      await this.page.waitForTimeout(50);
    }
    throw new Error('No report page appeared within 20 seconds.');
  }

  /** Changes the theme as the settings file does: live. */
  async setTheme(theme: Theme): Promise<void> {
    const there = this.page.locator(`.monaco-workbench.${bodyClasses[theme]}`);
    const configure = (name: Theme) =>
      this.server.configure({ ...this.settings, 'workbench.colorTheme': themes[name] });
    await configure(theme);
    const changed = await there.waitFor({ timeout: 5000 }).then(
      () => true,
      () => false,
    );
    if (changed) return;
    // A workbench that missed the file at its start is told nothing by the same file again.
    await configure(theme === 'light' ? 'dark' : 'light');
    await this.page.waitForTimeout(1000);
    await configure(theme);
    await there.waitFor();
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.#settled();
  }

  async #settled(): Promise<void> {
    await this.page.locator('.monaco-workbench .part.statusbar').waitFor({ timeout: 60_000 });
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
    const activating = this.page.locator('.statusbar-item', { hasText: 'Activating Extensions' });
    await activating.waitFor({ state: 'hidden', timeout: 60_000 });
  }
}

/** Keeps what was on screen when a test of the suite failed, in `out/e2e`. */
export function keepPictures(current: () => Workbench): void {
  afterEach(async function () {
    const test = this.currentTest;
    if (!test?.isFailed()) return;
    const path = join(out, 'e2e', `${test.fullTitle().replace(/\W+/g, '-')}.png`);
    await current().page.screenshot({ path });
    console.log(`      ${path}`);
  });
}

/** Waits for something that is not in the page. @throws Error with `what` after 20 seconds. */
export async function until(what: string, ask: () => boolean | Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 20_000; !(await ask()); await delay(50)) {
    if (Date.now() > deadline) throw new Error(`Not within 20 s: ${what}`);
  }
}
