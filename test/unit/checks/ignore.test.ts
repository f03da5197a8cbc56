import assert from 'node:assert/strict';
import { withoutIgnored } from '../../../src/core/checks/ignore';
import type { Finding } from '../../../src/core/finding';
import { parseSource } from '../../../src/core/text/parse';
import type { SourceLanguage } from '../../../src/core/text/source';

const known = new Set(['one', 'two', 'unknown-ignore']);

/** The codes left of findings `one` and `two` at every `@` of the text, as `code@line`. */
function left(text: string, language: SourceLanguage = 'yaml'): string[] {
  const findings = [...text.matchAll(/@/g)].flatMap(({ index }) =>
    ['one', 'two'].map((code): Finding => ({
      code,
      severity: 'warning',
      message: code,
      range: { start: index, end: index + 1 },
      fixes: [],
    })),
  );
  return withoutIgnored(findings, parseSource(text, language), known).map(
    ({ code, range }) => `${code}@${text.slice(0, range.start).split('\n').length}`,
  );
}

describe('an ignore comment', () => {
  it('silences the listed codes on its own line', () => {
    assert.deepEqual(left('a: x@ # tuning-lens: ignore one\nb: x@\n'), ['two@1', 'one@2', 'two@2']);
    assert.deepEqual(left('a: x@ # tuning-lens: ignore one, two\nb: x@\n'), ['one@2', 'two@2']);
    assert.deepEqual(left('a: x@   #tuning-lens:ignore one,two\n'), []);
  });

  it('silences everything on the line when it lists nothing', () => {
    assert.deepEqual(left('a: x@ # tuning-lens: ignore\nb: x@\n'), ['one@2', 'two@2']);
  });

  it('silences the next line with content when it stands alone', () => {
    assert.deepEqual(left('# tuning-lens: ignore one\n# and why\n\na: x@\nb: x@\n'), [
      'two@4',
      'one@5',
      'two@5',
    ]);
  });

  it('does not silence the next line when it stands behind something', () => {
    assert.deepEqual(left('a: x # tuning-lens: ignore\nb: x@\n'), ['one@2', 'two@2']);
  });

  it('silences the whole file as ignore-file', () => {
    assert.deepEqual(left('a: x@\nb: x@\n# tuning-lens: ignore-file one\n'), ['two@1', 'two@2']);
    assert.deepEqual(left('# tuning-lens: ignore-file\na: x@\nb: x@\n'), []);
  });

  it('works in JSON with comments and with Windows line ends', () => {
    assert.deepEqual(left('{\n  // tuning-lens: ignore one\n  "a": "@"\n}', 'json'), ['two@3']);
    assert.deepEqual(left('{ "a": "@" } // tuning-lens: ignore two', 'json'), ['one@1']);
    assert.deepEqual(left('# tuning-lens: ignore one\r\na: x@\r\n'), ['two@2']);
  });

  it('is none inside a value', () => {
    assert.deepEqual(left('a: "x@ # tuning-lens: ignore"\n'), ['one@1', 'two@1']);
  });

  it('says when a code does not exist, at that code', () => {
    const text = 'a: x # tuning-lens: ignore one, tow';
    const [finding] = withoutIgnored([], parseSource(text, 'yaml'), known);
    assert.equal(finding?.code, 'unknown-ignore');
    assert.equal(text.slice(finding?.range.start, finding?.range.end), 'tow');
  });
});
