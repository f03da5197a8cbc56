import assert from 'node:assert/strict';
import fc from 'fast-check';
import { misreadChoices, misreadNumber, pyYamlNumber } from '../../../src/core/formats/pyYamlScalars';
import { scalarValue } from '../../../src/core/text/scalars';
import type { ScalarNode, SourceNode } from '../../../src/core/text/source';

const plain = (text: string): ScalarNode => ({
  kind: 'scalar',
  text,
  style: 'plain',
  range: { start: 0, end: text.length },
});

describe('numbers that PyYAML reads as text', () => {
  it('are those without a dot, a signed exponent or a leading digit (PyYAML 6.0.3)', () => {
    for (const [text, number] of [
      ['1e-4', 1e-4],
      ['5E-5', 5e-5],
      ['-1e-4', -1e-4],
      ['1e4', 1e4],
      ['1e+4', 1e4],
      ['1.0e4', 1e4],
      ['-.5', -0.5],
      ['08', 8],
    ] as const) {
      assert.equal(misreadNumber(plain(text)), number, text);
    }
    for (const text of [
      '1.0e-4',
      '1.e-4',
      '.1e-3',
      '1.0e+4',
      '010',
      '1_000',
      '3',
      '0.1',
      'adam',
      'v1e4',
      '',
    ]) {
      assert.equal(misreadNumber(plain(text)), undefined, text);
    }
    assert.equal(misreadNumber({ ...plain('1e-4'), style: 'quoted' }), undefined);
  });

  it('are written for PyYAML with their digits kept', () => {
    for (const [text, written] of [
      ['1e-5', '1.0e-5'],
      ['1e4', '1.0e+4'],
      ['5E-05', '5.0E-05'],
      ['2.5e3', '2.5e+3'],
      ['-.5', '-0.5'],
      ['08', '8'],
      ['.5e3', '0.5e+3'],
    ] as const) {
      assert.equal(pyYamlNumber(text, Number(text)), written);
    }
  });

  it('are read by PyYAML as the number that was meant, once written so', () => {
    const digits = fc.tuple(
      fc.constantFrom('', '-', '+'),
      fc.constantFrom('0', '3', '08', '12', '1_000', ''),
      fc.constantFrom('', '.', '.5', '.05'),
      fc.constantFrom('', 'e3', 'E-05', 'e+12', 'e-300'),
    );
    fc.assert(
      fc.property(digits, parts => {
        const text = parts.join('');
        const meant = misreadNumber(plain(text));
        fc.pre(meant !== undefined);
        assert.equal(scalarValue(plain(pyYamlNumber(text, meant)), 'pyyaml'), meant);
      }),
    );
  });

  it('are found wherever in a choice they stand, and so are words for true and false', () => {
    const range = { start: 0, end: 9 };
    const list = (...items: SourceNode[]): SourceNode => ({ kind: 'list', items, range });
    const node = list(list(plain('1e-4'), plain('off')), plain('true'));
    assert.deepEqual(
      misreadChoices(node, 'W&B', 'x').map(({ code, severity }) => [code, severity]),
      [
        ['string-number', 'warning'],
        ['yaml-boolean', 'warning'],
      ],
    );
  });
});
