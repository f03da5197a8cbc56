import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyse } from '../../../src/core/analyse';
import { fixAll } from '../../../src/core/checks/fixAll';
import type { Finding } from '../../../src/core/finding';
import { applyEdits } from '../../../src/core/text/range';
import { sweep } from './found';

const again = (text: string): readonly Finding[] => analyse(text, 'yaml')?.findings ?? [];
const hasSafeFix = ({ fixes }: Finding): boolean => fixes.some(({ safe }) => safe);

const parameter = fc.oneof(
  fc.constantFrom(
    '{min: 0.00001, max: 0.1}',
    '{min: 1e-5, max: 1e-1}',
    '{min: 0.1, max: 0.00001}',
    '{distribution: log_uniform, min: 1.0e-6, max: 1.0e-2}',
    '{distribution: log_uniform, min: -9, max: -2}',
    '{distribution: uniform, max: 0.1, min: 0.00001}',
    '{values: [a, b, a, a]}',
    '{values: [1e-4, 0.1]}',
    '{value: 3}',
  ),
  fc.constantFrom(
    '\n    min: 0.00001 # low\n    max: 0.1',
    '\n    distribution: log_uniform # which\n    min: 0.001\n    max: 0.1 # high',
    '\n    values:\n      - a # one\n      - b\n      - a',
    '\n    values: [\n      a, # one\n      a\n    ]',
  ),
);

const texts = fc
  .array(fc.tuple(fc.constantFrom('lr', 'wd', 'x', 'model.lr'), parameter, fc.constantFrom('', ' # note')), {
    minLength: 1,
    maxLength: 6,
  })
  .map(parameters =>
    sweep(parameters.map(([name, body, note], i) => `  ${name}_${i}: ${body}${note}`).join('\n')),
  );

describe('fixing all', () => {
  it('leaves no finding with a safe fix, keeps what comments say, and changes nothing the second time', () => {
    fc.assert(
      fc.property(texts, fc.boolean(), (unix, windows) => {
        const text = windows ? unix.replaceAll('\n', '\r\n') : unix;
        const fixedText = applyEdits(text, fixAll(text, again(text), again));
        assert.deepEqual(again(fixedText).filter(hasSafeFix), []);
        assert.deepEqual(fixAll(fixedText, again(fixedText), again), []);
        const kept = (of: string) => of.match(/# \w+/g) ?? [];
        assert.deepEqual(kept(fixedText), kept(text));
        assert.ok(!fixedText.replaceAll('\r\n', '').includes(windows ? '\n' : '\r'));
      }),
    );
  });

  it('removes what it was asked to fix in one round', () => {
    fc.assert(
      fc.property(texts, text => {
        const findings = again(text);
        const fixedText = applyEdits(text, fixAll(text, findings));
        const left = (of: readonly Finding[], code: string) =>
          of.filter(finding => finding.code === code).length;
        for (const code of ['values-as-exponents', 'deprecated-exponents', 'duplicate-choice']) {
          const unfixable = findings.filter(finding => finding.code === code && !hasSafeFix(finding)).length;
          assert.ok(left(again(fixedText), code) <= unfixable, code);
        }
      }),
    );
  });

  it('takes one fix for each finding and none that overlaps another', () => {
    const edit = (start: number, end: number) => ({ range: { start, end }, newText: 'x' });
    const finding = (start: number, ...edits: ReturnType<typeof edit>[][]): Finding => ({
      code: 'any',
      severity: 'warning',
      message: 'any',
      range: { start, end: start + 1 },
      fixes: edits.map(list => ({ title: 'fix', edits: list, safe: true })),
    });
    assert.deepEqual(
      fixAll('0123456789', [
        finding(5, [edit(5, 7)]),
        finding(0, [edit(0, 2)], [edit(8, 9)]),
        finding(6, [edit(6, 8)]),
        finding(7, [edit(7, 8)]),
      ]),
      [edit(0, 2), edit(5, 7), edit(7, 8)],
    );
  });

  it('leaves alone what is not safe', () => {
    const text = sweep('  x: {values: [64]}');
    assert.deepEqual(fixAll(text, again(text)), []);
  });
});
