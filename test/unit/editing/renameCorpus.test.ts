import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { languageOfFile } from '../../../src/core/editing/scanFiles';
import { destinationAt } from '../../../src/core/editing/parents';
import { outline, type OutlineItem } from '../../../src/core/editing/outline';
import { renameEdits } from '../../../src/core/editing/rename';
import { recognise } from '../../../src/core/formats/index';
import type { SearchSpace } from '../../../src/core/space/searchSpace';
import { parseSource } from '../../../src/core/text/parse';
import { applyEdits } from '../../../src/core/text/range';

const corpus = resolve('../shared/corpus');

/** Every name with what depends on it, so that a name left behind shows. */
function names({ parameters, forbidden }: SearchSpace): string {
  return JSON.stringify([parameters.map(({ name, condition }) => [name, condition]), forbidden]);
}

describe('renaming in real files', () => {
  it('reads back as before, with the new name in place of the old', function () {
    if (!existsSync(corpus)) return this.skip();
    this.timeout(60_000);
    let renamed = 0;
    for (const folder of readdirSync(corpus)) {
      if (folder.includes('.') || folder.includes('python') || folder === 'negative') continue;
      for (const file of readdirSync(join(corpus, folder))) {
        renamed += renameIn(join(corpus, folder, file));
      }
    }
    assert.ok(renamed > 300, `${renamed}`);
  });
});

/** Renames a few parameters of a file, one after the other. */
function renameIn(path: string): number {
  const text = readFileSync(path, 'utf8');
  const language = languageOfFile(path);
  const document = language && parseSource(text, language, path);
  const format = document && recognise(document);
  if (document === undefined || format === undefined || language === undefined) return 0;
  const spaces = format.read(document);
  const items = (all: readonly OutlineItem[]): number =>
    all.reduce(
      (sum, { kind, children }) => sum + (kind === 'space' || kind === 'group' ? 0 : 1) + items(children),
      0,
    );
  const count = spaces.reduce((sum, { parameters }) => sum + parameters.length, 0);
  assert.equal(items(outline(spaces, text)), count, path);
  let renamed = 0;
  for (const space of spaces) {
    for (const { name, tokens } of space.parameters.slice(0, 8)) {
      assert.doesNotThrow(() => destinationAt(spaces, document, tokens.name.start));
      const rename = renameEdits(spaces, document, tokens.name.start, 'zzz');
      if (rename.kind === 'refused') continue;
      renamed++;
      const again: readonly SearchSpace[] = format.read(
        parseSource(applyEdits(text, rename.edits), language, path),
      );
      const own = text.slice(tokens.name.start, tokens.name.end).replace(/^["']|["']$/g, '');
      const newName = name.endsWith(own) ? `${name.slice(0, name.length - own.length)}zzz` : 'zzz';
      const expected = spaces.map(each => {
        if (each !== space) return names(each);
        // What is nested in a parameter is called after it.
        const [whole, start] = [JSON.stringify(name), JSON.stringify(`${name}.`).slice(0, -1)];
        const [newWhole, newStart] = [JSON.stringify(newName), JSON.stringify(`${newName}.`).slice(0, -1)];
        return names(each).replaceAll(whole, newWhole).replaceAll(start, newStart);
      });
      assert.deepEqual(again.map(names), expected, `${path}: ${name}`);
    }
  }
  return renamed;
}
