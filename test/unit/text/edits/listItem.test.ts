import assert from 'node:assert/strict';
import { removeItem } from '../../../../src/core/text/edits/listItem';
import { applyEdits } from '../../../../src/core/text/range';

/** Removes the item between ‹ and › from the list between « and »; the item before it stands between ( and ). */
function removed(marked: string): string | undefined {
  const at = (mark: string): number => marked.slice(0, marked.indexOf(mark)).replace(/[«»‹›()]/g, '').length;
  const text = marked.replace(/[«»‹›()]/g, '');
  const range = (open: string, close: string) => ({ start: at(open), end: at(close) });
  const edits = removeItem(text, range('«', '»'), range('(', ')'), range('‹', '›'));
  return edits && applyEdits(text, edits);
}

describe('removing an item of a list', () => {
  it('takes the comma before it in flow style', () => {
    assert.equal(removed('x: «[adam, (sgd), ‹adam›]» # why'), 'x: [adam, sgd] # why');
    assert.equal(removed('x: «[(adam), ‹adam›, sgd]»'), 'x: [adam, sgd]');
    assert.equal(removed('{"x": «["a",("b"),‹"a"›]»}'), '{"x": ["a","b"]}');
  });

  it('keeps comments and line breaks of a flow list spread over lines', () => {
    assert.equal(
      removed('x: «[\n  (adam), # first\n  ‹adam› # again\n]»\n'),
      'x: [\n  adam # first\n # again\n]\n',
    );
    assert.equal(removed('«[\n  ("a"),\n  ‹"a"›,\n  "b"\n]»'), '[\n  "a"\n,\n  "b"\n]');
  });

  it('takes the line in block style', () => {
    assert.equal(removed('x:\n  «- (adam)\n  - ‹adam›\n  - sgd»\n'), 'x:\n  - adam\n  - sgd\n');
    assert.equal(removed('x:\r\n  «- (adam)\r\n  - ‹adam›»\r\ny: 1'), 'x:\r\n  - adam\r\ny: 1');
    assert.equal(removed('x:\n  «- (adam)\n  - ‹adam›»'), 'x:\n  - adam');
  });

  it('takes every line of an item that has several', () => {
    assert.equal(removed('«- ({a: 1})\n- ‹a:\n    1›\n- b»\n'), '- {a: 1}\n- b\n');
  });

  it('leaves alone an item behind an anchor', () => {
    assert.equal(removed('«- (adam)\n- &again ‹adam›»\n'), undefined);
    assert.equal(removed('«[(adam), &again ‹adam›]»'), undefined);
  });
});
