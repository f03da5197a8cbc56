import assert from 'node:assert/strict';
import fc from 'fast-check';
import { jsonText } from '../../../src/core/convert/jsonText';
import { identifiers, literal, real } from '../../../src/core/convert/pythonText';
import { Block, Flow, yamlText, type Data } from '../../../src/core/convert/yamlText';
import { parseJson } from '../../../src/core/text/parseJson';
import { parseYaml } from '../../../src/core/text/parseYaml';
import { nodeValue } from '../../../src/core/text/scalars';

const text = fc.oneof(
  fc.string(),
  fc.constantFrom(
    'yes',
    'null',
    '~',
    '1e-4',
    '0x1f',
    '12:30',
    '2020-01-01',
    '',
    ' a',
    'a: b',
    '# c',
    '- d',
    '<<',
    '=',
    '${x}',
    '\u2028',
  ),
);
const data: fc.Arbitrary<Data> = fc.letrec<{ data: Data }>(tie => ({
  data: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(x => x + 0),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('data'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b c', 'yes', '1'), tie('data'), {
      maxKeys: 3,
      noNullPrototype: true,
    }),
  ),
})).data;

describe('data written as text', () => {
  it('is the same when PyYAML reads it from YAML', () => {
    fc.assert(
      fc.property(data, text, (value, comment) => {
        const written = yamlText(
          new Block([{ key: 'x', value: new Flow(value), comments: [comment] }]),
          'pyyaml',
        );
        const { roots, problems } = parseYaml(written);
        assert.deepEqual(problems, [], written);
        const [root] = roots;
        assert.ok(root);
        assert.deepEqual(nodeValue(root, 'pyyaml'), { x: value });
      }),
    );
  });

  it('is the same when it is read from JSON', () => {
    fc.assert(
      fc.property(data, value => {
        const { roots, problems } = parseJson(jsonText(value));
        assert.deepEqual(problems, []);
        const [root] = roots;
        assert.ok(root);
        assert.deepEqual(nodeValue(root, 'json'), value);
      }),
    );
  });

  it('is a literal of the same type in Python', () => {
    assert.equal(
      literal(['a "b"', 1, 1e-5, true, null, { k: [Infinity] }]),
      '["a \\"b\\"", 1, 1e-5, True, None, {"k": [float("inf")]}]',
    );
    assert.equal(real(3), '3.0');
    assert.equal(real(1e-5), '1e-5');
  });

  it('names every variable once and none after a keyword', () => {
    assert.deepEqual(identifiers(['class', 'a.b', 'a-b', '1x', 'trial'], ['trial']), [
      'class_2',
      'a_b',
      'a_b_2',
      '_1x',
      'trial_2',
    ]);
  });
});
