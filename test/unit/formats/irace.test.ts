import assert from 'node:assert/strict';
import fc from 'fast-check';
import { iraceParameters } from '../../../src/core/formats/irace/iraceParameters';
import { iraceRules } from '../../../src/core/formats/irace/rules';
import { parseSource } from '../../../src/core/text/parse';
import { assertDraws, even, type Drawn } from './drawnCases';
import { afterFix, errors, findings } from './findings';
import { onlySpace } from './onlySpace';
import { holdToRules, type RuleCase } from './ruleCases';

const read = (text: string) => onlySpace(iraceParameters.read(parseSource(text, 'text')));
const line = (type: string, domain: string) => `x "--x " ${type} (${domain})\n`;
const digits = (count: number) => `[global]\ndigits = ${count}\n`;

// From irace, R/parameters.R: log(upper + 1) and floor() for integers on a log scale, round(…, digits) for reals.
const drawn: readonly (readonly [string, string, Drawn])[] = [
  ['reals take values', line('r', '0, 10'), { quantiles: [0.5, 5, 9.5] }],
  ['reals are rounded to digits', line('r', '0, 0.2') + digits(1), { levels: [[0, 1 / 4], [0.1, 1 / 2], [0.2, 1 / 4]] }],
  ['reals on a log scale', line('r,log', '0.0001, 0.01') + digits(15), { quantiles: [1e-4 * 10 ** 0.1, 1e-3, 1e-4 * 10 ** 1.9] }],
  ['integers hold both ends', line('i', '1, 3'), even(1, 2, 3)],
  ['integers on a log scale', line('i,log', '1, 3'), { levels: [1, 2, 3].map(k => [k, Math.log((k + 1) / k) / Math.log(4)] as const) }],
  ['bounds may be computed', line('i', '-2^1, 10 / 5'), even(-2, -1, 0, 1, 2)],
  ['categories are text, in quotes or not', line('c', 'a, "b, c", 1'), even('a', 'b, c', '1')],
  ['ordered values are text, too', line('o', '1, 2'), even('1', '2')],
  ['a single category is fixed', line('c', 'no'), even('no')],
  ['nothing comes of a bound that depends', line('i', '1, "x"'), 'nothing'],
  ['nothing comes of a log scale from zero', line('r,log', '0, 1'), 'nothing'],
]; // prettier-ignore

describe('what irace draws', () => {
  for (const [what, text, expected] of drawn) {
    it(what, () => assertDraws(read(text).parameters[0]?.domain, expected));
  }
});

const parents = 'a "" c (x, 1, TRUE)\nn "" r (0, 5)\nm "" i (1, 9)\n';
const conditionIn = (condition: string) =>
  read(`${parents}p "" i (1, 9) | ${condition}\n`).parameters[3]?.condition;

const conditions: readonly (readonly [string, unknown])[] = [
  ['a == "x"', { kind: 'in', parent: 'a', values: ['x'] }],
  ["'x' == a", { kind: 'in', parent: 'a', values: ['x'] }],
  ['a == 1', { kind: 'in', parent: 'a', values: ['1'] }],
  ['a != TRUE', { kind: 'notIn', parent: 'a', values: ['TRUE'] }],
  ['a %in% c("x", 1)', { kind: 'in', parent: 'a', values: ['x', '1'] }],
  ['!(a %in% c("x"))', { kind: 'notIn', parent: 'a', values: ['x'] }],
  ['n > 2', { kind: 'above', parent: 'n', bound: 2, inclusive: false }],
  ['2 >= n', { kind: 'below', parent: 'n', bound: 2, inclusive: true }],
  ['!n < -1', { kind: 'above', parent: 'n', bound: -1, inclusive: true }],
  ['n == 2', { kind: 'in', parent: 'n', values: [2] }],
  ['n <= m', { kind: 'relation', left: 'n', operator: '<=', right: 'm' }],
  ['a == "x" & n > 2 & m < 3', { kind: 'all', of: [{ kind: 'in', parent: 'a', values: ['x'] }, { kind: 'above', parent: 'n', bound: 2, inclusive: false }, { kind: 'below', parent: 'm', bound: 3, inclusive: false }] }],
  ['(a == "x") | !(n > 2 & m > 3)', { kind: 'any', of: [{ kind: 'in', parent: 'a', values: ['x'] }, { kind: 'below', parent: 'n', bound: 2, inclusive: true }, { kind: 'below', parent: 'm', bound: 3, inclusive: true }] }],
  ['a > "x"', undefined],
  ['n + m > 3', undefined],
  ['is.na(n)', undefined],
  ['a', undefined],
]; // prettier-ignore

describe('a condition in R', () => {
  for (const [text, expected] of conditions) {
    it(`${text} ${expected === undefined ? 'is known only when irace runs' : 'is understood'}`, () => {
      assert.deepEqual(conditionIn(text), expected);
    });
  }
});

describe('an irace parameter file', () => {
  it('has its forbidden combinations and digits after its parameters', () => {
    const {
      forbidden,
      findings: found,
      parameters,
    } = read(`${parents}\n[forbidden]\n(n == 0.0) & (a == "x") # never\nm > 3\n[global]\ndigits = 2\n`);
    assert.deepEqual(found, []);
    assert.deepEqual(
      forbidden.map(({ kind }) => kind),
      ['all', 'above'],
    );
    assert.equal(parameters[1]?.domain?.kind === 'float' && parameters[1].domain.step?.size, 0.01);
  });

  it('is known by two lines of parameters, in a text alone', () => {
    assert.equal(iraceParameters.recognise(parseSource(parents, 'text')), 1);
    assert.equal(iraceParameters.recognise(parseSource('a "" c (x)\nb, c\n', 'text')), 0);
    assert.equal(iraceParameters.recognise(parseSource(parents, 'yaml')), 0);
  });

  it('leaves out what follows a comment sign, between quotes too', () => {
    assert.deepEqual(
      read('# a "" c (x)\na "" c (x) # | b\nb "#" c (x)\n').findings.map(({ code }) => code),
      ['irace-line'],
    );
  });

  it('is put on a log scale where it is linear over decades', () => {
    const text = `lr "" r (0.0001, 0.1)\nb "" c (x, y)\n`;
    const after = afterFix(text, 'linear-decades', 'text');
    assert.ok(after.startsWith('lr "" r,log (0.0001, 0.1)'), after);
    assert.deepEqual([errors(after, 'text'), findings(after, 'linear-decades', 'text')], [[], []]);
  });

  it('is refused with equal bounds', () => {
    const text = `x "" i (1, 1)\nb "" c (x, y)\n`;
    assert.equal(findings(text, 'equal-bounds', 'text')[0]?.severity, 'error');
  });

  it('is read whatever it holds, deep and long expressions too', () => {
    const token = fc.constantFrom(
      'a',
      '"',
      '(',
      ')',
      '!',
      '|',
      '&',
      '==',
      '%in%',
      'c(',
      '1',
      '-',
      ',',
      ' ',
      '\n',
      '[forbidden]',
      '#',
      'x "" i (1, 2)',
    );
    fc.assert(
      fc.property(fc.array(token, { maxLength: 60 }), tokens => {
        const text = parents + tokens.join('');
        for (const { range } of read(text).findings) {
          assert.ok(0 <= range.start && range.start <= range.end && range.end <= text.length);
        }
      }),
    );
    for (const deep of ['('.repeat(50_000), '!'.repeat(50_000), 'a &'.repeat(50_000)]) {
      assert.equal(conditionIn(deep), undefined);
    }
  });
});

const cases: readonly RuleCase[] = [
  { code: 'irace-line', what: 'a switch without quotes', wrong: 'x --x i (1, 9)\n', right: line('i', '1, 9'), at: '--x' },
  { code: 'irace-line', what: 'a type with a space in it', wrong: line('i, log', '1, 9'), right: line('i,log', '1, 9'), at: 'i,' },
  { code: 'irace-line', what: 'values without parentheses', wrong: 'x "" c a, b\n', right: line('c', 'a, b'), at: 'a,' },
  { code: 'irace-line', what: 'a name with a hyphen', wrong: 'x-y "" c (a, b)\n', right: line('c', 'a, b'), at: 'x-y' },
  { code: 'irace-line', what: 'three bounds', wrong: line('i', '1, 2, 3'), right: line('i', '1, 3'), at: '(1, 2, 3)' },
  { code: 'irace-line', what: 'a condition without its bar', wrong: `${parents}x "" i (1, 9) a == "x"\n`, right: `${parents}x "" i (1, 9) | a == "x"\n`, at: 'a == "x"' },
  { code: 'irace-line', what: 'a condition that is no R', wrong: `${parents}x "" i (1, 9) | a <> 1\n`, right: `${parents}x "" i (1, 9) | a != 1\n`, at: 'a <> 1' },
  { code: 'repeated-name', what: 'a parameter declared twice', wrong: line('i', '1, 9') + line('i', '1, 9'), right: line('i', '1, 9'), at: 'x' },
  { code: 'unknown-field', what: 'a global option there is not', wrong: `${parents}[global]\nseed = 1\n`, right: `${parents}[global]\ndigits = 1\n`, at: 'seed = 1' },
  { code: 'wrong-value', what: 'too many digits', wrong: parents + digits(16), right: parents + digits(15), at: 'digits = 16' },
  { code: 'irace-operator', what: 'a doubled operator', wrong: `${parents}x "" i (1, 9) | n > 2 && m > 3\n`, right: `${parents}x "" i (1, 9) | n > 2 & m > 3\n`, at: '&&', fixed: '&' },
  { code: 'irace-unknown-parameter', what: 'a condition on a parameter there is not', wrong: 'ants "" r (0, 5)\nx "" i (1, 9) | amts > 2\n', right: 'ants "" r (0, 5)\nx "" i (1, 9) | ants > 2\n', at: 'amts', fixed: 'ants' },
  { code: 'irace-unknown-parameter', what: 'a forbidden clause on one', wrong: `${parents}[forbidden]\nq == 1\n`, right: `${parents}[forbidden]\nn == 1\n`, at: 'q' },
  { code: 'irace-unknown-parameter', what: 'a bound that depends on one', wrong: line('i', '1, "q"'), right: line('i', '1, 9'), at: 'q' },
  { code: 'irace-ordinal-order', what: 'ordered numbers out of order', wrong: line('o', '1, 3, 2'), right: line('o', '1, 2, 3'), at: '(1, 3, 2)' },
  { code: 'irace-digits', what: 'a bound with more decimals than are kept', wrong: line('r', '0.00001, 0.9') + digits(4), right: line('r', '0.00001, 0.9') + digits(5), at: '0.00001' },
  { code: 'irace-dynamic', what: 'a bound that depends on another parameter', wrong: `${parents}x "" i (1, "min(m, 10)")\n`, right: `${parents}x "" i (1, 10)\n`, at: '"min(m, 10)"' },
  { code: 'irace-dynamic', what: 'a condition that computes', wrong: `${parents}x "" i (1, 9) | n + m > 3\n`, right: `${parents}x "" i (1, 9) | n > 3\n`, at: 'n + m > 3' },
]; // prettier-ignore

describe('what irace rejects', () => {
  holdToRules(iraceParameters, 'text', cases);

  it('has a case for every rule of its own', () => {
    const covered = new Set(cases.map(({ code }) => code));
    assert.deepEqual(
      iraceRules.filter(({ code }) => !covered.has(code)),
      [],
    );
  });
});
