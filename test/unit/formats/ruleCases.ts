import assert from 'node:assert/strict';
import type { Format } from '../../../src/core/formats/format';
import { parseSource } from '../../../src/core/text/parse';
import { applyEdits } from '../../../src/core/text/range';
import type { SourceLanguage } from '../../../src/core/text/source';

/** A fault and how it is put right, each a whole text. */
export interface RuleCase {
  readonly code: string;
  readonly what: string;
  readonly wrong: string;
  readonly right: string;
  /** The text the finding stands on. */
  readonly at: string;
  /** What that text becomes when the finding's first fix is applied. */
  readonly fixed?: string;
}

/** Holds a reader to its rules: each finding at its exact place, gone once the fault is put right. */
export function holdToRules(format: Format, language: SourceLanguage, cases: readonly RuleCase[]): void {
  const found = (text: string) =>
    format.read(parseSource(text, language)).flatMap(({ findings }) => findings);
  for (const { code, what, wrong, right, at, fixed } of cases) {
    it(`${code}: ${what}`, () => {
      const all = found(wrong);
      const first = all.find(
        ({ code: own, range }) => own === code && wrong.slice(range.start, range.end) === at,
      );
      assert.ok(first, all.map(one => `${one.code} "${wrong.slice(one.range.start, one.range.end)}"`).join());
      assert.deepEqual(
        found(right).map(({ message }) => message),
        [],
      );
      if (fixed === undefined) return;
      const { start, end } = first.range;
      assert.equal(
        applyEdits(wrong, first.fixes[0]?.edits ?? []),
        wrong.slice(0, start) + fixed + wrong.slice(end),
      );
    });
  }
}
