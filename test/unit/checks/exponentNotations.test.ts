import assert from 'node:assert/strict';
import { fixed, found, sweep, token } from './found';

describe('values as exponents', () => {
  it('shows what the bounds really draw and renames the notation', () => {
    const text = sweep('  wd: {distribution: log_uniform, min: 1.0e-6, max: 1.0e-2}');
    const [finding] = found('values-as-exponents', text);
    assert.equal(
      finding?.message,
      '`log_uniform` takes exponents: these bounds draw between 1.000001 and 1.01. Use `log_uniform_values`.',
    );
    assert.equal(finding && token(text, finding), 'wd');
    assert.equal(finding && fixed(text, finding), text.replace('log_uniform', 'log_uniform_values'));
    assert.ok(finding?.fixes[0]?.safe);
  });

  it('leaves real exponents to the deprecation', () => {
    const text = sweep('  lr: {distribution: log_uniform, min: -11.512925, max: -2.302585}');
    assert.deepEqual(found('values-as-exponents', text), []);
    assert.equal(found('deprecated-exponents', text).length, 1);
  });
});

describe('deprecated exponents', () => {
  it('are rewritten as the values they stand for, in numbers that PyYAML reads', () => {
    const text = sweep('  lr:\n    distribution: log_uniform # e^x\n    min: -11.512925\n    max: -2.302585');
    const [finding] = found('deprecated-exponents', text);
    assert.equal(finding?.severity, 'information');
    assert.equal(
      finding && fixed(text, finding),
      sweep('  lr:\n    distribution: log_uniform_values # e^x\n    min: 1.0e-5\n    max: 0.1'),
    );
  });

  it('turn around for the inverse notation', () => {
    const text = sweep('  lr: {distribution: inv_log_uniform, min: 2.302585, max: 6.907755}');
    const [finding] = found('deprecated-exponents', text);
    assert.equal(
      finding && fixed(text, finding),
      sweep('  lr: {distribution: inv_log_uniform_values, min: 0.001, max: 0.1}'),
    );
  });
});

describe('exponents as values', () => {
  const nni = '{"lr": {"_type": "loguniform", "_value": [-5, -1]}}';

  it('offers the powers of 10 and of e', () => {
    const [finding] = found('exponents-as-values', nni, 'json');
    assert.ok(finding);
    assert.equal(fixed(nni, finding), nni.replace('[-5, -1]', '[1e-5, 0.1]'));
    assert.equal(fixed(nni, finding, 1), nni.replace('[-5, -1]', '[0.00673795, 0.367879]'));
    assert.ok(finding.fixes.every(({ safe }) => !safe));
  });

  it('is the only thing said of such bounds', () => {
    assert.deepEqual(found('log-of-zero', nni, 'json'), []);
  });
});

describe('the logarithm of zero', () => {
  it('is reported at the lower bound, with a start that can be drawn', () => {
    const text = sweep('  wd: {distribution: log_uniform_values, min: 0, max: 0.1}');
    const [finding] = found('log-of-zero', text);
    assert.equal(finding && token(text, finding), '0');
    assert.equal(finding && fixed(text, finding), text.replace('min: 0,', 'min: 1.0e-7,'));
    assert.equal(finding?.fixes[0]?.safe, false);
  });
});
