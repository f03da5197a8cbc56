import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const repository = join(__dirname, '..', '..', '..');

export interface Outcome {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The bundled command line in a folder of its own, as it stands in an installed package. */
export interface CommandLine {
  readonly folder: string;
  /** Runs it with `folder` as the working directory. */
  run(...args: readonly string[]): Outcome;
  write(file: string, text: string): void;
  remove(): void;
}

export async function bundledCommandLine(): Promise<CommandLine> {
  const folder = mkdtempSync(join(tmpdir(), 'tuning-lens-'));
  const dist = join(folder, 'package', 'dist');
  await build({
    entryPoints: [join(repository, 'src', 'cli', 'main.ts')],
    outfile: join(dist, 'cli.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    logLevel: 'error',
  });
  symlinkSync(join(repository, 'media'), join(folder, 'package', 'media'));
  return {
    folder,
    run: (...args) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [join(dist, 'cli.js'), ...args], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, NODE_OPTIONS: '' },
        maxBuffer: 64 * 1024 * 1024,
      });
      return { exitCode: status, stdout, stderr };
    },
    write: (file, text) => {
      mkdirSync(join(folder, file, '..'), { recursive: true });
      writeFileSync(join(folder, file), text);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
