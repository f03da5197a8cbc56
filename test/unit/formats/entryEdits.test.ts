import assert from 'node:assert/strict';
import { addEntry, removeEntry, wrapInKey } from '../../../src/core/formats/entryEdits';
import { parseSource } from '../../../src/core/text/parse';
import { applyEdits, type TextEdit } from '../../../src/core/text/range';
import {
  child,
  entry,
  type MapNode,
  type SourceDocument,
  type SourceNode,
} from '../../../src/core/text/source';

/** The mapping under `m`. */
function open(text: string, language: 'yaml' | 'json' = 'yaml'): { document: SourceDocument; map: MapNode } {
  const document = parseSource(text, language);
  const map = child(document.roots[0], 'm');
  assert.equal(map?.kind, 'map');
  return { document, map };
}

const apply = (text: string, edits: TextEdit | readonly TextEdit[] | undefined): string | undefined =>
  edits && applyEdits(text, 'newText' in edits ? [edits] : edits);

const added = (text: string, language: 'yaml' | 'json' = 'yaml'): string | undefined => {
  const { document, map } = open(text, language);
  return apply(text, addEntry(document, map, 'k', 'v'));
};

const removed = (text: string, key: string): string | undefined => {
  const { map } = open(text);
  const at = entry(map, key);
  assert.ok(at);
  return apply(text, removeEntry(text, map, at));
};

const wrapped = (text: string, language: 'yaml' | 'json' = 'yaml'): string | undefined => {
  const document = parseSource(text, language);
  return apply(text, wrapInKey(document, child(document.roots[0], 'm') as SourceNode, 'k'));
};

describe('addEntry', () => {
  it('keeps the style, the indentation, the comments and the line ends', () => {
    assert.equal(added('m: {a: 1} # one'), 'm: {a: 1, k: v} # one');
    assert.equal(added('m: {}'), 'm: {k: v}');
    assert.equal(added('m:\n  # first\n  a: 1\n  b: 2\n'), 'm:\n  # first\n  k: v\n  a: 1\n  b: 2\n');
    assert.equal(added('m:\r\n  a: 1\r\n'), 'm:\r\n  k: v\r\n  a: 1\r\n');
    assert.equal(added('{"m": {"a": 1}}', 'json'), '{"m": {"a": 1, "k": "v"}}');
  });

  it('does nothing to a mapping that is written elsewhere', () => {
    assert.equal(added('x: &x {a: 1}\nm: *x\n'), undefined);
    assert.equal(added('x: &x {a: 1}\nm:\n  <<: *x\n'), undefined);
  });
});

describe('removeEntry', () => {
  it('takes the comma or the whole line with it', () => {
    assert.equal(removed('m: {a: 1, b: 2}', 'a'), 'm: {b: 2}');
    assert.equal(removed('m: {a: 1, b: 2}', 'b'), 'm: {a: 1}');
    assert.equal(removed('m:\n  a: 1\n  b:\n    - 2\n  c: 3\n', 'b'), 'm:\n  a: 1\n  c: 3\n');
    assert.equal(removed('m:\n  a: 1\n  b: 2', 'b'), 'm:\n  a: 1\n');
  });

  it('does nothing where a comment would be lost or nothing would be left', () => {
    assert.equal(removed('m:\n  a: 1 # why\n  b: 2\n', 'a'), undefined);
    assert.equal(removed('m: {a: 1, # why\n  b: 2}', 'a'), undefined);
    assert.equal(removed('m: {a: 1}', 'a'), undefined);
  });
});

describe('wrapInKey', () => {
  it('wraps in braces what stands on the line, and moves a block one level in', () => {
    assert.equal(wrapped('m: 3 # three'), 'm: {k: 3} # three');
    assert.equal(wrapped('m: [1, 2]'), 'm: {k: [1, 2]}');
    assert.equal(wrapped('{"m": 3}', 'json'), '{"m": {"k": 3}}');
    assert.equal(
      wrapped('m:\n  - 1\n\n  # two\n  - 2\nn: 3\n'),
      'm:\n  k:\n    - 1\n\n    # two\n    - 2\nn: 3\n',
    );
  });

  it('does nothing where that would change what is read', () => {
    assert.equal(wrapped('m: a, b'), undefined);
    assert.equal(wrapped('m:'), undefined);
    assert.equal(wrapped('m:\n- 1\n- 2\n'), undefined);
    assert.equal(wrapped('x: &x 1\nm: *x'), undefined);
  });
});
