import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { analyse } from '../../../src/core/analyse';
import { rules } from '../../../src/core/checks/catalogue';
import { pageExamples } from './pageExamples';

const page = readFileSync('media/checks.md', 'utf8');
const documented = [...page.matchAll(/^### (.*)$/gm)].map(([, code = '']) => code);
const examples = pageExamples();

/** What no short example shows. */
const withoutExample = new Set(['text-limit']);

describe('the page of checks', () => {
  it('has one section for every code of the catalogue and none besides', () => {
    assert.deepEqual([...documented].sort(), rules.map(({ code }) => code).sort());
  });

  it('shows a wrong and a right example for every code', () => {
    for (const code of documented.filter(code => !withoutExample.has(code))) {
      const shown = examples.filter(example => example.code === code).map(({ expected }) => expected);
      assert.deepEqual([...new Set(shown)].sort(), ['right', 'wrong'], code);
    }
  });

  for (const { code, expected, language, text } of examples) {
    it(`${code}: what it shows as ${expected} ${expected === 'wrong' ? 'has' : 'lacks'} the finding`, () => {
      const analysis = analyse(text, language);
      assert.ok(analysis, 'The example is not recognised.');
      const codes = analysis.findings.map(finding => finding.code);
      assert.equal(codes.includes(code), expected === 'wrong', codes.join(', '));
    });
  }

  it('shows no example as right that has an error', () => {
    for (const { code, expected, language, text } of examples) {
      if (expected === 'wrong') continue;
      const errors = analyse(text, language)?.findings.filter(({ severity }) => severity === 'error') ?? [];
      assert.deepEqual(
        errors.map(error => error.message),
        [],
        code,
      );
    }
  });
});

describe('the catalogue', () => {
  it('names every check by a code of its own in kebab case, with a title', () => {
    const codes = rules.map(({ code }) => code);
    assert.equal(new Set(codes).size, codes.length);
    for (const { code, title } of rules) {
      assert.match(code, /^[a-z]+(-[a-z]+)*$/);
      assert.ok(title.length > 0 && title.length < 80, code);
    }
  });
});
