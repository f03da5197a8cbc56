import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { schemaFiles } from './schemas';
import { sourceStrings } from './strings';
import { withGeneratedParts } from './tables';

/** `npm run docs`: brings the README's tables, the localisation bundle and the schemas in line with the sources. */
async function main(): Promise<void> {
  const readme = withGeneratedParts(readFileSync('README.md', 'utf8'));
  const options = { ...(await resolveConfig('README.md')), parser: 'markdown' } as const;
  writeFileSync('README.md', await format(readme, options));
  mkdirSync('l10n', { recursive: true });
  writeFileSync('l10n/bundle.l10n.json', await sourceStrings());
  mkdirSync('media/schemas', { recursive: true });
  for (const { path, text } of await schemaFiles()) writeFileSync(path, text);
}

void main();
