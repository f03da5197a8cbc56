import assert from 'node:assert/strict';
import { fixed, found, sweep, token } from './found';

describe('a choice listed twice', () => {
  it('is reported at the repeat, and points to the first', () => {
    const text = sweep('  optimizer: {values: [adam, sgd, adam]}');
    const [finding, ...others] = found('duplicate-choice', text);
    assert.deepEqual(others, []);
    assert.equal(finding?.message, '`adam` appears twice and is drawn twice as often; remove one.');
    assert.equal(finding?.range.start, text.lastIndexOf('adam'));
    assert.equal(finding?.related?.[0]?.range.start, text.indexOf('adam'));
    assert.equal(finding && fixed(text, finding), sweep('  optimizer: {values: [adam, sgd]}'));
  });

  it('compares values, not spelling', () => {
    assert.equal(found('duplicate-choice', sweep('  x: {values: [0.1, 0.10, 1]}')).length, 1);
    assert.equal(found('duplicate-choice', sweep('  x: {values: [[1, 2], [1, 2]]}')).length, 1);
    assert.deepEqual(found('duplicate-choice', sweep('  x: {values: [a, A, "1", b]}')), []);
  });

  it('is one finding however often it is repeated, and one fix', () => {
    const text = sweep('  x: {values: [a, b, a, a, b, c]}');
    const findings = found('duplicate-choice', text);
    assert.deepEqual(
      findings.map(({ message }) => message),
      [
        '`a` appears 3 times and is drawn 3 times as often; keep one.',
        '`b` appears twice and is drawn twice as often; remove one.',
      ],
    );
    assert.equal(findings[0] && fixed(text, findings[0]), sweep('  x: {values: [a, b, b, c]}'));
  });

  it('leaves the comment behind the repeat', () => {
    const text = sweep('  x:\n    values:\n      - a # first\n      - b\n      - a # again');
    const [finding] = found('duplicate-choice', text);
    assert.equal(
      finding && fixed(text, finding),
      sweep('  x:\n    values:\n      - a # first\n      - b\n      # again'),
    );
  });

  it('says of a grid that the repeat is of no use', () => {
    const [finding] = found('duplicate-choice', sweep('  x: {values: [1, 2, 1]}', 'method: grid'));
    assert.match(finding?.message ?? '', /a grid gains nothing/);
  });

  it('has no fix beside probabilities', () => {
    const text = sweep('  x: {values: [a, b, a], probabilities: [0.25, 0.5, 0.25]}');
    assert.deepEqual(found('duplicate-choice', text)[0]?.fixes, []);
  });
});

describe('choices that differ only in type', () => {
  it('are a number and its text, and true and 1', () => {
    const text = sweep('  x: {values: [1, 2, "2"]}');
    const [finding] = found('mixed-choices', text);
    assert.equal(finding && token(text, finding), '"2"');
    assert.equal(found('mixed-choices', sweep('  x: {values: [true, 1, 1.0, 1]}')).length, 1);
    assert.equal(
      found('mixed-choices', '{"x": {"_type": "choice", "_value": [true, "true"]}}', 'json').length,
      1,
    );
  });

  it('are not texts alone, nor numbers and words', () => {
    assert.deepEqual(
      found('mixed-choices', '{"x": {"_type": "choice", "_value": ["true", "false"]}}', 'json'),
      [],
    );
    assert.deepEqual(found('mixed-choices', sweep('  x: {values: [0.1, auto, null]}')), []);
  });
});

describe('a single choice', () => {
  it('is written as a value in flow and block style', () => {
    for (const [before, after] of [
      ['  x: {values: [64]}', '  x: {value: 64}'],
      ['  x:\n    values: [ 256]\n', '  x:\n    value: 256\n'],
      ['  x:\n    values:\n      - "a b" # only\n', '  x:\n    value: "a b" # only\n'],
      ['  x: {distribution: categorical, values: [[1, 2]]}', '  x: {distribution: constant, value: [1, 2]}'],
    ] as const) {
      const text = sweep(`  y: {values: [1, 2]}\n${before}`);
      const [finding] = found('single-choice', text);
      assert.equal(finding?.severity, 'information');
      assert.equal(finding && fixed(text, finding), sweep(`  y: {values: [1, 2]}\n${after}`));
    }
  });

  it('has no fix where a comment would be lost, nor in NNI, which has no word for a constant', () => {
    const text = sweep('  y: {values: [1, 2]}\n  x:\n    values: # only\n      - 64');
    assert.deepEqual(found('single-choice', text)[0]?.fixes, []);
    const nni = '{"x": {"_type": "choice", "_value": ["float32"]}}';
    assert.deepEqual(found('single-choice', nni, 'json')[0]?.fixes, []);
  });
});
