import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { ensureChromium } from './install';
import type { Server } from './serve';

export interface WorkbenchUrl {
  /** Absolute path of the folder to open. */
  readonly folder: string;
  /** Absolute path of an extension under development. */
  readonly extension?: string;
  /** Absolute path of a module with `run()`. */
  readonly tests?: string;
}

/** The address of a workbench on a folder, with an extension under development and a test run if asked for. */
export function workbenchUrl(server: Server, { folder, extension, tests }: WorkbenchUrl): string {
  const remote = (path: string) => `vscode-remote://127.0.0.1:${server.port}${path}`;
  const payload = [
    ['skipWelcome', 'true'],
    ...(extension ? [['extensionDevelopmentPath', remote(extension)]] : []),
    ...(tests ? [['extensionTestsPath', remote(tests)]] : []),
  ];
  const query = new URLSearchParams({ folder, payload: JSON.stringify(payload) });
  return `${server.origin}/?${query.toString().replaceAll('+', '%20')}`;
}

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await ensureChromium(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage',
    ],
  });
}

/** A fresh profile with one page. */
export async function newPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{ context: BrowserContext; page: Page }> {
  const viewport = { width: 1440, height: 900 };
  // Not en-US: to the server that is another language than its own, whose translations extensions wait for.
  const context = await browser.newContext({ viewport, locale: 'en', ...options });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  return { context, page: await context.newPage() };
}

/**
 * Runs a tests module in a workbench; the console of its extension host goes to `log`.
 * @returns the exit code: 0 when `run()` resolved.
 */
export async function runInWorkbench(page: Page, url: string, log: (line: string) => void): Promise<number> {
  const code = new Promise<number>((resolve, reject) => {
    void page.exposeFunction('codeAutomationExit', (value: number) => resolve(value));
    page.on('crash', () => reject(new Error('The workbench page crashed.')));
    page.on('console', message => {
      if (message.text().startsWith('No extension host found')) reject(new Error(message.text()));
    });
    setTimeout(() => reject(new Error('No result after five minutes.')), 300_000).unref();
  });
  await page.exposeFunction('codeAutomationLog', (_type: string, args: readonly unknown[]) => {
    const line = args.map(argument => (typeof argument === 'string' ? argument : JSON.stringify(argument)));
    if (!noise.test(String(line[0]))) log(line.join(' '));
  });
  const [result] = await Promise.all([code, page.goto(url)]);
  return result;
}

/** What the workbench says of itself: connections, native modules left unbuilt, services that are not there. */
const noise = new RegExp(
  [
    '^Resolv(ing|ed) connection',
    '^Creating a socket',
    '^Updating additional builtin',
    '^\\[(reconnection-grace-time|Service Worker|AgentHost|AccountPolicyGate|DefaultAccount|chat-stt|lifecycle)',
    '^Creation of workbench contribution',
    '^Loading development extension',
    '^Timed out waiting for authentication provider',
    '^No search provider registered',
    '^Canceled',
    'Could not locate the bindings file',
    'Cannot find module .*watchdog',
    'getaddrinfo ENOTFOUND',
  ].join('|'),
);

/**
 * Makes the page load an extension from an http address into the web extension host, a worker in the browser.
 * A built workbench takes this from its own configuration only, so the configuration is completed before the
 * workbench reads it.
 */
export async function useWebExtension(
  page: Page,
  { extension, tests }: { readonly extension: URL; readonly tests?: URL },
): Promise<void> {
  const components = (url: URL) => ({ scheme: 'http', authority: url.host, path: url.pathname });
  const added = {
    extensions: [components(extension)],
    ...(tests ? { extensionTestsPath: components(tests) } : {}),
  };
  await page.addInitScript(options => {
    const observer = new MutationObserver(() => {
      const meta = document.getElementById('vscode-workbench-web-configuration');
      const settings = meta?.getAttribute('data-settings');
      if (!meta || !settings) return;
      observer.disconnect();
      const configuration = JSON.parse(settings) as { developmentOptions?: object };
      const developmentOptions = { ...configuration.developmentOptions, ...options };
      meta.setAttribute('data-settings', JSON.stringify({ ...configuration, developmentOptions }));
    });
    observer.observe(document, { childList: true, subtree: true });
  }, added);
}
