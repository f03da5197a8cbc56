import assert from 'node:assert/strict';
import { insertEntriesBefore, keyOf } from '../../../../src/core/text/edits/entry';
import { applyEdits } from '../../../../src/core/text/range';

/** Inserts `distribution: log` before the entry whose value is between ‹ and ›. */
function inserted(marked: string, key = 'distribution', value = 'log'): string | undefined {
  const start = marked.indexOf('‹');
  const end = marked.indexOf('›') - 1;
  const text = marked.replace(/[‹›]/g, '');
  const edit = insertEntriesBefore(text, { start, end }, [[key, value]]);
  return edit && applyEdits(text, [edit]);
}

describe('inserting a sibling entry', () => {
  it('takes a line of its own in a block mapping, at the same indentation', () => {
    assert.equal(
      inserted('lr:\n    min: ‹1.0e-5› # low\n    max: 0.1\n'),
      'lr:\n    distribution: log\n    min: 1.0e-5 # low\n    max: 0.1\n',
    );
  });

  it('keeps the dash of a list item in front', () => {
    assert.equal(inserted('- min: ‹1›\n  max: 2\n'), '- distribution: log\n  min: 1\n  max: 2\n');
  });

  it('keeps Windows line ends', () => {
    assert.equal(
      inserted('lr:\r\n  min: ‹1›\r\n  max: 2\r\n'),
      'lr:\r\n  distribution: log\r\n  min: 1\r\n  max: 2\r\n',
    );
    assert.equal(inserted('min: ‹1›\r\nmax: 2'), 'distribution: log\r\nmin: 1\r\nmax: 2');
  });

  it('goes between commas in a flow mapping', () => {
    assert.equal(inserted('lr: {min: ‹1›, max: 2}'), 'lr: {distribution: log, min: 1, max: 2}');
    assert.equal(inserted('lr: { max: 2, min: ‹1› }'), 'lr: { max: 2, distribution: log, min: 1 }');
  });

  it('quotes keys and words like its sibling, and numbers never', () => {
    assert.equal(
      inserted('{"lr": {"min": ‹1›, "max": 2}}'),
      '{"lr": {"distribution": "log", "min": 1, "max": 2}}',
    );
    assert.equal(inserted('{"min": ‹1›, "max": 2}', 'q', '1'), '{"q": 1, "min": 1, "max": 2}');
  });

  it('takes a line of its own in an object spread over lines', () => {
    assert.equal(
      inserted('{\n  "min": ‹1›, // low\n  "max": 2\n}'),
      '{\n  "distribution": "log",\n  "min": 1, // low\n  "max": 2\n}',
    );
  });

  it('gives up at a long run of comment signs', () => {
    assert.equal(inserted(`lr: {min: ‹1› ${'#'.repeat(190)}`), undefined);
  });

  it('leaves alone what it could not keep: a tag, an anchor, a comment before the value', () => {
    assert.equal(inserted('min: !!float ‹1›\n'), undefined);
    assert.equal(inserted('min: &a ‹1›\n'), undefined);
    assert.equal(inserted('min: # why\n  ‹1›\n'), undefined);
    assert.equal(keyOf('', 0), undefined);
  });
});
