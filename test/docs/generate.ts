import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { withGeneratedParts } from './tables';

const readme = withGeneratedParts(readFileSync('README.md', 'utf8'));
writeFileSync(
  'README.md',
  await format(readme, { ...(await resolveConfig('README.md')), parser: 'markdown' }),
);
