import type { RandomStream } from '../../src/core/numeric/random';

type Mutation = (text: string, random: RandomStream, other: string) => string;

const pick = <T>(items: readonly T[], random: RandomStream): T => items[random.integer(items.length)] as T;

/** What hostile, broken or half-typed files hold. */
const hostile: readonly string[] = [
  '\t',
  '\uFEFF',
  '\0',
  '\r',
  '\r\n',
  '\u2028',
  '\uD800',
  '🎯',
  '{',
  '}',
  '[',
  ']',
  ': ',
  '- ',
  ', ',
  '#',
  '"',
  "'",
  '|\n',
  '>-\n',
  '---\n',
  '...\n',
  '%YAML 1.1\n',
  '!!python/object/apply:os.system [ls]',
  '!!float ',
  '!unknown ',
  '&a ',
  '*a',
  '*missing',
  '<<: *a\n',
  '? ',
  '__proto__: {polluted: true}\n',
  '"__proto__": {"_type": "choice", "_value": [1]},',
  'constructor: {prototype: 1}\n',
  '{__proto__: 1}',
  'toString',
  '1e308',
  '1.0e+309',
  '-1.0e+308',
  '1e-400',
  '9007199254740993',
  '.inf',
  '-.inf',
  '.nan',
  'NaN',
  '0x1F',
  '0o17',
  '1_000',
  '12:30',
  'null',
  '~',
  'yes',
  '-0',
  '0',
  '-1',
  '# tuning-lens: ignore nothing-known\n',
  '# tuning-lens: ignore-file\n',
  'parameters: {lr: {min: 1e308, max: -1e308}}\n',
  'method: grid\n',
  '"_type": "quniform", "_value": [0, 1e308, 1e-308],',
  'distribution: q_log_uniform_values\n',
  'values: []\n',
  'min: 0\n',
  'max: 1e308\n',
  'q: 1e-300\n',
  `a: &a [${'x, '.repeat(9)}x]\n${[...'bcdefghij']
    .map((name, i) => {
      const previous = 'abcdefghij'.charAt(i);
      return `${name}: &${name} [${Array(10).fill(`*${previous}`).join(', ')}]\n`;
    })
    .join('')}`,
  '['.repeat(3000),
  '{a: '.repeat(1500),
  '{"a":'.repeat(1500),
  `${Array.from({ length: 200 }, (_, i) => `${' '.repeat(i)}k:`).join('\n')}\n`,
  `values: [${'1, '.repeat(5000)}1]\n`,
  'x'.repeat(20_000),
  ' ' + '#'.repeat(500),
  '/'.repeat(500),
];

const splitLines = (text: string): string[] => text.split(/(?<=\n)/);

const changeLines =
  (change: (lines: string[], random: RandomStream) => string[]): Mutation =>
  (text, random) =>
    change(splitLines(text), random).join('');

const span = (text: string, random: RandomStream): readonly [number, number] => {
  const start = random.integer(text.length + 1);
  return [start, Math.min(text.length, start + random.integer(40))];
};

const mutations: readonly Mutation[] = [
  // Bytes.
  (text, random) => {
    const at = random.integer(text.length + 1);
    return text.slice(0, at) + String.fromCharCode(32 + random.integer(95)) + text.slice(at + 1);
  },
  (text, random) => {
    const [start, end] = span(text, random);
    return text.slice(0, start) + text.slice(end);
  },
  (text, random) => {
    const [start, end] = span(text, random);
    return text.slice(0, end) + text.slice(start);
  },
  // Lines.
  changeLines((lines, random) => lines.toSpliced(random.integer(lines.length), 1)),
  changeLines((lines, random) => {
    const at = random.integer(lines.length);
    return lines.toSpliced(at, 0, lines[at] ?? '');
  }),
  changeLines((lines, random) => {
    const line = lines[random.integer(lines.length)] ?? '';
    return lines.toSpliced(random.integer(lines.length), 0, line);
  }),
  changeLines((lines, random) => {
    const at = random.integer(lines.length);
    const line = lines[at] ?? '';
    return lines.with(at, random.uniform() < 0.5 ? `  ${line}` : line.replace(/^ {1,2}/, ''));
  }),
  // Tokens.
  (text, random) => {
    const tokens = [...text.matchAll(/[^\s:,[\]{}]+/g)];
    if (tokens.length === 0) return text;
    const { index, 0: token } = pick(tokens, random);
    const replacement = random.uniform() < 0.5 ? pick(hostile, random) : pick(tokens, random)[0];
    return text.slice(0, index) + replacement + text.slice(index + token.length);
  },
  (text, random) => {
    const numbers = [...text.matchAll(/\d[\d.e+-]*/g)];
    if (numbers.length === 0) return text;
    const { index, 0: token } = pick(numbers, random);
    const number = pick(['0', '-1', '1e308', '1.0e-308', '5e-324', '.5', '1e400', '0.1', '1000000'], random);
    return text.slice(0, index) + number + text.slice(index + token.length);
  },
  // Half-typed and spliced texts.
  (text, random) => text.slice(0, random.integer(text.length + 1)),
  (text, random) => text.slice(random.integer(text.length + 1)),
  (text, random, other) =>
    text.slice(0, random.integer(text.length + 1)) + other.slice(random.integer(other.length + 1)),
  // Hostile inserts.
  (text, random) => {
    const at = random.integer(text.length + 1);
    return text.slice(0, at) + pick(hostile, random) + text.slice(at);
  },
  (text, random) => {
    const lines = splitLines(text);
    return lines.toSpliced(random.integer(lines.length + 1), 0, pick(hostile, random)).join('');
  },
  text => `\uFEFF${text}`,
  text => text.replaceAll('\n', '\r\n'),
  text => text.replaceAll('  ', '\t'),
];

/** One to four mutations of a text, one after the other; `other` is what splices take from. */
export function mutate(text: string, other: string, random: RandomStream): string {
  return Array.from({ length: 1 + random.integer(4) }).reduce<string>(
    result => pick(mutations, random)(result, random, other),
    text,
  );
}
