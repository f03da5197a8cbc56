import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { out, root } from '../../host/paths';

/**
 * Bundles the suites of a folder into the one module that VS Code's `extensionTestsPath` wants.
 * @returns the path of the module.
 */
export async function bundleSuites(folder: string, target: 'node' | 'web'): Promise<string> {
  const suites = (await readdir(folder)).filter(file => file.endsWith('.test.ts')).sort();
  const outfile = join(out, 'test', target, 'index.js');
  await build({
    stdin: {
      contents: `
        import { runSuites } from './test/editor/runner/${target}';
        export const run = () => runSuites(() => {
          ${suites.map(file => `require(${JSON.stringify(join(folder, file))});`).join('\n')}
        });`,
      resolveDir: root,
      loader: 'ts',
    },
    outfile,
    bundle: true,
    format: 'cjs',
    sourcemap: 'inline',
    logLevel: 'warning',
    ...(target === 'node'
      ? { platform: 'node', external: ['vscode', 'mocha'] }
      : // Mocha's page build would take the bundle's `module.exports` for its own.
        { platform: 'browser', external: ['vscode'], define: { module: 'undefined', exports: 'undefined' } }),
  });
  return outfile;
}
