import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nodeValue } from '../../../src/core/text/scalars';
import { parseYaml } from '../../../src/core/text/parseYaml';
import { child, entry, type SourceNode } from '../../../src/core/text/source';
import { everyNode } from './everyNode';

const value = (text: string): unknown => {
  const [root] = parseYaml(text).roots;
  return root && nodeValue(root, 'pyyaml');
};

describe('parseYaml', () => {
  it('keeps the text of every scalar and leaves its meaning to the dialect', () => {
    const [root] = parseYaml('lr: 1e-4\nwd: "0.1"\n').roots;
    assert.deepEqual(child(root, 'lr'), {
      kind: 'scalar',
      text: '1e-4',
      style: 'plain',
      range: { start: 4, end: 8 },
    });
    assert.deepEqual(value('lr: 1e-4\nwd: "0.1"\nn: 3'), { lr: '1e-4', wd: '0.1', n: 3 });
  });

  it('gives each plain scalar the range of its own text', () => {
    const text = '\uFEFF# sweep\r\nlr:   # rate\r\n  min: 0.1 # low\r\n  values: [ 1, "two", three ]\r\n- x';
    for (const root of parseYaml(text).roots) {
      for (const node of everyNode(root)) {
        if (node.kind === 'scalar' && node.style === 'plain') {
          assert.equal(text.slice(node.range.start, node.range.end), node.text);
        }
      }
    }
  });

  it('ends a block mapping and a block scalar with their last written character', () => {
    const text = 'a:\n  b: 1\n\n\nc: |\n  text\n\n';
    const [root] = parseYaml(text).roots;
    const a = entry(root, 'a');
    const c = entry(root, 'c');
    assert.equal(a && text.slice(a.range.start, a.range.end), 'a:\n  b: 1');
    assert.equal(c && text.slice(c.range.start, c.range.end), 'c: |\n  text');
  });

  it('reads an absent value as an empty scalar behind its key', () => {
    const [root] = parseYaml('a:\nb: {c, d: }\n').roots;
    assert.deepEqual(child(root, 'a')?.range, { start: 2, end: 2 });
    assert.deepEqual(child(root, 'b', 'c')?.range, { start: 8, end: 8 });
    assert.deepEqual(value('a:\nb: {c, d: }\n'), { a: null, b: { c: null, d: null } });
  });

  it('reads every document of a stream', () => {
    assert.equal(parseYaml('a: 1\n---\nb: 2\n---\nc: 3\n').roots.length, 3);
    assert.deepEqual(parseYaml('').roots, []);
    assert.deepEqual(parseYaml('# only a comment').roots, []);
  });

  it('replaces an alias by what its anchor holds, at the place of the alias', () => {
    const text = 'a: &x {min: 1}\nb: *x\n';
    const [root] = parseYaml(text).roots;
    const b = child(root, 'b');
    assert.equal(b && text.slice(b.range.start, b.range.end), '*x');
    assert.deepEqual(value(text), { a: { min: 1 }, b: { min: 1 } });
  });

  it('merges with <<, where the own entry wins and of several mappings the earlier', () => {
    const text = 'x: &x {p: 1, q: 1}\ny: &y {q: 2, r: 2}\nz:\n  r: 3\n  <<: [*x, *y]\n';
    assert.deepEqual(value(text), { x: { p: 1, q: 1 }, y: { q: 2, r: 2 }, z: { p: 1, q: 1, r: 3 } });
    assert.deepEqual(parseYaml(text).problems, []);
    assert.deepEqual(value('"<<": 1'), { '<<': 1 });
  });

  it('lets an explicit tag decide where PyYAML would read a string', () => {
    assert.deepEqual(value('a: !!float 1e-4\nb: !!str 5\nc: !!float 3\nd: !!int "7"'), {
      a: 0.0001,
      b: '5',
      c: 3,
      d: 7,
    });
    assert.deepEqual(parseYaml('a: !!float 1e-4').problems, []);
    assert.equal(parseYaml('a: !!python/tuple [1, 2]').problems[0]?.kind, 'syntax');
  });

  it('keeps both of two equal keys and marks the one that does not count', () => {
    const text = 'a: 1\nb: 2\n"a": 3\n';
    const { problems, roots } = parseYaml(text);
    assert.deepEqual(
      problems.map(({ kind, range }) => [kind, text.slice(range.start, range.end), range.start]),
      [['duplicate-key', 'a', 0]],
    );
    assert.equal((roots[0] as SourceNode & { entries: unknown[] }).entries.length, 3);
  });

  it('keeps __proto__ an ordinary key', () => {
    const [root] = parseYaml('__proto__: {polluted: 1}\nconstructor: 2').roots;
    const made = root && nodeValue(root, 'pyyaml');
    assert.deepEqual(made && Object.getOwnPropertyNames(made), ['__proto__', 'constructor']);
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  });

  for (const [name, text, kind] of [
    ['a tab as indentation', 'a:\n\t- b\n', 'syntax'],
    ['a bracket left open', 'a: {b: [1,\n', 'syntax'],
    ['a second colon', 'a: b: c', 'syntax'],
    ['an alias without an anchor', 'a: *nope', 'syntax'],
    ['an anchor inside itself', '- &a [*a]', 'syntax'],
    ['a key that is no text', '? [x, y]\n: 3\n', 'syntax'],
    ['brackets nested deeply', '['.repeat(50_000), 'limit'],
    ['lists nested deeply', '- '.repeat(20_000), 'limit'],
    ['mappings nested deeply', '{a: '.repeat(20_000), 'limit'],
    ['keys nested deeply', '? '.repeat(20_000), 'limit'],
    ['a text over two million characters', `a: ${'x'.repeat(2_000_001)}`, 'limit'],
  ] as const) {
    it(`says so and goes on: ${name}`, () => {
      const { problems } = parseYaml(text);
      assert.ok(problems.length > 0 && problems.length <= 100);
      assert.ok(
        problems.some(problem => problem.kind === kind && problem.message !== ''),
        JSON.stringify(problems),
      );
    });
  }

  it('stops expanding an alias bomb', () => {
    const rows = Array.from(
      { length: 20 },
      (_, i) => `a${i + 1}: &a${i + 1} [${Array.from({ length: 9 }, () => `*a${i}`).join(', ')}]`,
    );
    const { roots, problems } = parseYaml(['a0: &a0 [lol]', ...rows].join('\n'));
    assert.ok(problems.some(({ kind }) => kind === 'limit'));
    assert.ok([...everyNode(roots[0] as SourceNode)].length < 60_000);
  });

  it('reads any text whatever without throwing, every range inside it', () => {
    const yamlish = fc.array(
      fc.constantFrom(
        ...['a', 'lr', ': ', ':', '\n', '  ', '- ', '{', '}', '[', ']', ', ', '"', "'", '&x ', '*x', '<<: '],
        ...[
          '|',
          '>',
          '#',
          '\t',
          '\r\n',
          '---\n',
          '!!float ',
          '!t ',
          '1e-4',
          '? ',
          '%',
          '\uFEFF',
          '__proto__',
        ],
      ),
      { maxLength: 40 },
    );
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      yamlish.map(parts => parts.join('')),
    );
    fc.assert(
      fc.property(texts, text => {
        const { roots, problems } = parseYaml(text);
        const ranges = [...roots.flatMap(root => [...everyNode(root)]), ...problems].map(
          ({ range }) => range,
        );
        for (const { start, end } of ranges) assert.ok(0 <= start && start <= end && end <= text.length);
      }),
      { numRuns: 1500 },
    );
  });
});
