import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { webviewHtml } from '../../src/host/panel/webviewHtml';
import { launchBrowser } from '../host/driver';
import type { FromPanel, PanelMemory, Snapshot } from '../../src/protocol';
import { themes, type Theme } from './themes';

const root = join(__dirname, '..', '..');
const origin = 'https://panel.test';

let browser: Browser | undefined;

/** One page at a time: a page left behind goes on working. */
async function closePages(): Promise<void> {
  await Promise.all(browser?.contexts().map(context => context.close()) ?? []);
}

export async function closeBrowser(): Promise<void> {
  await browser?.close();
  browser = undefined;
}

/** A file of the built page; run `node esbuild.js` first. */
export function built(name: 'webview.js' | 'webview.css'): string {
  const file = join(root, 'dist', name);
  if (!existsSync(file)) throw new Error(`${file} is missing: build first.`);
  return readFileSync(file, 'utf8');
}

export interface Opened {
  readonly page: Page;
  /** What the page has posted to its host. */
  posted(): Promise<FromPanel[]>;
  show(snapshot: Snapshot): Promise<void>;
  setTheme(theme: Theme): Promise<void>;
  /** What the policy has forbidden, and what went wrong, since the page was opened. */
  troubles(): Promise<string[]>;
}

export interface Opening {
  readonly theme?: keyof typeof themes;
  readonly width?: number;
  readonly state?: PanelMemory | unknown;
  /** A document to open in place of the panel's. */
  readonly html?: string;
  readonly colorScheme?: 'dark' | 'light';
  /** What the host answers to `ready`. */
  readonly snapshot?: Snapshot;
}

/** Opens the report page in Chromium as a webview would: its policy, its variables, a host that only listens. */
export async function openPage(opening: Opening = {}): Promise<Opened> {
  const { theme = 'dark', width = 1000, state, html, colorScheme = 'light', snapshot } = opening;
  await closePages();
  browser ??= await launchBrowser();
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', error => errors.push(String(error)));
  page.on('console', message => {
    if (message.type() === 'error') errors.push(message.text());
  });
  const panel = webviewHtml({
    script: built('webview.js'),
    style: built('webview.css'),
    cspSource: origin,
    nonce: '0123456789abcdef',
    title: 'Tuning Lens',
    message: 'Preparing…',
    language: 'en',
  });
  await page.route(`${origin}/**`, route => {
    const name = new URL(route.request().url()).pathname.slice(1);
    if (name === '') return route.fulfill({ contentType: 'text/html', body: html ?? panel });
    return route.fulfill({ status: 404, body: '' });
  });
  // The loader of these tests names functions through a helper that the page does not have.
  await page.addInitScript('globalThis.__name = value => value');
  await page.addInitScript(prepare, { theme: themes[theme], state, live: html === undefined, snapshot });
  await page.goto(`${origin}/`);
  const posted = (): Promise<FromPanel[]> => page.evaluate(() => window.posted);
  return {
    page,
    posted,
    show: snapshot => page.evaluate(data => window.postMessage(data, '*'), { type: 'snapshot', snapshot }),
    setTheme: async next => page.evaluate(dress => window.dress(dress), next),
    troubles: async () => [...(await page.evaluate(() => window.violations)), ...errors],
  };
}

declare global {
  interface Window {
    posted: FromPanel[];
    violations: string[];
    state: unknown;
    dress(theme: Theme): void;
  }
}

/** Runs in the page before anything else: VS Code's part. */
function prepare({
  theme,
  state,
  live,
  snapshot,
}: {
  theme: Theme;
  state: unknown;
  live: boolean;
  snapshot: Snapshot | undefined;
}): void {
  window.posted = [];
  window.violations = [];
  document.addEventListener('securitypolicyviolation', event => {
    window.violations.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`);
  });
  if (!live) return;
  window.state = state;
  globalThis.acquireVsCodeApi = () => ({
    postMessage: message => {
      window.posted.push(message);
      if (message.type === 'ready' && snapshot !== undefined) {
        window.postMessage({ type: 'snapshot', snapshot }, '*');
      }
    },
    getState: () => window.state,
    setState: next => (window.state = next),
  });
  window.dress = ({ bodyClass, variables }) => {
    const { style } = document.documentElement;
    for (const name of [...style]) style.removeProperty(name);
    for (const [name, value] of Object.entries(variables)) style.setProperty(`--vscode-${name}`, value);
    document.body.className = bodyClass;
  };
  new MutationObserver((_, observer) => {
    if (document.body === null) return;
    observer.disconnect();
    window.dress(theme);
  }).observe(document, { childList: true, subtree: true });
}
