/** Opens VS Code with the extension on the sample search spaces, and ends with Ctrl+C. */
import { spawn } from 'node:child_process';
import { buildExtension } from './build';
import { workbenchUrl } from './driver';
import { exec, which } from './exec';
import { root, samples } from './paths';
import { hasDisplay } from './pick';
import { startServer } from './serve';

async function main(): Promise<void> {
  console.log('Building the extension …');
  await buildExtension();
  const desktop = process.env['TUNING_LENS_HOST'] === 'server' || !hasDisplay() ? undefined : which('code');
  await (desktop ? openDesktop(desktop) : openServer());
}

async function openDesktop(code: string): Promise<void> {
  console.log('Opening VS Code on the sample search spaces.');
  await exec(code, ['--new-window', `--extensionDevelopmentPath=${root}`, samples]);
}

async function openServer(): Promise<void> {
  const server = await startServer();
  const stop = () => void server.close().then(() => process.exit(0));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  const url = workbenchUrl(server, { folder: samples, extension: root });
  console.log(`\nVS Code with Tuning Lens on the sample search spaces:\n\n  ${url}\n\nCtrl+C ends it.`);
  const browser = hasDisplay() ? which('xdg-open', 'open') : undefined;
  if (!browser) return;
  spawn(browser, [url], { stdio: 'ignore', detached: true })
    .on('error', () => console.log('The browser could not be started; open the address yourself.'))
    .unref();
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
