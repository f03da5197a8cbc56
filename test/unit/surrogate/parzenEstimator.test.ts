import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { logNormalMass } from '../../../src/core/numeric/normalMass';
import { randomStream } from '../../../src/core/numeric/random';
import { categoricalDomain, numericDomain, ordinalDomain } from '../../../src/core/space/domains';
import type { Domain } from '../../../src/core/space/domain';
import { levelValues } from '../../../src/core/space/distribution';
import { drawableParameters } from '../../../src/core/space/searchSpace';
import { parzenAxis, type ParzenAxis } from '../../../src/core/surrogate/parzenAxis';
import type { BandwidthOptions } from '../../../src/core/surrogate/parzenBandwidths';
import { parzenEstimator, type ParzenEstimator } from '../../../src/core/surrogate/parzenEstimator';
import type { AxisPositions, ChoiceKernels, NumberKernels } from '../../../src/core/surrogate/parzenKernels';
import type { Value } from '../../../src/core/text/scalars';
import { makeSpace } from '../demos/halvingSpaces';

interface OptunaEstimator {
  readonly space: Readonly<Record<string, string>>;
  readonly obs: Readonly<Record<string, readonly number[]>>;
  readonly multivariate: boolean;
  readonly consider_endpoints: boolean;
  readonly magic_clip: boolean;
  readonly weights: readonly number[];
  readonly components: readonly {
    readonly mu?: readonly number[];
    readonly sigma?: readonly number[];
    readonly weights?: readonly (readonly number[])[];
  }[];
  readonly queries: Readonly<Record<string, readonly number[]>>;
  readonly log_pdf: readonly number[];
}

const reference = JSON.parse(
  readFileSync(new URL('../../fixtures/oracles/parzen.json', import.meta.url), 'utf8'),
) as {
  readonly estimators: readonly OptunaEstimator[];
  readonly logMass: readonly { readonly a: number; readonly b: number; readonly log_mass: number }[];
};

function close(actual: number, expected: number, tolerance: number): void {
  assert.ok(
    Math.abs(actual - expected) <= tolerance * Math.max(1, Math.abs(expected)),
    `${actual}, ${expected}`,
  );
}

/** From Optuna's own words for a distribution, and its range on its scale, which Optuna's densities are over. */
function optunaDomain(words: string): { domain: Domain | undefined; range: number; low: number } {
  const choices = /choices=\((.*)\)\)/.exec(words)?.[1]?.split(', ');
  if (choices) {
    return { domain: categoricalDomain(choices.map((_, value) => ({ value }))), range: 1, low: 0 };
  }
  const option = (name: string): string => new RegExp(`\\b${name}=([^,)]+)`).exec(words)?.[1] ?? '';
  const log = option('log') === 'True';
  const size = option('step') === 'None' ? undefined : Number(option('step'));
  const domain = numericDomain({
    type: words.startsWith('Int') ? 'integer' : 'float',
    low: Number(option('low')),
    high: Number(option('high')),
    ...(log && { scale: 'log' }),
    ...(size !== undefined && { step: { size, origin: 'low', clamp: false } }),
  });
  const [low, high] = [Number(option('low')), Number(option('high'))]
    .map((bound, i) => bound + (i - 0.5) * (size ?? 0))
    .map(bound => (log ? Math.log(bound) : bound)) as [number, number];
  return { domain, range: high - low, low };
}

function axesFor(parameters: readonly { name: string; domain: Domain | undefined }[]): ParzenAxis[] {
  return drawableParameters(makeSpace({ parameters })).flatMap(parameter => parzenAxis(parameter) ?? []);
}

function positionsOf(placements: readonly Float64Array[], axes: readonly ParzenAxis[]): AxisPositions[] {
  return axes.map((_, d) => {
    const positions = Float64Array.from([...placements.map(placement => placement[d] ?? NaN), NaN]);
    const ascending = [...positions.keys()]
      .filter(i => !Number.isNaN(positions[i]))
      .sort((a, b) => (positions[a] ?? NaN) - (positions[b] ?? NaN));
    return { positions, ascending: Int32Array.from(ascending) };
  });
}

function estimate(
  axes: readonly ParzenAxis[],
  observed: readonly (readonly Value[])[],
  weights?: readonly number[],
  bandwidth?: BandwidthOptions,
): ParzenEstimator {
  const placements = observed.map(values =>
    Float64Array.from(axes, (axis, d) => axis.position(values[d] ?? null)),
  );
  const relative = Float64Array.from(weights ?? observed.map(() => 1));
  return parzenEstimator(axes, positionsOf(placements, axes), relative, bandwidth);
}

describe('a Parzen estimator', () => {
  for (const [index, optuna] of reference.estimators.entries()) {
    const names = Object.keys(optuna.space);
    it(`has the weights, kernels and densities of Optuna 4.9 on ${names.join()} (${index})`, () => {
      const domains = names.map(name => optunaDomain(optuna.space[name] ?? ''));
      const axes = axesFor(names.map((name, d) => ({ name, domain: domains[d]?.domain })));
      const rows = (of: OptunaEstimator['obs']): number[][] =>
        (of[names[0] ?? ''] ?? []).map((_, i) => names.map(name => of[name]?.[i] ?? NaN));
      const prior = optuna.weights.at(-1) ?? NaN;
      const estimator = estimate(
        axes,
        rows(optuna.obs),
        optuna.weights.slice(0, -1).map(weight => weight / prior),
        {
          magicClip: optuna.magic_clip,
          endpoints: optuna.consider_endpoints,
          rule: optuna.multivariate ? 'count' : 'gaps',
        },
      );
      estimator.weights.forEach((weight, i) => close(weight, optuna.weights[i] ?? NaN, 1e-14));
      optuna.components.forEach(({ mu, sigma, weights }, d) => {
        const { range = NaN, low = NaN } = domains[d] ?? {};
        if (mu && sigma) {
          const { means, deviation: deviationOf } = estimator.kernels[d] as NumberKernels;
          mu.forEach((mean, i) => close(low + range * (means[i] ?? NaN), mean, 1e-12));
          sigma.forEach((deviation, i) => close(range * deviationOf(i), deviation, 1e-12));
        }
        weights?.forEach((row, i) => {
          const kernels = estimator.kernels[d] as ChoiceKernels;
          kernels.probabilities(i).forEach((p, k) => close(p, row[k] ?? NaN, 1e-14));
        });
      });
      // Optuna's densities are over the scale, ours over the unit interval.
      const stretch = axes.reduce(
        (sum, axis, d) => (axis.choices || axis.cell ? sum : sum + Math.log(domains[d]?.range ?? NaN)),
        0,
      );
      rows(optuna.queries).forEach((row, i) => {
        const placement = Float64Array.from(axes, (axis, d) => axis.position(row[d] ?? null));
        close(estimator.logDensity(placement) - stretch, optuna.log_pdf[i] ?? NaN, 1e-11);
      });
    });
  }

  const numbers = fc.array(fc.double({ min: 1e-4, max: 1, noNaN: true }), { maxLength: 12 });

  it('is a density: its probabilities of levels and choices sum to one', () => {
    const discrete = axesFor([
      { name: 'units', domain: numericDomain({ type: 'integer', low: 1, high: 40, scale: 'log' }) },
      {
        name: 'rounded',
        domain: numericDomain({
          type: 'float',
          low: 0,
          high: 1,
          step: { size: 0.25, origin: 'zero', clamp: true },
        }),
      },
      {
        name: 'solver',
        domain: categoricalDomain([{ value: 'a', weight: 3 }, { value: 'b' }, { value: 'c' }]),
      },
      { name: 'size', domain: ordinalDomain([{ value: 's' }, { value: 'm', weight: 5 }, { value: 'l' }]) },
    ]);
    for (const axis of discrete) {
      fc.assert(
        fc.property(numbers, places => {
          const draw = (u: number): Value => axis.valueAt(axis.choices ? Math.floor(u * 2.999) : u);
          const estimator = estimate(
            [axis],
            places.map(u => [draw(u)]),
          );
          const total = levelValues(axis.parameter.domain, 40).reduce<number>(
            (sum, value) => sum + Math.exp(estimator.logDensity(Float64Array.of(axis.position(value)))),
            0,
          );
          close(total, 1, 1e-9);
        }),
      );
    }
  });

  it('is a density: it integrates to one over the unit interval', () => {
    const [axis] = axesFor([{ name: 'x', domain: numericDomain({ type: 'float', low: 0, high: 1 }) }]);
    assert.ok(axis);
    fc.assert(
      fc.property(numbers, places => {
        const estimator = estimate(
          [axis],
          places.map(u => [u]),
        );
        let total = 0;
        for (let i = 0; i < 4000; i++) {
          total += Math.exp(estimator.logDensity(Float64Array.of((i + 0.5) / 4000)));
        }
        close(total / 4000, 1, 1e-4);
      }),
    );
  });

  it('draws what its density says', () => {
    const axes = axesFor([{ name: 'x', domain: numericDomain({ type: 'float', low: 0, high: 1 }) }]);
    const estimator = estimate(axes, [[0.02], [0.1], [0.95]]);
    const random = randomStream(3);
    const bins = new Array<number>(10).fill(0);
    for (let i = 0; i < 4000; i++) {
      const drawn = estimator.kernels[0]?.draw(estimator.drawComponent(random), random) ?? NaN;
      bins[Math.floor(drawn * 10)] = (bins[Math.floor(drawn * 10)] ?? 0) + 1;
    }
    const chiSquare = bins.reduce((sum, count, bin) => {
      let share = 0;
      for (let i = 0; i < 100; i++) {
        share += Math.exp(estimator.logDensity(Float64Array.of((bin + (i + 0.5) / 100) / 10))) / 1000;
      }
      return sum + (count - 4000 * share) ** 2 / (4000 * share);
    }, 0);
    // The 99.9 % quantile with 9 degrees of freedom.
    assert.ok(chiSquare < 27.9, `${chiSquare}`);
  });

  it('takes the prior for a parameter that a trial does not have', () => {
    const axes = axesFor([
      { name: 'solver', domain: categoricalDomain([{ value: 'adam' }, { value: 'sgd' }]) },
      { name: 'momentum', domain: numericDomain({ type: 'float', low: 0, high: 1 }) },
    ]);
    const placements = [Float64Array.of(0, NaN), Float64Array.of(1, 0.9), Float64Array.of(1, 0.8)];
    const estimator = parzenEstimator(axes, positionsOf(placements, axes), Float64Array.of(1, 1, 1));
    const adam = Math.exp(estimator.logDensity(Float64Array.of(0, NaN)));
    let sgd = 0;
    for (let i = 0; i < 4000; i++) {
      sgd += Math.exp(estimator.logDensity(Float64Array.of(1, (i + 0.5) / 4000))) / 4000;
    }
    close(adam + sgd, 1, 1e-6);
    const { means, deviation } = estimator.kernels[1] as NumberKernels;
    assert.deepEqual([means[0], deviation(0)], [0.5, 1]);
  });
});

describe('the log of a normal mass', () => {
  it('has the reference values far out in the tails and for slivers', () => {
    for (const { a, b, log_mass: expected } of reference.logMass) {
      close(logNormalMass(a, b), expected, 1e-14);
      close(logNormalMass(-b, -a), expected, 1e-14);
    }
  });

  it('adds up over neighbouring intervals, however narrow', () => {
    const place = fc.double({ min: -30, max: 30, noNaN: true });
    const width = fc.double({ min: 1e-6, max: 2, noNaN: true });
    fc.assert(
      fc.property(place, width, width, (a, first, second) => {
        const [left, right] = [logNormalMass(a, a + first), logNormalMass(a + first, a + first + second)];
        const most = Math.max(left, right);
        const sum = most + Math.log(Math.exp(left - most) + Math.exp(right - most));
        close(logNormalMass(a, a + first + second), sum, 1e-9);
      }),
    );
  });
});
