import { spawn, type SpawnOptions } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The first of these programs that is on the PATH, as an absolute path. */
export function which(...names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return names.flatMap(name => folders.map(folder => join(folder, name))).find(isExecutable);
}

export function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Runs a program with its output on ours. @throws Error when it does not end with exit code 0. */
export async function exec(
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<void> {
  const code = await new Promise<number | null>((resolve, reject) => {
    spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], ...options })
      .on('error', reject)
      .on('close', resolve);
  });
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with exit code ${code}`);
}
