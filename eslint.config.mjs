import tseslint from 'typescript-eslint';

/** What the pure core may not reach for: an editor, a page, Node, a clock or an unseeded generator. */
const impureGlobals = [
  'window',
  'document',
  'process',
  'Buffer',
  'performance',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'requestAnimationFrame',
  'fetch',
  'console',
  'globalThis',
  '__dirname',
  'require',
].map(name => ({ name, message: 'src/core is pure: pass what it needs as an argument.' }));

const forbidden = (patterns, message) => ({
  'no-restricted-imports': ['error', { patterns: patterns.map(regex => ({ regex, message })) }],
});

export default tseslint.config(
  { ignores: ['dist', 'out', '.vscode-test', 'node_modules'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-console': 'error',
      'no-eval': 'error',
      'prefer-const': 'error',
      curly: ['error', 'multi-line'],
      eqeqeq: 'error',
      'max-lines': ['error', { max: 300 }],
    },
  },
  {
    files: ['src/core/**/*.ts'],
    rules: {
      ...forbidden(
        [
          '^vscode$',
          '^node:',
          '^(fs|path|os|crypto|child_process|url|util|worker_threads)$',
          '/(host|webview|cli)(/|$)',
          'protocol$',
        ],
        'src/core imports only itself and pure libraries.',
      ),
      'no-restricted-globals': ['error', ...impureGlobals],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Everything random takes a seed.' },
        { object: 'Date', property: 'now', message: 'src/core has no clock.' },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date']", message: 'src/core has no clock.' },
      ],
    },
  },
  {
    files: ['src/webview/**/*.ts'],
    rules: forbidden(
      ['^vscode$', '^node:', '/(host|cli)(/|$)'],
      'The webview draws a Report and knows nothing else.',
    ),
  },
  {
    files: ['src/host/**/*.ts'],
    rules: forbidden(
      ['^node:', '^(fs|path|os|crypto|child_process|url|util)$', '/(webview|cli)(/|$)'],
      'The host also runs in the browser.',
    ),
  },
  {
    files: ['src/cli/**/*.ts'],
    rules: forbidden(['^vscode$', '/(host|webview)(/|$)'], 'The command line knows no editor.'),
  },
  {
    files: ['src/protocol.ts'],
    rules: forbidden(['^vscode$', '^node:'], 'Both sides of the protocol read this file.'),
  },
  { files: ['src/cli/**/*.ts', 'test/**/*.ts', '**/*.mjs', 'esbuild.js'], rules: { 'no-console': 'off' } },
  { files: ['esbuild.js', 'src/bundle/*.js'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);
