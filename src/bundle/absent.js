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
  'compile/data/(bin|density|extent|flatten|fold|geojson|geopoint|graticule|impute|joinaggregate|loess)',
  'compile/data/(lookup|pivot|quantile)',
  'compile/data/(regression|sample|sequence|timeunit|window)',
  'compile/mark/(arc|geoshape|image)',
  'compositemark/(boxplot|common|errorband|errorbar)',
].map(part => `vega-lite/src/${part}.ts`);

/** Transforms, marks, dates, distributions, easings, lassos and form elements that no chart asks for. */
const fromVega = [
  'encode/src/(LinkPath|Pie)',
  'functions/src/functions/(ease|geo|lasso|luminance|pinch|tree)',
  'parser/src/parsers/(guides/legend-gradient-discrete|projection|trigger)',
  'scale/src/(caption|scales/scaleBinOrdinal)',
  'statistics/src/(bootstrapCI|dotbin|kde|lognormal|mixture|normal|quantiles|sampleCurve|uniform)',
  'scenegraph/src/(HybridHandler|HybridRenderer|intersect)',
  'scenegraph/src/(marks/(arc|image|shape|trail)|path/(arc|trail)|util/serialize)',
  'time/src/(bin|floor|interval|util)',
  'transforms/src/(Bin|CountPattern|Cross|Density|DotBin|Flatten|Fold|Generate|JoinAggregate|KDE|Load)',
  'transforms/src/(Lookup|Pivot|Project|Quantile|Sample|TimeUnit|Window)',
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
  'vega-loader': './node_modules/vega-loader/index.browser.js',
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
    // Vega-Lite's remarks go to nobody; where one is an error, the stack says which.
    build.onLoad({ filter: modules(['vega-lite/src/log/message.ts']) }, async ({ path }) => ({
      contents: `const message = () => 'Vega-Lite';
export { ${(await exportedNames(path)).map(name => `message as ${name}`).join(', ')} };`,
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

/** What of a module nobody reaches: each takes the module's text and gives what is left of it. */
const shortened = {
  // Which characters make a name, the browser knows.
  'vega-expression/src/parser.js': text =>
    text
      .replace(/(NonAsciiIdentifierStart = )new RegExp\('[^']+'\)/, String.raw`$1/\p{ID_Start}/u`)
      .replace(/(NonAsciiIdentifierPart = )new RegExp\('[^']+'\)/, String.raw`$1/\p{ID_Continue}/u`),
  // Categories take their colours from the theme; a surface is drawn in viridis.
  'vega-scale/src/palettes.js': text =>
    `export const discrete = {}; export const continuous = { ${/viridis: '\w+'/.exec(text)[0]} };`,
  // Linear and logarithmic scales, and what puts categories in a row. Colours are mixed as the chart's theme has them.
  'vega-scale/src/scales.js': text =>
    text.replaceAll(
      /^scale\((?!Identity|Linear|Log|Ordinal|Band|Point|Sequential|`\$\{Sequential\}-\$\{(?:Linear|Log)\}).*\n/gm,
      '',
    ),
  'vega-scale/src/interpolate.js': text =>
    text
      .replace(
        "* as $ from 'd3-interpolate'",
        "{ interpolateHcl, interpolateRgb, piecewise } from 'd3-interpolate'",
      )
      .replace('$.piecewise', 'piecewise')
      .replace('$[', '({ interpolateHcl, interpolateRgb })['),
  'd3-array/dist/d3-array.mjs': madeOnNeed,
  'd3-color/dist/d3-color.mjs': text => text.replace(/^define\(Cubehelix[^]+?^\}\)\);\n/m, ''),
  'd3-interpolate/dist/d3-interpolate.mjs': madeOnNeed,
  // A page loads nothing, and its data are rows.
  'vega-loader/src/loader.js': () => 'export default () => () => ({});',
  'vega-loader/src/formats/index.js': text =>
    text.replaceAll(/^import .*(?:dsv|topojson).*\n|^ +(?:dsv|csv|tsv|topojson):.*\n/gm, ''),
  'vega-scenegraph/src/path/shapes.js': text =>
    text
      .replace(/arcShape[^;]+?\(cr\),/, '')
      .replace(/,\n +trailShape[^;]+/, '')
      .replaceAll(/^export function (arc|trail)\b[^}]+\}/gm, 'export const $1 = undefined;'),
  // The curves that go through the points, straight or in steps.
  'd3-shape/dist/d3-shape.mjs': text =>
    madeOnNeed(text).replaceAll(
      /^(Basis|Bundle|Cardinal|CatmullRom|Natural)\w*\.prototype = \{[^]+?^\};/gm,
      '',
    ),
  'vega-scenegraph/src/path/curves.js': text =>
    text
      .replaceAll(/^ +curve(Basis|Bundle|Cardinal|CatmullRom|Natural)\w*,\n/gm, '')
      .replaceAll(/^ +'(basis|bundle|cardinal|catmull-rom|natural)[^}]*},\n/gm, ''),
};

/** Lets go what a module makes as it is read, where nobody needs it. */
function madeOnNeed(text) {
  return text.replaceAll(/^((?:const|var) \w+ = )(?=\w+\(|\(function)/gm, '$1/* @__PURE__ */ ');
}

const shortenedTables = {
  name: 'shortened-tables',
  setup(build) {
    for (const [module, shorten] of Object.entries(shortened)) {
      build.onLoad({ filter: modules([module]) }, async ({ path }) => {
        const text = await readFile(path, 'utf8');
        const contents = shorten(text);
        if (contents === text) throw new Error(`${module} is no longer what it was.`);
        return { contents };
      });
    }
  },
};

module.exports = { absent, shortenedTables, vegaAlias };
