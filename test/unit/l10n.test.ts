import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { sourceStrings } from '../docs/strings';

type Bundle = Readonly<Record<string, string>>;
const bundle = (path: string): Bundle => JSON.parse(readFileSync(path, 'utf8')) as Bundle;
const placeholders = (text: string): string[] => [...new Set(text.match(/\{\d+\}/g))].sort();
const translations = readdirSync('l10n').filter(
  name => /^bundle\.l10n\..+\.json$/.test(name) && name !== 'bundle.l10n.json',
);

describe('localisation', () => {
  it('has every string of the sources in the bundle, and no other', async () => {
    assert.equal(readFileSync('l10n/bundle.l10n.json', 'utf8'), await sourceStrings(), 'run "npm run docs"');
  });

  it('has at least one translation', () => {
    assert.ok(translations.length > 0);
  });

  for (const name of translations) {
    const language = name.split('.')[2] ?? '';

    it(`translates every string into ${language} with the same placeholders`, () => {
      const source = bundle('l10n/bundle.l10n.json');
      const translated = bundle(`l10n/${name}`);
      assert.deepEqual(Object.keys(translated).sort(), Object.keys(source).sort());
      for (const [key, text] of Object.entries(translated)) {
        assert.deepEqual(placeholders(text), placeholders(key), key);
      }
    });

    it(`translates the whole manifest into ${language}`, () => {
      const translated = bundle(`package.nls.${language}.json`);
      assert.deepEqual(Object.keys(translated).sort(), Object.keys(bundle('package.nls.json')).sort());
    });
  }
});
