/** Runs the editor suites inside a real VS Code: `tsx test/editor/run.ts [web]`. */
import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { launchBrowser, newPage, runInWorkbench, useWebExtension, workbenchUrl } from '../host/driver';
import { out, root, samples } from '../host/paths';
import { pickHost } from '../host/pick';
import { startServer } from '../host/serve';
import { serveFiles } from '../host/static';
import { bundleSuites } from './runner/bundle';

/** A copy, so that a test may write into it. */
const folder = join(out, 'workspace');

async function main(): Promise<number> {
  const host = process.argv[2] === 'web' ? ({ kind: 'web' } as const) : await pickHost();
  console.log(`VS Code host: ${host.kind}${'executable' in host ? ` (${host.executable})` : ''}`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await cp(samples, folder, { recursive: true });
  return host.kind === 'web' ? runInWeb() : runInNode(host.executable);
}

async function runInNode(executable: string | undefined): Promise<number> {
  const extensionTestsPath = await bundleSuites(join(root, 'test', 'editor'), 'node');
  return runTests({
    ...(executable === undefined ? {} : { vscodeExecutablePath: executable }),
    extensionDevelopmentPath: root,
    extensionTestsPath,
    launchArgs: [folder, '--disable-extensions'],
  }).catch(() => 1);
}

async function runInWeb(): Promise<number> {
  const tests = await bundleSuites(join(root, 'test', 'editor', 'web'), 'web');
  const server = await startServer({ autoClose: true });
  const files = await serveFiles(root);
  const browser = await launchBrowser();
  try {
    // The workbench's own policy allows no second http address.
    const { page } = await newPage(browser, { bypassCSP: true });
    const at = (path: string) => new URL(path.slice(root.length), files.origin);
    await useWebExtension(page, { extension: at(root), tests: at(tests) });
    return await runInWorkbench(page, workbenchUrl(server, { folder }), line => console.log(line));
  } finally {
    await browser.close();
    await files.close();
    await server.close();
  }
}

void main().then(code => process.exit(code));
