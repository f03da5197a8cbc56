import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { sourceStrings } from './strings';
import { withGeneratedParts } from './tables';

const readme = withGeneratedParts(readFileSync('README.md', 'utf8'));
writeFileSync(
  'README.md',
  await format(readme, { ...(await resolveConfig('README.md')), parser: 'markdown' }),
);
mkdirSync('l10n', { recursive: true });
writeFileSync('l10n/bundle.l10n.json', await sourceStrings());
