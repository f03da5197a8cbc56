import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { which } from './exec';
import { cache, root } from './paths';

export type HostKind = 'desktop' | 'server' | 'web';

export interface Host {
  readonly kind: HostKind;
  /** What `runTests` starts; none for the web extension host, which `runTests` does not know. */
  readonly executable?: string;
}

/**
 * Where tests run: TUNING_LENS_HOST=desktop|server|web decides, else an installed desktop VS Code when there is a
 * display for it (`xvfb-run` gives one), else the server host, which needs neither.
 */
export async function pickHost(): Promise<Host> {
  const forced = process.env['TUNING_LENS_HOST'];
  switch (forced) {
    case 'desktop':
      return {
        kind: 'desktop',
        executable: findDesktop() ?? (await downloadAndUnzipVSCode({ cachePath: cache })),
      };
    case 'server':
      return server;
    case 'web':
      return { kind: 'web' };
    case undefined:
    case '': {
      const executable = hasDisplay() ? findDesktop() : undefined;
      return executable ? { kind: 'desktop', executable } : server;
    }
    default:
      throw new Error(`TUNING_LENS_HOST is "${forced}"; it can be desktop, server or web.`);
  }
}

const server: Host = { kind: 'server', executable: join(root, 'test', 'host', 'codeShim.ts') };

export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

/** The program itself: `code` on the PATH is a script that cannot run tests. */
function findDesktop(): string | undefined {
  const script = which('code');
  const besideScript = script ? [join(realpathSync(script), '..', '..', 'code')] : [];
  return [
    ...besideScript,
    '/usr/share/code/code',
    '/Applications/Visual Studio Code.app/Contents/MacOS/Electron',
  ].find(path => existsSync(path));
}
