// Builds dist/. `--dev` keeps names and writes source maps, `--watch` does so on every change.
const fs = require('node:fs');
const esbuild = require('esbuild');
const { minify } = require('terser');
const { absent, shortenedTables, vegaAlias } = require('./src/bundle/absent');

const flag = name => process.argv.includes(name);
const development = flag('--dev') || flag('--watch');

const shared = {
  bundle: true,
  minify: !development,
  sourcemap: development ? 'linked' : false,
  legalComments: 'none',
  logLevel: 'warning',
  loader: { '.svg': 'text' },
  // Its package leads to a bundle that cannot be shaken: its sources can.
  alias: { 'ml-matrix': './node_modules/ml-matrix/src/index.js' },
};

// On the desktop activation must not read the features (YAML, numerics) before they are needed, so the host's
// `import('./features')` reads another file: the browser's, which has to hold everything and exports the features too.
const featuresApart = {
  name: 'features-apart',
  setup(build) {
    build.onResolve({ filter: /^\.\/features$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './extension.web.js', external: true } : undefined,
    );
  },
};

// The samples travel inside the bundle: they are opened as new documents, never as files of the extension.
const bundledSamples = {
  name: 'bundled-samples',
  setup(build) {
    build.onResolve({ filter: /^bundled-samples$/ }, ({ path }) => ({ path, namespace: 'samples' }));
    build.onLoad({ filter: /.*/, namespace: 'samples' }, () => {
      const folder = 'media/samples';
      const files = fs
        .readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter(file => file.isFile());
      const paths = files.map(file => `${file.parentPath.replaceAll('\\', '/')}/${file.name}`).sort();
      const texts = paths.map(path => [path.slice(folder.length + 1), fs.readFileSync(path, 'utf8')]);
      return { contents: JSON.stringify(Object.fromEntries(texts)), loader: 'json', watchFiles: paths };
    });
  },
};

const node = {
  ...shared,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: ['vscode'],
  mainFields: ['module', 'main'],
  // `require`, not `import()`, which extension hosts do not all support in CommonJS.
  supported: { 'dynamic-import': false },
};

const browser = { ...shared, platform: 'browser', target: 'es2022' };

const bundles = [
  {
    ...node,
    entryPoints: { extension: 'src/host/extension.ts' },
    outdir: 'dist',
    plugins: [featuresApart],
  },
  {
    ...browser,
    entryPoints: { 'extension.web': 'src/host/extension.web.ts' },
    outdir: 'dist',
    format: 'cjs',
    external: ['vscode'],
    plugins: [bundledSamples, absent],
  },
  {
    ...browser,
    entryPoints: { webview: 'src/webview/main.ts' },
    outdir: 'dist',
    format: 'iife',
    alias: vegaAlias,
    plugins: [absent, shortenedTables],
  },
  {
    ...node,
    entryPoints: { cli: 'src/cli/main.ts' },
    outdir: 'dist',
    banner: { js: '#!/usr/bin/env node' },
  },
];

async function main() {
  if (flag('--watch')) {
    const contexts = await Promise.all(bundles.map(build => esbuild.context(build)));
    await Promise.all(contexts.map(context => context.watch()));
    return;
  }
  await Promise.all(bundles.map(build => esbuild.build(build)));
  if (!development) await Promise.all(['extension', 'extension.web', 'webview'].map(tighten));
}

// What is packaged goes through a second minifier, which follows values across functions and gives the commonest
// names the commonest letters: 4 % less to download.
async function tighten(name) {
  const file = `dist/${name}.js`;
  const options = { ecma: 2022, toplevel: true, compress: { passes: 2 } };
  const { code } = await minify(fs.readFileSync(file, 'utf8'), options);
  fs.writeFileSync(file, code);
}

main().catch(error => {
  // esbuild has printed what is wrong with the source already.
  if (!error.errors) console.error(error);
  process.exitCode = 1;
});
