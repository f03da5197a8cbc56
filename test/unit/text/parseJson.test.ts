import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseJson } from '../../../src/core/text/parseJson';
import { parseSource } from '../../../src/core/text/parse';
import { nodeValue } from '../../../src/core/text/scalars';
import { child, entry } from '../../../src/core/text/source';
import { everyNode } from './everyNode';

describe('parseJson', () => {
  it('reads what JSON.parse reads, as the same value', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), text => {
        const { roots, problems } = parseJson(text);
        // A repeated key is a value too, though one that does not count.
        assert.deepEqual(
          problems.filter(({ kind }) => kind !== 'duplicate-key'),
          [],
        );
        assert.equal(roots.length, 1);
        const [root] = roots;
        assert.deepEqual(root && nodeValue(root, 'json'), JSON.parse(text));
      }),
      { numRuns: 300 },
    );
  });

  it('keeps the text of a number, for a loader that reads JSON as YAML', () => {
    const { roots } = parseJson('{"lr": 1e-5}');
    const lr = child(roots[0], 'lr');
    assert.equal(lr?.kind === 'scalar' && lr.text, '1e-5');
    assert.equal(lr && nodeValue(lr, 'json'), 1e-5);
    assert.equal(lr && nodeValue(lr, 'pyyaml'), '1e-5');
  });

  it('accepts comments, trailing commas and a byte order mark', () => {
    const { roots, problems } = parseJson('\uFEFF{ // rate\n "lr": [1, 2,], }');
    assert.deepEqual(problems, []);
    assert.deepEqual(child(roots[0], 'lr')?.range, { start: 18, end: 25 });
  });

  it('reads an absent value as an empty scalar behind the colon', () => {
    const { roots, problems } = parseJson('{"a":');
    assert.deepEqual(entry(roots[0], 'a')?.value.range, { start: 5, end: 5 });
    assert.ok(problems.length > 0);
  });

  it('marks a repeated key, and takes __proto__ for a key like any other', () => {
    const { problems } = parseJson('{"a": 1, "a": 2, "__proto__": {"b": 1}}');
    assert.deepEqual(
      problems.map(({ kind, range }) => [kind, range]),
      [['duplicate-key', { start: 1, end: 4 }]],
    );
  });

  it('turns nesting beyond reason and texts beyond reason into a problem', () => {
    for (const text of ['['.repeat(200_000), '['.repeat(150), `"${'x'.repeat(2_000_001)}"`]) {
      assert.ok(parseJson(text).problems.some(({ kind }) => kind === 'limit'));
    }
  });

  it('reads any text whatever without throwing, every range inside it', () => {
    const jsonish = fc.array(
      fc.constantFrom('{', '}', '[', ']', ':', ',', '"', '"a"', '1e-5', 'true', '//', '/*', '\n', '\\', '-'),
      { maxLength: 40 },
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      jsonish.map(parts => parts.join('')),
    );
    fc.assert(
      fc.property(texts, text => {
        const { roots, problems } = parseSource(text, 'json');
        const ranges = [...roots.flatMap(root => [...everyNode(root)]), ...problems].map(
          ({ range }) => range,
        );
        for (const { start, end } of ranges) assert.ok(0 <= start && start <= end && end <= text.length);
      }),
      { numRuns: 1500 },
    );
  });
});
