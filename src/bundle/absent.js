// What the bundles leave out of packages that come whole. No format we read and no chart of a report gets there: the
// tests of the page draw every demonstration, and fail on a transform or a function that is missing.
const { readFile } = require('node:fs/promises');
const esbuild = require('esbuild');

/** `yaml` gives us the syntax of a text (schema "failsafe"): no values, and no text of a document. */
const fromYaml = [
  'doc/(applyReviver|createNode)',
  'nodes/addPairToJSMap',
  'schema/(core|json)/.+',
  'schema/common/null',
  'schema/yaml-1.1/(bool|float|int|schema)',
  'stringify/.+',
  'visit',
].map(part => `yaml/browser/dist/${part}.js`);

/** Matrices of particular kinds, and ways to print and to summarise one. */
const fromMatrix = ['distanceMatrix', 'inspect', 'stat', 'symmetricMatrix'].map(
  part => `ml-matrix/src/${part}.js`,
);

/** Marks made of marks, maps, and transforms no chart asks for. */
const fromVegaLite = [
  'compile/data/(bin|density|extent|flatten|fold|geojson|geopoint|graticule|loess|lookup|pivot|quantile)',
  'compile/data/(regression|sample|sequence|timeunit|window)',
  'compile/mark/(arc|geoshape|image)',
  'compositemark/(boxplot|common|errorband|errorbar)',
].map(part => `vega-lite/src/${part}.ts`);

/** Transforms, marks, dates, distributions, easings, lassos and form elements that no chart asks for. */
const fromVega = [
  'encode/src/(LinkPath|Pie)',
  'functions/src/functions/(ease|geo|lasso|luminance|pinch|tree)',
  'statistics/src/(bootstrapCI|dotbin|kde|lognormal|mixture|normal|quantiles|sampleCurve|uniform)',
  'scenegraph/src/marks/(arc|image|shape|trail)',
  'time/src/(bin|floor|interval|util)',
  'transforms/src/(Bin|CountPattern|Cross|Density|DotBin|Flatten|Fold|Generate|JoinAggregate|KDE|Lookup)',
  'transforms/src/(Pivot|Project|Quantile|Sample|TimeUnit|Window)',
  'view/src/(bind|timer)',
].map(part => `vega-${part}.js`);

/** Packages of which nothing is needed: maps, trees, forces, word clouds, regressions, easings, times, tables of text. */
const absentPackages = [
  'd3-dsv',
  'd3-ease',
  'd3-geo',
  'd3-geo-projection',
  'd3-time',
  'd3-time-format',
  'topojson-client',
  'vega-crossfilter',
  'vega-force',
  'vega-geo',
  'vega-hierarchy',
  'vega-label',
  'vega-projection',
  'vega-regression',
  'vega-wordcloud',
];

/** Packages that come as one file, and with the sources it is made of: those can be shaken. */
const vegaSources = [
  'dataflow',
  'encode',
  'expression',
  'functions',
  'parser',
  'scale',
  'scenegraph',
  'statistics',
  'time',
  'transforms',
  'view',
  'view-transforms',
].map(name => `vega-${name}`);

const vegaAlias = {
  ...Object.fromEntries(vegaSources.map(name => [name, `./node_modules/${name}/index.js`])),
  ...Object.fromEntries(absentPackages.map(name => [name, './src/webview/chart/absentVegaPart.js'])),
  'd3-delaunay': './src/webview/chart/voronoiCells.ts',
  'vega-lite': './node_modules/vega-lite/src/compile/compile.ts',
};

const modules = parts =>
  new RegExp(`[\\\\/]node_modules[\\\\/](${parts.join('|').replaceAll('/', '[\\\\/]')})$`);

/**
 * The modules keep their names, each a class: what asks `instanceof` links and runs, a transform is of no known
 * type, and whoever is asked whether it applies says no.
 */
const absent = {
  name: 'absent',
  setup(build) {
    build.onLoad(
      { filter: modules([...fromYaml, ...fromMatrix, ...fromVegaLite, ...fromVega]) },
      async ({ path }) => {
        const classes = (await exportedNames(path)).map(name =>
          name === 'default'
            ? 'export default class extends Absent {}'
            : `export class ${name} extends Absent {}`,
        );
        return {
          contents: `class Absent {
  static hasMatchingType() { return false; }
  static makeFromEncoding() {}
  static parseAll(parent) { return parent; }
}
${classes.join('\n')}`,
        };
      },
    );
    // `@lezer/python` says how its syntax is to be coloured, which nobody here does.
    build.onLoad({ filter: modules(['@lezer/highlight/dist/index.js']) }, () => ({
      contents: `const tag = new Proxy(() => tag, { get: () => tag });
export { tag as tags };
export const styleTags = () => () => null;`,
    }));
    // Vega-Lite's remarks go to nobody; where one is an error, its name says which.
    build.onLoad({ filter: modules(['vega-lite/src/log/message.ts']) }, async ({ path }) => ({
      contents: (await exportedNames(path)).map(name => `export const ${name} = () => '${name}';`).join('\n'),
    }));
  },
};

async function exportedNames(path) {
  const { metafile } = await esbuild.build({
    entryPoints: [path],
    format: 'esm',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  return Object.values(metafile.outputs).flatMap(({ exports }) => exports);
}

/** What tables a module can do without: each takes the module's text and gives what is left of it. */
const shortened = {
  // Which characters make a name, the browser knows.
  'vega-expression/src/parser.js': text =>
    text
      .replace(/(NonAsciiIdentifierStart = )new RegExp\('[^']+'\)/, String.raw`$1/\p{ID_Start}/u`)
      .replace(/(NonAsciiIdentifierPart = )new RegExp\('[^']+'\)/, String.raw`$1/\p{ID_Continue}/u`),
  // Categories take their colours from the theme; a surface is drawn in viridis.
  'vega-scale/src/palettes.js': text =>
    `export const discrete = {}; export const continuous = { ${/viridis: '\w+'/.exec(text)[0]} };`,
  // The curves that go through the points, straight or in steps.
  'd3-shape/dist/d3-shape.mjs': text =>
    text.replaceAll(/^(Basis|Bundle|Cardinal|CatmullRom|Natural)\w*\.prototype = \{[^]+?^\};/gm, ''),
  'vega-scenegraph/src/path/curves.js': text =>
    text
      .replaceAll(/^ +curve(Basis|Bundle|Cardinal|CatmullRom|Natural)\w*,\n/gm, '')
      .replaceAll(/^ +'(basis|bundle|cardinal|catmull-rom|natural)[^}]*},\n/gm, ''),
};

const shortenedTables = {
  name: 'shortened-tables',
  setup(build) {
    for (const [module, shorten] of Object.entries(shortened)) {
      build.onLoad({ filter: modules([module]) }, async ({ path }) => {
        const text = await readFile(path, 'utf8');
        const contents = shorten(text);
        if (contents.length >= text.length) throw new Error(`${module} is no longer what it was.`);
        return { contents };
      });
    }
  },
};

module.exports = { absent, shortenedTables, vegaAlias };
