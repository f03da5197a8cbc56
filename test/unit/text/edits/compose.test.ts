import assert from 'node:assert/strict';
import fc from 'fast-check';
import { composeEdits } from '../../../../src/core/text/edits/compose';
import { applyEdits, type TextEdit } from '../../../../src/core/text/range';

/** Non-overlapping edits of a text of `length`, no two starting at the same place. */
const editsOf = (length: number): fc.Arbitrary<TextEdit[]> =>
  fc.uniqueArray(fc.nat(length), { maxLength: 8 }).chain(cuts => {
    const ordered = [...cuts].sort((a, b) => a - b);
    const starts = ordered.filter((_, i) => i % 2 === 0);
    return fc.tuple(...starts.map(() => fc.string({ maxLength: 5 }))).map(texts =>
      starts.map((start, i) => ({
        range: { start, end: ordered[2 * i + 1] ?? start },
        newText: texts[i] ?? '',
      })),
    );
  });

describe('composed edits', () => {
  it('do at once what two rounds of edits do one after the other', () => {
    const rounds = fc.string({ maxLength: 40 }).chain(text =>
      editsOf(text.length).chain(first => {
        const between = applyEdits(text, first);
        return editsOf(between.length).map(second => ({ text, first, second, between }));
      }),
    );
    fc.assert(
      fc.property(rounds, ({ text, first, second, between }) => {
        const composed = composeEdits(text.length, first, second);
        assert.equal(applyEdits(text, composed), applyEdits(between, second));
      }),
    );
  });

  it('leave what neither round touches out of every edit', () => {
    const edits = composeEdits(
      10,
      [{ range: { start: 2, end: 3 }, newText: 'xx' }],
      [{ range: { start: 9, end: 10 }, newText: '' }],
    );
    assert.deepEqual(edits, [
      { range: { start: 2, end: 3 }, newText: 'xx' },
      { range: { start: 8, end: 9 }, newText: '' },
    ]);
  });
});
