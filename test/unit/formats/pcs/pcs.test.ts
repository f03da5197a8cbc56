import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { analyse } from '../../../../src/core/analyse';
import { pcs } from '../../../../src/core/formats/pcs/pcs';
import { activeParameters, isForbidden } from '../../../../src/core/space/conditions';
import type { SearchSpace } from '../../../../src/core/space/searchSpace';
import { parseText } from '../../../../src/core/text/parseText';
import { fixed, found, token } from '../../checks/found';
import { onlySpace } from '../onlySpace';

const corpus = '../shared/corpus';

interface Lines {
  readonly text: string;
  readonly refused?: true;
  readonly parameters?: number;
  readonly conditions?: number;
  readonly forbidden?: number;
}

/** What `pcs_new.read` and `pcs.read` of ConfigSpace 1.2.2 make of each text. */
const expected = JSON.parse(readFileSync('test/fixtures/pcs/lines.json', 'utf8')) as Record<
  'new' | 'old',
  Lines[]
>;

function read(text: string): SearchSpace {
  return onlySpace(pcs.read(parseText(text)));
}

/**
 * Texts of one syntax alone that the reader of the other takes, or that say nothing at all: there a person is told
 * what ConfigSpace does not notice, or what the other reader would do.
 */
const beside = new Set(['garbage', 'garbage [', 'a {x,y} [x]', 'a real [1,3] [2]']);

/** Findings that are no errors everywhere, of what ConfigSpace refuses. */
const refusing = new Set(['pcs-numeric-value', 'duplicate-choice', 'condition-value']);

describe('a PCS file', () => {
  for (const syntax of ['new', 'old'] as const) {
    for (const one of expected[syntax].filter(({ text }) => !beside.has(text))) {
      it(`${JSON.stringify(one.text)} is ${one.refused ? 'refused' : 'read'} as by ConfigSpace's ${syntax} reader`, () => {
        const analysis = analyse(one.text, 'text', 'x.pcs', { format: 'pcs' });
        const [space] = analysis?.spaces ?? [];
        assert.ok(space && analysis);
        const problems = analysis.findings.filter(
          ({ severity, code }) =>
            // ConfigSpace rounds the bounds of an integer, which is an error of the file all the same.
            (severity === 'error' && code !== 'fractional-integer') || refusing.has(code),
        );
        assert.equal(problems.length > 0, one.refused === true, JSON.stringify(problems));
        if (one.refused) return;
        const conditional = space.parameters.filter(({ condition }) => condition !== undefined);
        assert.deepEqual(
          [space.parameters.length, conditional.length, space.forbidden.length],
          [one.parameters, one.conditions, one.forbidden],
        );
      });
    }
  }

  it('declares what it says and where', () => {
    const text = '# first\r\n"lr" real [1e-5, 0.1] [0.01]log # rate\r\nn [1,9][3]il\r\n';
    const [lr, n] = read(text).parameters;
    const at = Object.entries(lr?.tokens ?? {}).map(([name, range]) => [
      name,
      text.slice(range?.start, range?.end),
    ]);
    assert.deepEqual(Object.fromEntries(at), {
      name: 'lr',
      declaration: 'lr" real [1e-5, 0.1] [0.01]log',
      notation: 'real',
      low: '1e-5',
      high: '0.1',
      default: '0.01',
    });
    assert.deepEqual([lr?.domain?.kind, lr?.default], ['float', 0.01]);
    assert.deepEqual([n?.declared.type, n?.declared.scale, n?.default], ['integer', 'log', 3]);
  });

  it('binds && tighter than ||, and several lines of the old syntax together', () => {
    const text =
      'a integer [0,9] [1]\nb integer [0,9] [1]\nc integer [0,9] [1]\nc | a < 3 && b > 5 || a > 7\n';
    const isActive = (space: SearchSpace, a: number, b: number): boolean =>
      activeParameters(space, new Map(Object.entries({ a, b }))).some(({ name }) => name === 'c');
    const space = read(text);
    assert.deepEqual(
      [isActive(space, 1, 6), isActive(space, 1, 5), isActive(space, 8, 0), isActive(space, 4, 9)],
      [true, false, true, false],
    );
    const old = read('a {x,y} [x]\nb {x,y} [x]\nc [1,9] [2]\nc | a in {x}\nc | b in {y}\n');
    const active = (a: string, b: string): number =>
      activeParameters(old, new Map(Object.entries({ a, b }))).length;
    assert.deepEqual([active('x', 'y'), active('x', 'x'), active('y', 'y')], [3, 2, 2]);
  });

  it('forbids a combination by the types of its parameters', () => {
    const space = read('a integer [1,3] [1]\nb categorical {1,2} [2]\n{a=1, b=1}\n');
    assert.equal(
      isForbidden(
        space,
        new Map<string, number | string>([
          ['a', 1],
          ['b', '1'],
        ]),
      ),
      true,
    );
    assert.equal(
      isForbidden(
        space,
        new Map<string, number | string>([
          ['a', 1],
          ['b', 1],
        ]),
      ),
      false,
    );
  });

  it('is put on a log scale in its own syntax', () => {
    for (const [wrong, right] of [
      ['lr real [0.0001, 0.1] [0.01] # rate\n', 'lr real [0.0001, 0.1] [0.01] log # rate\n'],
      ['n [1, 5000] [10]i\n', 'n [1, 5000] [10]il\n'],
    ] as const) {
      const [finding] = found('linear-decades', wrong, 'text');
      assert.ok(finding);
      assert.equal(fixed(wrong, finding), right);
      assert.deepEqual(found('linear-decades', right, 'text'), []);
    }
  });

  it('loses a repeated choice from between its braces', () => {
    const text = 'a categorical {x, y, x} [x]\n';
    const [finding] = found('duplicate-choice', text, 'text');
    assert.ok(finding);
    assert.equal(fixed(text, finding), 'a categorical {x, y} [x]\n');
  });

  for (const [code, marked, text] of [
    ['pcs-syntax', 'up <= down', 'up real [1, 2] [1]\ndown real [1, 2] [2]\n{up <= down}\n'],
    ['pcs-syntax', '1.', 'a real [1., 2] [1]\nb real [1, 2] [1]\n'],
    ['pcs-syntax', 'a', 'a {x,y} [x]\nb real [1,2] [1]\nc real [1,2] [1]\n'],
    ['pcs-syntax', '>=', 'a integer [1,3] [1]\nb real [1,2] [1]\nb | a >= 2\n'],
    ['pcs-ignored', 'l', 'a real [1, 2] [1] l\n'],
    ['pcs-ignored', 'a few words', 'a real [1, 2] [1]\na few words\n'],
    ['pcs-numeric-value', 'a', 'a [1,3] [1]i\nb [1,2] [1]\nb | a in {2}\n'],
    ['configspace-reference', 'q', 'a integer [1,3] [1]\nb real [1,2] [1]\nq | a == 2\n'],
    ['condition-parent', 'q', 'a integer [1,3] [1]\nb real [1,2] [1]\nb | q == 2\n'],
    ['default-outside', '5', 'a integer [1,3] [5]\n'],
    ['repeated-name', 'a', 'a integer [1,3] [1]\na integer [1,3] [1]\n'],
  ] as const) {
    it(`${code}: ${JSON.stringify(text)}`, () => {
      const marks = found(code, text, 'text').map(finding => token(text, finding));
      assert.ok(marks.includes(marked), JSON.stringify(marks));
    });
  }

  it('is recognised by its declarations, whatever stands around them', () => {
    const certainty = (text: string, path?: string): number => pcs.recognise(parseText(text, path));
    assert.equal(certainty('a real [1, 2] [1]\n', 'x/a.pcs'), 1);
    assert.equal(certainty('# notes\na {x, y} [x]\nConditionals:\n'), 0.9);
    assert.equal(certainty('Some words of a letter [1] [2].\nAnd more {of} them.\n'), 0);
    assert.equal(certainty('alpha "--alpha " r (0, 5)\nants "--ants " i (5, 100)\n'), 0);
    assert.equal(certainty(''), 0);
  });

  it('never ends in anything but a space and findings inside the text', () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        'b',
        ' real ',
        ' integer ',
        ' categorical ',
        '[1,2]',
        '[1]',
        '{x,y}',
        '{',
        '}',
        '[',
        ']',
        ',',
        '1e-3',
      ],
      ...[' | ', ' in ', ' == ', ' && ', ' || ', '=', '<', '#', '"', '\n', '\r\n', ' log', 'il', 'ä'],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
        const text = pieces.join('');
        const analysis = analyse(text, 'text', 'x.pcs', { format: 'pcs' });
        for (const { range, fixes } of analysis?.findings ?? []) {
          assert.ok(range.start >= 0 && range.start <= range.end && range.end <= text.length, text);
          for (const { edits } of fixes) for (const { range: at } of edits) assert.ok(at.end <= text.length);
        }
      }),
      { numRuns: 1500 },
    );
  });
});

describe('real PCS files', () => {
  /** Parameters, those with a condition, and forbidden clauses, as ConfigSpace 1.2.2 counts them. */
  const counts: Readonly<Record<string, readonly [number, number, number]>> = {
    '03_MLopez-Ibanez__irace__params.pcs': [8, 0, 0],
    '04_MLopez-Ibanez__irace__params.pcs': [11, 5, 0],
    '05_automl__ConfigSpace__SparrowToRiss-cssc14.pcs': [222, 177, 21],
    '07_automl__ConfigSpace__auto-sklearn_2017_11_17.pcs': [138, 132, 79],
    '08_automl__ConfigSpace__clasp-3.1.4.pcs': [98, 63, 2],
    '09_automl__ConfigSpace__clasp-sat-params-nat.pcs': [75, 55, 2],
    '11_automl__ConfigSpace__claspfolio-2.0.0_simple.pcs': [5, 2, 0],
    '12_automl__ConfigSpace__cplex12.6.pcs': [74, 4, 0],
    '04_JuAbels__CAVE__configspace.pcs': [6, 2, 0],
    '05_automl__ConfigSpace__examples.pcs': [11, 3, 0],
    '06_automl__ConfigSpace__paramnet_2017_06_22.pcs': [31, 24, 0],
    '07_automl__ConfigSpace__vampire.pcs': [3, 2, 0],
    '08_automl__ConfigSpace__ordinal_example.pcs': [2, 0, 0],
  };

  for (const folder of ['pcs-old', 'pcs-new']) {
    it(`of ${folder} are read whole and without an error`, function () {
      if (!existsSync(corpus)) this.skip();
      for (const file of readdirSync(`${corpus}/${folder}`)) {
        const analysis = analyse(readFileSync(`${corpus}/${folder}/${file}`, 'utf8'), 'text', file);
        const [space] = analysis?.spaces ?? [];
        assert.equal(space?.format, 'pcs', file);
        const conditional = space.parameters.filter(({ condition }) => condition !== undefined).length;
        assert.deepEqual([space.parameters.length, conditional, space.forbidden.length], counts[file], file);
        assert.ok(
          space.parameters.every(({ domain }) => domain !== undefined),
          file,
        );
        assert.deepEqual(
          analysis?.findings.filter(({ severity }) => severity === 'error'),
          [],
          file,
        );
      }
    });
  }
});
