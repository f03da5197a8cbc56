import assert from 'node:assert/strict';
import { isActive } from '../../../src/core/space/conditions';
import { density, fromUnit, levelValues, quantile } from '../../../src/core/space/distribution';
import type { Domain } from '../../../src/core/space/domain';
import { readConfiguration, readSpaceFile, variable, configuration, inline } from './nniText';

// Reference numbers follow from microsoft/nni, nni/common/hpo_utils/formatting.py: the masses of
// clip(round(U / q) · q), and the normal's quantile 1.6449 and probability 0.6827 within one sigma.

function drawn(type: string, value: string): Domain | undefined {
  return readSpaceFile(variable(type, value)).parameters[0]?.domain;
}

const levels: readonly (readonly [string, string, string, readonly (readonly [unknown, number])[]])[] = [
  ['randint stops before its upper bound', 'randint', '[1, 4]', [[1, 1 / 3], [2, 1 / 3], [3, 1 / 3]]],
  ['randint rounds fractional bounds up', 'randint', '[0.5, 2.5]', [[1, 1 / 2], [2, 1 / 2]]],
  ['quniform rounds to multiples of q and cuts at the bounds', 'quniform', '[2, 10, 5]', [[2, 0.5 / 8], [5, 5 / 8], [10, 2.5 / 8]]],
  ['qloguniform rounds the exponential', 'qloguniform', '[1, 30, 10]', [[1, Math.log(5) / Math.log(30)], [10, Math.log(3) / Math.log(30)], [20, Math.log(5 / 3) / Math.log(30)], [30, Math.log(30 / 25) / Math.log(30)]]],
  ['choice is even over anything JSON can hold', 'choice', '["relu", 2, true, [1, 2], {"a": 1}]', ['relu', 2, true, [1, 2], { a: 1 }].map(value => [value, 1 / 5] as const)],
  ['a single choice is a constant', 'choice', '["float32"]', [['float32', 1]]],
]; // prettier-ignore

const quantiles: readonly (readonly [string, string, string, readonly [number, number, number]])[] = [
  ['uniform takes values', 'uniform', '[0, 10]', [0.5, 5, 9.5]],
  ['loguniform takes values, not exponents', 'loguniform', '[0.0001, 0.01]', [1e-4 * 10 ** 0.1, 1e-3, 1e-4 * 10 ** 1.9]],
  ['normal takes mu and sigma', 'normal', '[1, 2]', [1 - 1.644854 * 2, 1, 1 + 1.644854 * 2]],
  ['lognormal takes those of the logarithm', 'lognormal', '[0, 1]', [Math.exp(-1.644854), 1, Math.exp(1.644854)]],
]; // prettier-ignore

describe('what NNI draws', () => {
  for (const [what, type, value, masses] of levels) {
    it(what, () => {
      const domain = drawn(type, value);
      assert.ok(domain);
      const found = levelValues(domain, 100);
      assert.deepEqual(
        found,
        masses.map(([level]) => level),
      );
      found.forEach((level, i) => {
        assert.ok(
          Math.abs(density(domain, level) - (masses[i]?.[1] ?? NaN)) < 1e-9,
          `${density(domain, level)}`,
        );
      });
    });
  }

  for (const [what, type, value, expected] of quantiles) {
    it(what, () => {
      const domain = drawn(type, value);
      assert.ok(domain);
      [0.05, 0.5, 0.95].forEach((p, i) => {
        assert.ok(
          Math.abs((quantile(domain, p) ?? NaN) - (expected[i] ?? NaN)) < 1e-5 * Math.abs(expected[i] ?? NaN),
        );
      });
    });
  }

  it('a quantised normal keeps multiples of q within half a step of the draw', () => {
    const domain = drawn('qnormal', '[0, 1, 2]');
    assert.ok(domain);
    assert.ok(Math.abs(density(domain, 0) - 0.682689) < 1e-6);
    assert.equal(density(domain, 1), 0);
  });

  it('a quantised log-normal can be zero', () => {
    const domain = drawn('qlognormal', '[0, 1, 10]');
    assert.ok(domain);
    assert.equal(fromUnit(domain, 0.5), 0);
  });

  it('uniform and loguniform leave their upper bound out', () => {
    for (const domain of [drawn('uniform', '[0, 1]'), drawn('loguniform', '[0.1, 1]')]) {
      assert.ok(domain?.kind === 'float' && domain.highExclusive);
      assert.ok(Number(fromUnit(domain, 1)) < 1);
    }
  });

  it('reads a bound that PyYAML takes for text as float() does', () => {
    const { parameters } = readConfiguration(configuration({ space: inline('loguniform', '[1e-4, 0.1]') }));
    assert.equal(parameters[0]?.declared.low, 1e-4);
    assert.ok(parameters[0]?.domain?.kind === 'float' && parameters[0].domain.low === 1e-4);
  });

  const nothing: readonly (readonly [string, string])[] = [
    ['randint', '[3, 3]'],
    ['uniform', '[2, 1]'],
    ['loguniform', '[0, 1]'],
    ['quniform', '[0, 1]'],
    ['quniform', '[0, 1, 0]'],
    ['normal', '[0, -1]'],
    ['uniform', '["a", 1]'],
    ['choice', '[]'],
    ['choice', '"relu"'],
    ['layer_choice', '["a", "b"]'],
    ['unifrom', '[0, 1]'],
  ];
  for (const [type, value] of nothing) {
    it(`nothing is drawn from ${type} ${value}`, () => assert.equal(drawn(type, value), undefined));
  }
});

describe('a nested NNI space', () => {
  const text = `{
    "layer": {"_type": "choice", "_value": [
      {"_name": "empty"},
      {"_name": "conv", "kernel": {"_type": "choice", "_value": [1, 3]}, "act": {"_type": "choice", "_value": [
        {"_name": "leaky", "slope": {"_type": "uniform", "_value": [0, 0.3]}}, {"_name": "relu"}]}},
      {"_name": "pool", "kernel": {"_type": "choice", "_value": [2, 4]}}
    ]}
  }`;
  const { parameters, findings } = readSpaceFile(text);

  it('names a variable by the choice it belongs to', () => {
    assert.deepEqual(
      parameters.map(({ name }) => name),
      ['layer', 'layer.conv.kernel', 'layer.conv.act', 'layer.conv.act.leaky.slope', 'layer.pool.kernel'],
    );
    assert.deepEqual(findings, []);
  });

  it('draws the parent from the names of its choices', () => {
    const domain = parameters[0]?.domain;
    assert.ok(domain);
    assert.deepEqual(levelValues(domain, 9), ['empty', 'conv', 'pool']);
  });

  it('has a variable active only under its own choice', () => {
    const active = (configuration: ReadonlyMap<string, string>): string[] =>
      parameters
        .filter(({ condition }) => !condition || isActive(condition, configuration))
        .map(({ name }) => name);
    assert.deepEqual(active(new Map([['layer', 'empty']])), ['layer']);
    assert.deepEqual(active(new Map([['layer', 'pool']])), ['layer', 'layer.pool.kernel']);
    assert.deepEqual(
      active(
        new Map([
          ['layer', 'conv'],
          ['layer.conv.act', 'relu'],
        ]),
      ),
      ['layer', 'layer.conv.kernel', 'layer.conv.act'],
    );
    assert.equal(
      active(
        new Map([
          ['layer', 'conv'],
          ['layer.conv.act', 'leaky'],
        ]),
      ).length,
      4,
    );
  });

  it('tells choices of one name apart by their place', () => {
    const twice = `{"a": {"_type": "choice", "_value": [
      {"_name": "b", "c": {"_type": "randint", "_value": [0, 2]}}, {"_name": "b", "c": {"_type": "randint", "_value": [0, 3]}}]}}`;
    assert.deepEqual(
      readSpaceFile(twice).parameters.map(({ name }) => name),
      ['a', 'a.0.c', 'a.1.c'],
    );
  });
});
