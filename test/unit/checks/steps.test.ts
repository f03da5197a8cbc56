import assert from 'node:assert/strict';
import { experiment, fixed, found, sweep } from './found';

const code = 'step-mismatch';

describe('a step that misses a bound', () => {
  it('lists the multiples W&B rounds to', () => {
    const [finding] = found(code, sweep('  width: {distribution: q_uniform, min: 3, max: 10, q: 4}'));
    // round(U / 4) · 4 of U in [3, 10], `wandb/sweeps` params.py.
    assert.match(finding?.message ?? '', /`width` takes 4, 8: W&B rounds to multiples of 4/);
  });

  it('lists the cut ends of NNI', () => {
    const text = '{"x": {"_type": "quniform", "_value": [0.25, 1.55, 0.2]}}';
    const [finding] = found(code, text, 'json');
    // clip(round(U / 0.2) · 0.2, 0.25, 1.55).
    assert.match(finding?.message ?? '', /`x` takes 0\.25, 0\.4, 0\.6, … 1\.4, 1\.55: NNI rounds/);
  });

  it('says which bound Katib’s grid never reaches, and ends at the last value drawn', () => {
    const text = experiment(
      ['{name: x, parameterType: int, feasibleSpace: {min: "1", max: "100", step: "30"}}'],
      'grid',
    );
    const [finding] = found(code, text);
    assert.match(
      finding?.message ?? '',
      /never takes 100: in steps of 30 from 1 the largest value is 91; end at 91 or 121/,
    );
    assert.ok(finding?.fixes[0]?.safe && !finding.fixes[1]?.safe);
    assert.equal(finding && fixed(text, finding), text.replace('"100"', '"91"'));
    assert.deepEqual(found(code, finding ? fixed(text, finding, 1) : ''), []);
  });

  it('says that W&B’s grid stops before its upper bound, and not that it rounds', () => {
    const text = sweep('  x: {distribution: q_uniform, min: 0.1, max: 0.5, q: 0.1}', 'method: grid');
    const [finding] = found(code, text);
    // numpy.arange(0.1, 0.5, 0.1).
    assert.match(finding?.message ?? '', /never takes 0\.5: .* at 0\.4; write 0\.55 to include it/);
    assert.deepEqual(found(code, finding ? fixed(text, finding) : ''), []);
    assert.deepEqual(
      found(code, sweep('  x: {distribution: q_uniform, min: 3, max: 10, q: 4}', 'method: grid')),
      [],
    );
  });

  it('says nothing where the step fits, floating-point noise aside', () => {
    assert.deepEqual(found(code, sweep('  x: {distribution: q_uniform, min: 0.1, max: 0.7, q: 0.1}')), []);
    assert.deepEqual(found(code, '{"x": {"_type": "quniform", "_value": [0.05, 1.0, 0.05]}}', 'json'), []);
    assert.deepEqual(
      found(
        code,
        experiment(
          ['{name: x, parameterType: double, feasibleSpace: {min: "0.01", max: "0.05", step: "0.005"}}'],
          'grid',
        ),
      ),
      [],
    );
  });
});

describe('a step that leaves one value', () => {
  it('names the step that is written', () => {
    const [finding] = found('single-step', sweep('  x: {distribution: q_uniform, min: 9, max: 11, q: 10}'));
    assert.match(finding?.message ?? '', /always 10: a step of 10/);
  });
});
