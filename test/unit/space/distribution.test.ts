import assert from 'node:assert/strict';
import fc from 'fast-check';
import reference from '../../fixtures/distributions.json';
import {
  cumulative,
  cumulativeBelow,
  density,
  fromUnit,
  levelCount,
  levelValues,
  quantile,
  toUnit,
} from '../../../src/core/space/distribution';
import type { Domain } from '../../../src/core/space/domain';
import { categoricalDomain, constantDomain, numericDomain } from '../../../src/core/space/domains';
import { assertClose } from '../numeric/close';
import { anyDomain, drawable } from './arbitraryDomain';

const zeroOrigin = (size: number, clamp = false) => ({ size, origin: 'zero', clamp }) as const;

describe('the distribution of a domain', () => {
  it('is log-uniform with the quantiles, probabilities and densities of SciPy', () => {
    for (const { low, high, u, quantile: quantiles, cdf, pdf } of reference.logUniform) {
      const domain = drawable(numericDomain({ type: 'float', low, high, scale: 'log' }));
      u.forEach((p, i) => assertClose(quantile(domain, p) ?? NaN, quantiles[i] ?? NaN, 1e-13));
      // The reference differences logarithms, which leaves this much of a narrow range.
      const tolerance = 1e-13 + 2e-16 / Math.log(high / low);
      for (const [x = NaN, expected = NaN] of cdf) {
        assert.ok(Math.abs(cumulative(domain, x) - expected) < 10 * tolerance, `F(${x})`);
      }
      for (const [x = NaN, expected = NaN] of pdf) assertClose(density(domain, x), expected, 10 * tolerance);
      assert.equal(quantile(domain, 0), low);
      assert.equal(quantile(domain, 1), high);
    }
  });

  it('gives log-uniform integers the masses of half-step cells', () => {
    for (const { low, high, pmf } of reference.logInteger) {
      const domain = drawable(numericDomain({ type: 'integer', low, high, scale: 'log' }));
      assertMasses(domain, pmf);
    }
  });

  it('gives multiples of q half the mass at the ends, and steps from low equal mass', () => {
    for (const { low, high, q, multiples, fromLow } of reference.quantisedUniform) {
      assertMasses(drawable(numericDomain({ type: 'float', low, high, step: zeroOrigin(q) })), multiples);
      const equal = { size: q, origin: 'low', clamp: false } as const;
      assertMasses(drawable(numericDomain({ type: 'float', low, high, step: equal })), fromLow);
    }
  });

  it('quantises log-uniform draws to multiples of q, zero included', () => {
    for (const { low, high, q, pmf } of reference.quantisedLogUniform) {
      assertMasses(
        drawable(numericDomain({ type: 'float', low, high, scale: 'log', step: zeroOrigin(q) })),
        pmf,
      );
    }
  });

  it('rounds down where its tool does, a level taking the draws up to the next', () => {
    const down = { size: 4, origin: 'zero', clamp: false, rounding: 'down' } as const;
    const multiples = drawable(numericDomain({ type: 'float', low: 3, high: 10, step: down }));
    assert.deepEqual(levelValues(multiples, 9), [0, 4, 8]);
    [0, 4, 8].forEach((level, i) =>
      assertClose(density(multiples, level), [1 / 7, 4 / 7, 2 / 7][i] ?? NaN, 1e-8),
    );
    const step = { size: 1, origin: 'low', clamp: false, rounding: 'down' } as const;
    const integers = drawable(numericDomain({ type: 'integer', low: 1, high: 3, scale: 'log', step }));
    for (const k of [1, 2, 3]) assertClose(density(integers, k), Math.log((k + 1) / k) / Math.log(4), 1e-8);
  });

  it('is uniform in -log(mirror - x) on a reversed log scale with a mirror of its own', () => {
    const reversed = drawable(
      numericDomain({ type: 'float', low: 0.9, high: 0.999, scale: 'reverseLog', mirror: 1 }),
    );
    assertClose(quantile(reversed, 0.5) ?? NaN, 0.99, 1e-12);
    assert.equal(
      numericDomain({ type: 'float', low: 0, high: 1, scale: 'reverseLog', mirror: 1 }),
      undefined,
    );
  });

  it('is normal, log-normal and beta with the numbers of SciPy', () => {
    let seen = 0;
    for (const { name, u, quantile: quantiles, cdf, pdf } of reference.continuous) {
      const domain = continuousDomain(name);
      if (!domain) continue;
      seen++;
      u.forEach((p, i) => {
        const expected = quantiles[i] ?? NaN;
        const error = Math.abs((quantile(domain, p) ?? NaN) - expected);
        assert.ok(error <= 1e-11 * Math.abs(expected) + 1e-14, `${name} at ${p}: off by ${error}`);
      });
      for (const [x = NaN, expected = NaN] of cdf) assertClose(cumulative(domain, x), expected, 1e-12, name);
      for (const [x = NaN, expected = NaN] of pdf) assertClose(density(domain, x), expected, 1e-12, name);
    }
    assert.equal(seen, 8);
  });

  it('draws only 4 and 8 from W&B q_uniform over 3 … 10 with q = 4', () => {
    const domain = drawable(numericDomain({ type: 'float', low: 3, high: 10, step: zeroOrigin(4) }));
    assert.deepEqual(levelValues(domain, 9), [4, 8]);
  });

  it("clips NNI's quantised values to the bounds", () => {
    const domain = drawable(numericDomain({ type: 'float', low: 0.7, high: 10, step: zeroOrigin(4, true) }));
    assert.deepEqual(levelValues(domain, 9), [0.7, 4, 8]);
    assertClose(density(domain, 0.7), (2 - 0.7) / 9.3, 1e-14);
  });

  it('keeps a truncated normal exact in the far tail', () => {
    const prior = { kind: 'normal', mean: 0, standardDeviation: 1 } as const;
    const domain = drawable(numericDomain({ type: 'float', low: 9, high: 10, prior }));
    for (const p of [0.01, 0.3, 0.5, 0.999]) {
      assertClose(cumulative(domain, quantile(domain, p) ?? NaN), p, 1e-11);
    }
  });

  it('never reaches an exclusive upper bound', () => {
    for (const high of [-1, -1e-300, 0, 1, 1.0000001, 3e300]) {
      const domain = drawable(numericDomain({ type: 'float', low: -5, high, highExclusive: true }));
      assert.ok((fromUnit(domain, 1) as number) < high);
    }
  });

  it('spans bounds whose difference overflows', () => {
    const domain = drawable(numericDomain({ type: 'float', low: -1.5e308, high: 1.5e308 }));
    assert.equal(fromUnit(domain, 0.5), 0);
    assertClose(cumulative(domain, 0.75e308), 0.75, 1e-14);
  });

  it('draws alternatives in proportion to their weights, and constants always', () => {
    const domain = drawable(categoricalDomain([{ value: 'a', weight: 3 }, { value: true }]));
    assert.equal(fromUnit(domain, 0.74), 'a');
    assert.equal(fromUnit(domain, 0.76), true);
    assert.equal(toUnit(domain, true), 0.875);
    assert.ok(Number.isNaN(toUnit(domain, 'b')));
    assert.deepEqual(fromUnit(constantDomain([1, 2]), 0.3), [1, 2]);
  });

  it('returns from unit position to value and back', () => {
    fc.assert(
      fc.property(anyDomain, fc.double({ min: 1e-12, max: 1, noNaN: true }), (domain, u) => {
        const value = fromUnit(domain, u);
        const unit = toUnit(domain, value);
        if (Number.isFinite(levelCount(domain))) {
          if (density(domain, value) > 1e-9) assert.deepEqual(fromUnit(domain, unit), value);
        } else {
          assert.ok(
            Math.abs(unit - u) < 1e-6 || density(domain, value) === Infinity,
            `${u} came back as ${unit}`,
          );
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('draws inside the support, in the order of the unit positions', () => {
    const unit = fc.oneof(fc.double({ min: 1e-12, max: 1, noNaN: true }), fc.constant(0));
    fc.assert(
      fc.property(anyDomain, unit, unit, (domain, u, v) => {
        if (domain.kind !== 'float' && domain.kind !== 'integer') return;
        const [a, b] = [u, v].sort((x, y) => x - y).map(p => fromUnit(domain, p) as number);
        assert.ok((a ?? NaN) <= (b ?? NaN));
        const { step } = domain;
        const reach = step?.rounding === 'down' ? 1 : 0.5;
        const slack = step?.origin === 'zero' && !step.clamp ? step.size * reach : 0;
        for (const x of [a ?? NaN, b ?? NaN]) {
          assert.ok(
            Number.isFinite(x) && x >= domain.low - slack * 1.000001 && x <= domain.high + slack * 1.000001,
          );
          if (domain.kind === 'integer') assert.ok(Number.isInteger(x));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('integrates its density to one', () => {
    fc.assert(
      fc.property(anyDomain, domain => {
        const count = levelCount(domain);
        if (count <= 2000) {
          const total = levelValues(domain, count).reduce<number>(
            (sum, value) => sum + density(domain, value),
            0,
          );
          assertClose(total, 1, 1e-9);
        } else if (count === Infinity && domain.kind === 'float' && !domain.step) {
          // Integrating dx = dF/density over quantiles must return the distance travelled.
          const [a, b] = [quantile(domain, 0.3) ?? NaN, quantile(domain, 0.7) ?? NaN];
          assertClose(
            simpson(x => density(domain, x), a, b),
            0.4,
            1e-3,
          );
        }
      }),
      { numRuns: 500 },
    );
  });

  it('has cumulative probabilities that match its quantiles', () => {
    fc.assert(
      fc.property(anyDomain, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (domain, p) => {
        const x = quantile(domain, p);
        if (x === undefined) return;
        assert.ok(cumulative(domain, x) >= p - 1e-9);
        assert.ok(cumulativeBelow(domain, x) <= p + 1e-9);
      }),
      { numRuns: 2000 },
    );
  });
});

function assertMasses(domain: Domain, masses: Readonly<Record<string, number | undefined>>): void {
  const expected = Object.entries(masses).map(([value, mass]) => [Number(value), mass ?? NaN] as const);
  assert.equal(levelCount(domain), expected.length);
  for (const [value, mass] of expected) assertClose(density(domain, value), mass, 1e-12, `P(${value})`);
}

function continuousDomain(name: string): Domain | undefined {
  const [a = NaN, b = NaN] = (name.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
  if (name.startsWith('lognormal')) {
    const prior = { kind: 'normal', mean: a, standardDeviation: b } as const;
    return numericDomain({ type: 'float', low: 0, high: Infinity, scale: 'log', prior });
  }
  if (name.startsWith('truncnorm')) {
    const [mean = NaN, standardDeviation = NaN] = (name.match(/-?\d*\.\d+|-\d+/g) ?? []).map(Number);
    return numericDomain({
      type: 'float',
      low: 0,
      high: 1,
      prior: { kind: 'normal', mean, standardDeviation },
    });
  }
  if (name.startsWith('normal')) {
    const prior = { kind: 'normal', mean: a, standardDeviation: b } as const;
    return numericDomain({ type: 'float', low: -Infinity, high: Infinity, prior });
  }
  if (name.startsWith('beta')) {
    return numericDomain({ type: 'float', low: 0, high: 1, prior: { kind: 'beta', alpha: a, beta: b } });
  }
  return undefined;
}

/** Simpson's rule on a grid that is even in the quantiles' own scale when both ends are positive. */
function simpson(f: (x: number) => number, a: number, b: number): number {
  const log = a > 0 && b / a > 10;
  const [from, to] = log ? [Math.log(a), Math.log(b)] : [a, b];
  const n = 400;
  const h = (to - from) / n;
  let sum = 0;
  for (let i = 0; i <= n; i++) {
    const t = from + i * h;
    const weight = i === 0 || i === n ? 1 : i % 2 === 1 ? 4 : 2;
    sum += weight * (log ? f(Math.exp(t)) * Math.exp(t) : f(t));
  }
  return (sum * h) / 3;
}
