import assert from 'node:assert/strict';
import { experiment, fixed, found, sweep, token } from './found';

const code = 'linear-decades';

describe('linear scale over decades', () => {
  it('says where the draws land, with the shares of the distribution', () => {
    const text = sweep('  lr: {min: 0.00001, max: 0.1}');
    const [finding] = found(code, text);
    assert.equal(
      finding?.message,
      'Uniform over 4 decades: 99 % of draws land above 0.001, 1 % below. Use `log_uniform_values`.'.replace(
        '1e-3',
        '0.001',
      ),
    );
    assert.equal(finding && token(text, finding), 'lr');
    assert.equal(finding?.severity, 'warning');
  });

  // Share below the geometric mean, (√(lo·hi) − lo) / (hi − lo), in exact arithmetic.
  it('gives 9 % below the middle of two decades and 3 % of three', () => {
    assert.match(found(code, sweep('  lr: {min: 0.0001, max: 0.01}'))[0]?.message ?? '', /91 % .* 9 % below/);
    assert.match(found(code, sweep('  width: {min: 1.0, max: 1000}'))[0]?.message ?? '', /97 % .* 3 % below/);
  });

  it('keeps the digits of a share below one per cent', () => {
    // (√(10⁻¹⁰·10⁻²) − 10⁻¹⁰) / (10⁻² − 10⁻¹⁰) is 0.01 %.
    const [finding] = found(code, sweep('  lr: {min: 1.0e-10, max: 1.0e-2}'));
    assert.match(
      finding?.message ?? '',
      /^Uniform over 8 decades: 99\.99 % of draws land above 1e-6, 0\.01 % below/,
    );
  });

  it('is information below a factor of 1000 when the name says nothing, and silent below 100', () => {
    assert.equal(found(code, sweep('  tau: {min: 0.001, max: 0.1}'))[0]?.severity, 'information');
    assert.equal(found(code, sweep('  lr: {min: 0.001, max: 0.1}'))[0]?.severity, 'warning');
    assert.equal(found(code, sweep('  model.baseLr: {min: 0.001, max: 0.1}'))[0]?.severity, 'warning');
    assert.deepEqual(found(code, sweep('  lr: {min: 0.001, max: 0.09}')), []);
  });

  it('says nothing of ranges that start at zero, are logarithmic or not uniform', () => {
    assert.deepEqual(found(code, sweep('  dropout: {min: 0.0, max: 0.5}')), []);
    assert.deepEqual(
      found(code, sweep('  lr: {distribution: log_uniform_values, min: 0.00001, max: 0.1}')),
      [],
    );
    assert.deepEqual(found(code, sweep('  x: {distribution: normal, mu: 1, sigma: 2}')), []);
  });

  it('says nothing of a grid, which tries every level', () => {
    assert.deepEqual(found(code, sweep('  width: {min: 1, max: 1000}', 'method: grid')), []);
  });

  it('leaves alone what is linear by nature and only avoids zero', () => {
    assert.deepEqual(found(code, sweep('  momentum: {min: 0.001, max: 1.0}')), []);
    assert.deepEqual(found(code, sweep('  drop_path: {min: 0.001, max: 0.5}')), []);
    assert.equal(found(code, sweep('  drop_epoch: {min: 1, max: 1000}')).length, 1);
  });

  it('is fixed in a flow mapping, a block mapping and JSON, comments kept', () => {
    for (const [before, after] of [
      [
        '  lr: {min: 0.00001, max: 0.1} # why',
        '  lr: {distribution: log_uniform_values, min: 0.00001, max: 0.1} # why',
      ],
      [
        '  lr:\n    max: 0.1 # top\n    min: 0.00001',
        '  lr:\n    distribution: log_uniform_values\n    max: 0.1 # top\n    min: 0.00001',
      ],
      [
        '  lr:\n    distribution: "uniform"\n    max: 0.1\n    min: 0.00001',
        '  lr:\n    distribution: "log_uniform_values"\n    max: 0.1\n    min: 0.00001',
      ],
    ] as const) {
      const text = sweep(before);
      const [finding] = found(code, text);
      assert.ok(finding?.fixes[0]?.safe);
      assert.equal(fixed(text, finding), sweep(after));
      assert.deepEqual(found(code, fixed(text, finding)), []);
    }
    const json = '{"method": "random", "parameters": {"lr": {"min": 0.00001, "max": 0.1}}}';
    const [finding] = found(code, json, 'json');
    assert.ok(finding);
    assert.match(
      fixed(json, finding),
      /\{"distribution": "log_uniform_values", "min": 0\.00001, "max": 0\.1\}/,
    );
  });

  it('makes whole numbers stay whole in W&B, but not unseen', () => {
    for (const [before, after] of [
      ['{min: 1, max: 1000}', '{distribution: q_log_uniform_values, q: 1, min: 1, max: 1000}'],
      [
        '{distribution: int_uniform, min: 1, max: 1000}',
        '{distribution: q_log_uniform_values, q: 1, min: 1, max: 1000}',
      ],
    ] as const) {
      const text = sweep(`  width: ${before}`);
      const [finding] = found(code, text);
      assert.equal(finding && fixed(text, finding), sweep(`  width: ${after}`));
      assert.equal(finding?.fixes[0]?.safe, false);
    }
  });

  it('names NNI’s and Katib’s own notation', () => {
    const nni = '{"lr": {"_type": "uniform", "_value": [0.0001, 0.1]}}';
    const [inNni] = found(code, nni, 'json');
    assert.ok(inNni);
    assert.equal(fixed(nni, inNni), nni.replace('uniform', 'loguniform'));

    const parameter = '{name: lr, parameterType: double, feasibleSpace: {min: "0.0001", max: "0.1"}}';
    const katib = experiment([parameter]);
    const [inKatib] = found(code, katib);
    assert.ok(inKatib);
    assert.equal(
      fixed(katib, inKatib),
      experiment([parameter.replace('{min', '{distribution: logUniform, min')]),
    );
  });

  it('offers no fix where Katib’s algorithm would not look at the distribution', () => {
    const parameter = '{name: lr, parameterType: double, feasibleSpace: {min: "0.0001", max: "0.1"}}';
    assert.deepEqual(found(code, experiment([parameter], 'sobol'))[0]?.fixes, []);
    // Always log-uniform on doubles (`skopt/base_service.py`).
    assert.deepEqual(found(code, experiment([parameter], 'bayesianoptimization')), []);
  });
});
