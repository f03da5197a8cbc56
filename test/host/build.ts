import { exec } from './exec';
import { root } from './paths';

/** Builds `dist/` as it is shipped. */
export function buildExtension(): Promise<void> {
  return exec(process.execPath, ['esbuild.js'], { cwd: root });
}
