import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { exec } from './exec';
import { ensureServer } from './install';

export type Settings = Readonly<Record<string, unknown>>;

export interface ServerOptions {
  /** Machine settings on top of `quietSettings`. */
  readonly settings?: Settings;
  /** A packaged extension to install first. */
  readonly vsix?: string;
  /** Honour Workspace Trust instead of trusting every folder. */
  readonly restricted?: boolean;
  /** Close down by itself when nobody has been connected for five minutes. */
  readonly autoClose?: boolean;
}

export interface Server {
  readonly port: number;
  readonly origin: string;
  /** Replaces the machine settings; a running workbench follows. */
  configure(settings: Settings): Promise<void>;
  close(): Promise<void>;
}

/** No welcome page, no side panels, no update checks: only what a test or a picture is about. */
const quietSettings: Settings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  // VS Code opens this file of its own at every start; as JSON, or as plain text, it would activate every
  // extension for that language before a test has opened anything.
  'files.associations': { '**/chatLanguageModels.json': 'log' },
  'telemetry.telemetryLevel': 'off',
  'update.showReleaseNotes': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** Starts VS Code's server on a free local port, with its data in a temporary folder that `close` removes. */
export async function startServer(options: ServerOptions = {}): Promise<Server> {
  const vscode = await ensureServer();
  const data = await mkdtemp(join(tmpdir(), 'tuning-lens-vscode-'));
  const folders = ['--server-data-dir', data, '--extensions-dir', join(data, 'extensions')];
  const main = join(vscode, 'out', 'server-main.js');
  const configure = async (settings: Settings) => {
    const file = join(data, 'data', 'Machine', 'settings.json');
    await mkdir(join(file, '..'), { recursive: true });
    // At once: a workbench that reads a half-written file falls back to the defaults.
    await writeFile(`${file}.new`, JSON.stringify({ ...quietSettings, ...settings }, null, 2));
    await rename(`${file}.new`, file);
  };
  await configure(options.settings ?? {});
  if (options.vsix) {
    const install = [main, '--install-extension', options.vsix, ...folders];
    await exec(process.execPath, install, { stdio: 'ignore', env: serverEnvironment() });
  }

  const server = spawn(
    process.execPath,
    [
      main,
      ...[
        '--host',
        '127.0.0.1',
        '--port',
        '0',
        '--without-connection-token',
        '--accept-server-license-terms',
      ],
      ...['--telemetry-level', 'off', ...folders],
      // Without this a built workbench ignores extensionDevelopmentPath and extensionTestsPath.
      '--enable-smoke-test-driver',
      ...(options.restricted ? [] : ['--disable-workspace-trust']),
      ...(options.autoClose ? ['--enable-remote-auto-shutdown'] : []),
    ],
    // A group of its own: its extension hosts end with it.
    { detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: serverEnvironment() },
  );
  const ended = new Promise<void>(resolve => server.once('close', () => resolve()));
  const signal = (name: NodeJS.Signals) => {
    try {
      if (server.pid !== undefined) process.kill(-server.pid, name);
    } catch {
      // Already gone.
    }
  };
  const killAtExit = () => signal('SIGKILL');
  process.once('exit', killAtExit);
  const close = async () => {
    signal('SIGTERM');
    await Promise.race([ended, delay(3000)]);
    signal('SIGKILL');
    process.off('exit', killAtExit);
    await rm(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };

  const port = await new Promise<number>((resolve, reject) => {
    // Its log is noise (unbuilt native modules are traced at length) unless it fails to start.
    let log = '';
    const read = (chunk: Buffer) => {
      log += chunk.toString();
      const listening = /Extension host agent listening on (\d+)/.exec(log);
      if (listening) resolve(Number(listening[1]));
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.once('error', reject);
    server.once('close', code => reject(new Error(`The VS Code server ended (${code}):\n${log}`)));
    setTimeout(() => reject(new Error(`The VS Code server did not start in 60 s:\n${log}`)), 60_000).unref();
  }).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  return { port, origin: `http://127.0.0.1:${port}`, configure, close };
}

/** Ours, without what a surrounding VS Code terminal or an npm script would push into the server. */
function serverEnvironment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|npm_)/.test(name));
  return { ...Object.fromEntries(inherited), NODE_NO_WARNINGS: '1' };
}
