import assert from 'node:assert/strict';
import { experiment, fixed, found, sweep, token } from './found';

describe('bounds out of order', () => {
  it('are swapped as they are written', () => {
    const text = sweep('  r: {min: 0.30, max: 1.0e-1} # share');
    const [finding] = found('inverted-bounds', text);
    assert.equal(finding && fixed(text, finding), text.replace('0.30, max: 1.0e-1', '1.0e-1, max: 0.30'));
    const katib = experiment(['{name: r, parameterType: double, feasibleSpace: {min: \'2\', max: "1"}}']);
    const [inKatib] = found('inverted-bounds', katib);
    assert.equal(
      inKatib && fixed(katib, inKatib),
      katib.replace('min: \'2\', max: "1"', 'min: "1", max: \'2\''),
    );
  });
});

describe('equal bounds', () => {
  it('are an error for W&B, which rejects them, and a warning elsewhere', () => {
    assert.equal(found('equal-bounds', sweep('  x: {min: 0.1, max: 0.1}'))[0]?.severity, 'error');
    const nni = '{"x": {"_type": "uniform", "_value": [0.1, 0.1]}}';
    assert.equal(found('equal-bounds', nni, 'json')[0]?.severity, 'warning');
  });
});

describe('an integer', () => {
  it('with a fractional bound is reported at that bound and rounded into the range', () => {
    const text = experiment(['{name: n, parameterType: int, feasibleSpace: {min: "1", max: "4.5"}}']);
    const [finding, ...others] = found('fractional-integer', text);
    assert.deepEqual(others, []);
    assert.equal(finding && token(text, finding), '"4.5"');
    assert.equal(finding && fixed(text, finding), text.replace('4.5', '4'));
  });
});
