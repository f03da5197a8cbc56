import assert from 'node:assert/strict';
import { density, fromUnit, levelValues, quantile } from '../../../src/core/space/distribution';
import type { Domain } from '../../../src/core/space/domain';
import { algorithm, double, experiment, parameter, readKatib } from './katibText';

// Reference numbers follow from the services' own formulas (kubeflow/katib, pkg/suggestion/v1beta1): the masses of
// round(U / q) · q, of Optuna's half-open cells, of the normal's quantile 1.6449.

function drawn(method: string, declaration: string): Domain | undefined {
  return readKatib(experiment({ algorithm: method, parameters: declaration })).parameters[0]?.domain;
}

interface Levels {
  readonly what: string;
  readonly method: string;
  readonly declaration: string;
  readonly masses: readonly (readonly [number | string, number])[];
}

const levels: readonly Levels[] = [
  {
    what: 'hyperopt rounds an int to whole numbers, which halves the end values',
    method: algorithm('tpe'),
    declaration: parameter('n', 'int', 'min: "1", max: "3"'),
    masses: [[1, 1 / 4], [2, 1 / 2], [3, 1 / 4]], // prettier-ignore
  },
  {
    what: 'hyperopt rounds to multiples of the step, not of min + step',
    method: algorithm('random'),
    declaration: double('x', 'min: "0", max: "1", step: "0.3"'),
    masses: [[0, 0.15], [0.3, 0.3], [0.6, 0.3], [0.9, 0.25]], // prettier-ignore
  },
  {
    what: 'multivariate TPE counts steps from the minimum, all equally likely',
    method: algorithm('multivariate-tpe'),
    declaration: parameter('n', 'int', 'min: "2", max: "8", step: "3"'),
    masses: [[2, 1 / 3], [5, 1 / 3], [8, 1 / 3]], // prettier-ignore
  },
  {
    what: 'multivariate TPE gives a log-uniform int k the mass ln((k + 1/2) / (k − 1/2))',
    method: algorithm('multivariate-tpe'),
    declaration: parameter('n', 'int', 'min: "0", max: "3", distribution: logUniform'),
    masses: [[1, Math.log(3) / Math.log(7)], [2, Math.log(5 / 3) / Math.log(7)], [3, Math.log(7 / 5) / Math.log(7)]], // prettier-ignore
  },
  {
    what: 'grid lists the maximum too',
    method: algorithm('grid'),
    declaration: double('x', 'min: "0.5", max: "0.9", step: "0.1"'),
    masses: [[0.5, 0.2], [0.6, 0.2], [0.7, 0.2], [0.8, 0.2], [0.9, 0.2]], // prettier-ignore
  },
  {
    what: 'a Gaussian process in skopt rounds an int, which halves the end values',
    method: algorithm('bayesianoptimization'),
    declaration: parameter('n', 'int', 'min: "0", max: "2"'),
    masses: [[0, 1 / 4], [1, 1 / 2], [2, 1 / 4]], // prettier-ignore
  },
  {
    what: 'a forest in skopt draws an int evenly',
    method: algorithm('bayesianoptimization', { base_estimator: 'RF' }),
    declaration: parameter('n', 'int', 'min: "0", max: "2"'),
    masses: [[0, 1 / 3], [1, 1 / 3], [2, 1 / 3]], // prettier-ignore
  },
  {
    what: 'goptuna steps from the minimum',
    method: algorithm('cmaes'),
    declaration: double('x', 'min: "1", max: "2", step: "0.5"'),
    masses: [[1, 1 / 3], [1.5, 1 / 3], [2, 1 / 3]], // prettier-ignore
  },
  {
    what: 'Hyperband takes the listed number nearest to a uniform draw',
    method: algorithm('hyperband', { r_l: '9', resource_name: 'epochs' }),
    declaration: parameter('n', 'discrete', 'list: ["1", "2", "8"]'),
    masses: [[1, 0.5 / 7], [2, 3.5 / 7], [8, 3 / 7]], // prettier-ignore
  },
  {
    what: 'Hyperband rounds an int and ignores its step',
    method: algorithm('hyperband', { r_l: '9', resource_name: 'epochs' }),
    declaration: parameter('n', 'int', 'min: "4", max: "6", step: "2"'),
    masses: [[4, 1 / 4], [5, 1 / 2], [6, 1 / 4]], // prettier-ignore
  },
  {
    what: 'population based training may step once beyond the maximum',
    method: algorithm('pbt'),
    declaration: double('x', 'min: "0", max: "1", step: "0.6"'),
    masses: [[0, 1 / 3], [0.6, 1 / 3], [1.2, 1 / 3]], // prettier-ignore
  },
  {
    what: 'a categorical list is drawn evenly as text',
    method: algorithm('tpe'),
    declaration: parameter('c', 'categorical', 'list: [sgd, "1"]'),
    masses: [['sgd', 1 / 2], ['1', 1 / 2]], // prettier-ignore
  },
  {
    what: 'a discrete list is drawn evenly',
    method: algorithm('sobol'),
    declaration: parameter('c', 'discrete', 'list: ["4", "1e1"]'),
    masses: [[4, 1 / 2], [10, 1 / 2]], // prettier-ignore
  },
];

interface Quantiles {
  readonly what: string;
  readonly method: string;
  readonly declaration: string;
  /** At 5, 50 and 95 %. */
  readonly quantiles: readonly [number, number, number];
}

const quantiles: readonly Quantiles[] = [
  {
    what: 'a double without a distribution is uniform for tpe',
    method: algorithm('tpe'),
    declaration: double('x', 'min: "0", max: "10"'),
    quantiles: [0.5, 5, 9.5],
  },
  {
    what: 'hyperopt takes the logarithm of the bounds',
    method: algorithm('random'),
    declaration: double('x', 'min: "1e-4", max: "1e-2", distribution: logUniform'),
    quantiles: [1e-4 * 10 ** 0.1, 1e-3, 1e-4 * 10 ** 1.9],
  },
  {
    what: 'a normal has its bounds three standard deviations out',
    method: algorithm('random'),
    declaration: double('x', 'min: "1", max: "5", distribution: normal'),
    quantiles: [3 - 1.644854 * (4 / 6), 3, 3 + 1.644854 * (4 / 6)],
  },
  {
    what: 'a log-normal has them so in the logarithm',
    method: algorithm('tpe'),
    declaration: double('x', 'min: "0.01", max: "1", distribution: logNormal'),
    quantiles: [
      0.1 * Math.exp((-1.644854 * Math.log(100)) / 6),
      0.1,
      0.1 * Math.exp((1.644854 * Math.log(100)) / 6),
    ],
  },
  {
    what: 'skopt is log-uniform on a double that says uniform',
    method: algorithm('bayesianoptimization'),
    declaration: double('x', 'min: "1e-4", max: "1e-2", distribution: uniform'),
    quantiles: [1e-4 * 10 ** 0.1, 1e-3, 1e-4 * 10 ** 1.9],
  },
  {
    what: 'goptuna is uniform on a double that says log-uniform',
    method: algorithm('sobol'),
    declaration: double('x', 'min: "0.01", max: "1.01", distribution: logUniform'),
    quantiles: [0.06, 0.51, 0.96],
  },
  {
    what: 'multivariate TPE lifts a log-uniform minimum to 1e-10',
    method: algorithm('multivariate-tpe'),
    declaration: double('x', 'min: "0", max: "1", distribution: logUniform'),
    quantiles: [10 ** -9.5, 1e-5, 10 ** -0.5],
  },
];

describe('what Katib draws', () => {
  for (const { what, method, declaration, masses } of levels) {
    it(what, () => {
      const domain = drawn(method, declaration);
      assert.ok(domain);
      const values = levelValues(domain, 100);
      assert.equal(values.length, masses.length);
      masses.forEach(([value, mass], i) => {
        const level = values[i];
        assert.ok(typeof value === 'number' ? Math.abs(Number(level) - value) < 1e-9 : level === value);
        assert.ok(
          Math.abs(density(domain, level ?? NaN) - mass) < 1e-9,
          `${value}: ${density(domain, level ?? NaN)}`,
        );
      });
    });
  }

  for (const { what, method, declaration, quantiles: expected } of quantiles) {
    it(what, () => {
      const domain = drawn(method, declaration);
      assert.ok(domain);
      [0.05, 0.5, 0.95].forEach((p, i) => {
        const value = quantile(domain, p) ?? NaN;
        assert.ok(Math.abs(value / (expected[i] ?? NaN) - 1) < 1e-6, `${p}: ${value}`);
      });
    });
  }

  it('a normal reaches beyond its bounds and a uniform does not', () => {
    const normal = drawn(algorithm('random'), double('x', 'min: "1", max: "5", distribution: normal'));
    const uniform = drawn(algorithm('random'), double('x', 'min: "1", max: "5"'));
    assert.ok(normal && Number(fromUnit(normal, 1e-6)) < 1);
    assert.ok(uniform && fromUnit(uniform, 0) === 1 && fromUnit(uniform, 1) === 5);
  });

  const nothing: readonly (readonly [string, string, string])[] = [
    ['grid has no step for a double', algorithm('grid'), double('x', 'min: "0", max: "1"')],
    ['pbt has no step for a double', algorithm('pbt'), double('x', 'min: "0", max: "1"')],
    ['skopt takes the logarithm of zero', algorithm('bayesianoptimization'), double('x', 'min: "0", max: "1"')],
    ['hyperopt takes the logarithm of zero', algorithm('tpe'), double('x', 'min: "0", max: "1", distribution: logUniform')],
    ['Optuna has no normal', algorithm('multivariate-tpe'), double('x', 'min: "0", max: "1", distribution: normal')],
    ['a bound is no number', algorithm('tpe'), double('x', 'min: "low", max: "1"')],
    ['a bound is missing', algorithm('tpe'), double('x', 'max: "1"')],
    ['the bounds are reversed', algorithm('tpe'), double('x', 'min: "2", max: "1", distribution: normal')],
    ['the type is unknown', algorithm('tpe'), parameter('x', 'float', 'min: "0", max: "1"')],
    ['Hyperband sets the parameter', algorithm('hyperband', { r_l: '9', resource_name: 'x' }), parameter('x', 'int', 'min: "1", max: "9"')],
  ]; // prettier-ignore
  for (const [why, method, declaration] of nothing) {
    it(`nothing is drawn where ${why}`, () => assert.equal(drawn(method, declaration), undefined));
  }
});
