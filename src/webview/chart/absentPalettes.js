// Stands for d3-scale-chromatic (see esbuild.js): categories take their colours from the theme, never from a scheme.
module.exports = Object.fromEntries(
  [
    'Category10',
    'Accent',
    'Dark2',
    'Observable10',
    'Paired',
    'Pastel1',
    'Pastel2',
    'Set1',
    'Set2',
    'Set3',
  ].map(name => [`scheme${name}`, []]),
);
