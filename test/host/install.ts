import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exec, isExecutable, which } from './exec';
import { cache } from './paths';

/**
 * The whole of VS Code as a server, from the package registry: desktop VS Code needs a download from elsewhere,
 * a display and a dozen system libraries. Its native modules stay unbuilt; nothing here needs them.
 */
const serverVersion = '4.139.1';
const serverFolder = join(cache, 'server');
const marker = join(serverFolder, 'installed');

/** The server's folder (the one with `out/server-main.js`), installed when it is not there yet: 600 MB, 20 s. */
export async function ensureServer(): Promise<string> {
  const vscode = join(serverFolder, 'node_modules', 'code-server', 'lib', 'vscode');
  if (existsSync(marker) && (await readFile(marker, 'utf8')) === serverVersion) return vscode;
  console.log(`Installing the VS Code server ${serverVersion} into ${serverFolder} (once, about 600 MB) …`);
  await rm(serverFolder, { recursive: true, force: true });
  await mkdir(serverFolder, { recursive: true });
  const quiet = ['--ignore-scripts', '--no-save', '--no-package-lock', '--loglevel=error'];
  await exec('npm', ['install', '--prefix', serverFolder, ...quiet, `code-server@${serverVersion}`]);
  await exec('npm', ['install', '--prefix', vscode, '--omit=dev', ...quiet], { cwd: vscode });
  await writeFile(marker, serverVersion);
  return vscode;
}

/** A Chromium or Chrome to draw the workbench with; Debian's is installed when there is none. */
export async function ensureChromium(): Promise<string> {
  const found = findChromium();
  if (found) return found;
  const apt = which('apt-get');
  if (!apt) {
    throw new Error('No Chromium or Chrome found: install one, or set CHROME_PATH to its executable.');
  }
  console.log('Installing Chromium from the system’s packages (no Chromium or Chrome was found) …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const asRoot = (...args: string[]) =>
    process.getuid?.() === 0 ? exec(apt, args, { env }) : exec('sudo', ['-E', apt, ...args], { env });
  await asRoot('update', '-qq');
  await asRoot('install', '-y', '-qq', 'chromium', 'fonts-dejavu-core');
  const installed = findChromium();
  if (!installed) throw new Error('Chromium was installed but is not on the PATH; set CHROME_PATH.');
  return installed;
}

function findChromium(): string | undefined {
  const fixed = [
    process.env['CHROME_PATH'],
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ];
  return (
    fixed.find(path => path !== undefined && isExecutable(path)) ??
    which('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable')
  );
}

if (require.main === module) {
  void (async () => {
    console.log(`VS Code server: ${await ensureServer()}`);
    console.log(`Chromium: ${await ensureChromium()}`);
  })();
}
