#!/usr/bin/env -S node --import tsx
/**
 * A VS Code to `runTests` of @vscode/test-electron where there is no desktop: takes the same switches, runs the
 * same tests module in the same workbench, but in VS Code's server with a headless browser, and ends with the
 * same exit code.
 */
import { parseArgs } from 'node:util';
import { launchBrowser, newPage, runInWorkbench, workbenchUrl } from './driver';
import { startServer } from './serve';

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: 'string' },
    extensionTestsPath: { type: 'string' },
    'user-data-dir': { type: 'string' },
    'extensions-dir': { type: 'string' },
  },
});
const extension = String(values['extensionDevelopmentPath']);
const tests = String(values['extensionTestsPath']);
const folder = positionals[0] ?? extension;

async function main(): Promise<number> {
  const server = await startServer({ autoClose: true });
  const browser = await launchBrowser();
  const close = async () => {
    await browser.close();
    await server.close();
  };
  process.once('SIGINT', () => void close().then(() => process.exit(130)));
  process.once('SIGTERM', () => void close().then(() => process.exit(143)));
  try {
    const { page } = await newPage(browser);
    return await runInWorkbench(page, workbenchUrl(server, { folder, extension, tests }), console.log);
  } finally {
    await close();
  }
}

main().then(
  code => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
