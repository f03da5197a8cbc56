import { buildSync } from 'esbuild';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { out, root } from '../host/paths';

/** A module of `src` built as it is shipped: what runs tests from source slows every function that is made. */
export function bundled<Module>(path: string): Module {
  const outfile = join(out, 'bench', `${path.replaceAll('/', '-')}.js`);
  buildSync({
    entryPoints: [join(root, 'src', path)],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    alias: { 'ml-matrix': join(root, 'node_modules/ml-matrix/src/index.js') },
    logLevel: 'error',
  });
  return createRequire(__filename)(outfile) as Module;
}
