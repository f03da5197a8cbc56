import assert from 'node:assert/strict';
import { randomStream, type RandomStream } from '../../../src/core/numeric/random';
import { parseAnyYaml } from '../../../src/core/text/parseYaml';
import { readPlainYaml } from '../../../src/core/text/plainYaml';
import { seeds } from '../../bench/seeds';

/** What makes lines mean something else than they seem to. */
const snippets = [
  ...'\n|\r\n|  |\t|:|: |- |#| #|,|[|]|{|}|"|\'|&a |*a|!!str |? |<<: |%|@|`|é|\u2028|---\n|...\n|--- #\n'.split(
    '|',
  ),
  ...'[1, 2]|[a, "b",]|{a: 1, b: [x]}|{a: }|[a: b]|a:|a: b|"a": b|"a":b|key : v|-|- - 1|- a: 1|~|-1|-.5'.split(
    '|',
  ),
  '|\n    text\n',
  '>-\n      text\n    text\n',
  '|+\n\n\n',
  '\n  - 1\n  - 2\n',
  '\n- 1\n- 2\n',
  '[\n  1,\n  2\n]',
  '"two\n  lines"',
  'two\n    lines\n',
  '  # comment\n',
  '\n# comment\n\n',
];

/** What a person's next keystroke, line or paste does. */
function edited(text: string, random: RandomStream): string {
  const lines = text.split(/(?<=\n)/);
  const at = random.integer(text.length + 1);
  const line = random.integer(lines.length);
  const snippet = snippets[random.integer(snippets.length)] ?? '';
  switch (random.integer(7)) {
    case 0:
      return text.slice(0, at) + text.slice(at + 1 + random.integer(3));
    case 1:
      return text.slice(0, at) + snippet + text.slice(at);
    case 2:
      return lines.toSpliced(line, 1 + random.integer(2)).join('');
    case 3:
      return lines.toSpliced(random.integer(lines.length), 0, ...lines.slice(line, line + 3)).join('');
    case 4:
      return lines.with(line, `${' '.repeat(random.integer(4))}${lines[line] ?? ''}`).join('');
    case 5:
      return lines.with(line, (lines[line] ?? '').replace(/^ {1,4}/, '')).join('');
    default:
      return lines
        .with(
          line,
          (lines[line] ?? '').replace(/(?<=: |- ).*/, () => snippet),
        )
        .join('');
  }
}

describe('readPlainYaml', () => {
  const texts = seeds()
    .filter(({ language, text }) => language === 'yaml' && text.length < 8000)
    .map(({ text }) => text);

  it('reads what the general parser reads, where it reads a text at all', () => {
    const random = randomStream('plain YAML');
    const runs = Number(process.env['PLAIN_YAML_RUNS'] ?? 3000);
    let plain = 0;
    for (let run = 0; run < runs; run++) {
      let text = texts[random.integer(texts.length)] ?? '';
      for (let edits = random.integer(4); edits >= 0; edits--) text = edited(text, random);
      const roots = readPlainYaml(text);
      if (roots === undefined) continue;
      plain++;
      const general = parseAnyYaml(text);
      assert.deepEqual(
        { run, roots, problems: [] },
        { run, roots: general.roots, problems: general.problems },
      );
    }
    assert.ok(plain > runs / 5, `only ${plain} of ${runs} were read`);
  });

  it('reads every block collection of simple entries, and sends the others to the general parser one by one', () => {
    const whole = 'a: 1 # one\n"b": \'x\'\nc:\n- {d: [1, "e"]}\n-\n  - f: g h\n    i:\n\nj: k\n';
    const parts =
      'a: |\n  text\n\nb: "\\t"\nc:\n  - >-\n    folded\n  - d: [\n      1\n    ]\n---\ne: f\n  g\n';
    for (const text of [whole, parts, whole.replaceAll('\n', '\r\n')]) {
      assert.deepEqual(readPlainYaml(text), parseAnyYaml(text).roots, text);
    }
  });

  it('leaves a text alone in which one part has a say in another', () => {
    for (const text of [
      'a: &x 1\nb: *x\n',
      'a: 1\n<<: {b: 2}\n',
      '%YAML 1.1\n---\na: yes\n',
      'a: 1\na: 2\n',
    ]) {
      assert.equal(readPlainYaml(text), undefined, text);
    }
  });
});
