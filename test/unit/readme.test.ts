import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { withGeneratedParts } from '../docs/tables';

describe('README', () => {
  it('lists the formats, checks, demonstrations, commands and settings that there are', async () => {
    const readme = readFileSync('README.md', 'utf8');
    const options = { ...(await resolveConfig('README.md')), parser: 'markdown' as const };
    assert.equal(readme, await format(withGeneratedParts(readme), options), 'run "npm run docs"');
  });

  it('gives every picture an alternative text', () => {
    const pictures = readFileSync('README.md', 'utf8').matchAll(/!\[([^\]]*)\]\(/g);
    for (const [whole, alternative] of pictures) assert.ok((alternative ?? '').length > 20, whole);
  });
});
