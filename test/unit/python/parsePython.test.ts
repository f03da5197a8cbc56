import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import { analyse } from '../../../src/core/analyse';
import { formats } from '../../../src/core/formats/index';
import { parsePython } from '../../../src/core/python/parsePython';
import type { TextRange } from '../../../src/core/text/range';

const samples = readdirSync('media/samples/python').map(name =>
  readFileSync(`media/samples/python/${name}`, 'utf8'),
);
const pieces = samples.flatMap(text => text.split(/(?<=\n)|(?<=[ (,])/));

/** Lines of the samples, cut, shuffled and broken. */
const brokenPython = fc
  .array(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...pieces) }, fc.string()), { maxLength: 60 })
  .map(parts => parts.join(''));

describe('a Python module', () => {
  it('gives every expression its place in the text', () => {
    const text = 'import optuna\n\ndef objective(trial):\n    return trial.suggest_int("n", 1, high=N)\n';
    const [statement] = parsePython(text).python?.body.filter(({ kind }) => kind === 'function') ?? [];
    assert.equal(statement?.kind, 'function');
    const [returned] = statement.body;
    const call = returned?.kind === 'return' ? returned.value : undefined;
    assert.equal(call?.kind, 'call');
    const at = ({ start, end }: TextRange) => text.slice(start, end);
    assert.equal(at(statement.name.range), 'objective');
    assert.equal(at(call.argumentsRange), '("n", 1, high=N)');
    assert.deepEqual(
      call.arguments.map(({ name, value }) => [name?.text, at(value.range)]),
      [
        [undefined, '"n"'],
        [undefined, '1'],
        ['high', 'N'],
      ],
    );
  });

  it('is read as far as it goes where it is broken, also by what only IPython understands', () => {
    const text =
      '!pip install optuna\n%matplotlib inline\ndef f(trial):\n    trial.suggest_int("n", 1, 3)\n    x = (';
    assert.deepEqual(
      analyse(text, 'python')?.spaces.map(({ parameters }) => parameters.map(({ name }) => name)),
      [['n']],
    );
  });

  it('is analysed whatever it holds, by whichever reader, without an exception and within the text', () => {
    fc.assert(
      fc.property(brokenPython, fc.constantFrom(...formats), (text, { id }) => {
        const isInside = ({ start, end }: TextRange): boolean =>
          0 <= start && start <= end && end <= text.length;
        for (const analysis of [analyse(text, 'python'), analyse(text, 'python', 'x.py', { format: id })]) {
          const { spaces = [], findings = [] } = analysis ?? {};
          const tokens = spaces.flatMap(({ parameters }) =>
            parameters.flatMap(parameter =>
              Object.values(parameter.tokens).filter(token => token !== undefined),
            ),
          );
          const edits = findings.flatMap(({ fixes }) =>
            fixes.flatMap(fix => fix.edits.map(({ range }) => range)),
          );
          const ranges: TextRange[] = [...tokens, ...edits, ...findings.map(({ range }) => range)];
          assert.ok(ranges.every(isInside));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('says after a keystroke what it says afresh', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...samples),
        fc.nat(),
        fc.constantFrom('', 'x', '\n', '(', '"', '    '),
        (text, seed, typed) => {
          const at = seed % text.length;
          const changed = text.slice(0, at) + typed + text.slice(at + (typed === '' ? 1 : 0));
          analyse(text, 'python');
          const incremental = analyse(changed, 'python');
          // Texts that share nothing with it make the parser forget.
          analyse('pass\n'.repeat(2) + 'import optuna\noptuna.x.suggest_int()', 'python');
          assert.deepEqual(incremental, analyse(changed, 'python'));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('stops at nesting no program has', () => {
    for (const [open, close] of ['()', '[]', '{}']) {
      const text = `import optuna\ndef f(trial):\n  trial.suggest_int("n", 1, 3)\n  x = ${open?.repeat(2000)}${close?.repeat(2000)}\n`;
      assert.equal(analyse(text, 'python')?.spaces[0].parameters.length, 1);
    }
  });

  it('is not parsed when it is larger than any program', () => {
    const findings = analyse(`suggest_${'x'.repeat(2_000_001)}`, 'python', 'x.py', {
      format: 'optuna-python',
    })?.findings;
    assert.deepEqual(
      findings?.map(({ code }) => code),
      ['text-limit'],
    );
  });
});
