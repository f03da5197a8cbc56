import assert from 'node:assert/strict';
import { chiSquareSurvival } from '../../../src/core/numeric/chiSquare';
import { normalCumulative } from '../../../src/core/numeric/normal';
import { sampleSpace, samplers, type SamplerName } from '../../../src/core/sampling/sampler';
import { categoricalDomain, numericDomain } from '../../../src/core/space/domains';
import type { Configuration, SearchSpace } from '../../../src/core/space/searchSpace';
import { makeSpace } from '../space/makeSpace';

const count = 4096;
const space = makeSpace(
  {
    optimiser: categoricalDomain([
      { value: 'adam', weight: 5 },
      { value: 'sgd', weight: 3 },
      { value: 'lion', weight: 2 },
    ]),
    lr: numericDomain({ type: 'float', low: 1e-5, high: 0.1, scale: 'log' }),
    momentum: numericDomain({ type: 'float', low: 0.5, high: 0.99 }),
    dropout: numericDomain({
      type: 'float',
      low: 0,
      high: 0.5,
      step: { size: 0.1, origin: 'zero', clamp: true },
    }),
    units: numericDomain({ type: 'integer', low: 2, high: 64, scale: 'log' }),
    shift: numericDomain({
      type: 'float',
      low: -Infinity,
      high: Infinity,
      prior: { kind: 'normal', mean: 2, standardDeviation: 3 },
    }),
  },
  {
    conditions: { momentum: { kind: 'in', parent: 'optimiser', values: ['sgd'] } },
    forbidden: [
      {
        kind: 'all',
        of: [
          { kind: 'in', parent: 'optimiser', values: ['lion'] },
          { kind: 'below', parent: 'lr', bound: 1e-3, inclusive: false },
        ],
      },
    ],
  },
);
const free = { ...space, forbidden: [] };
const pointSamplers = samplers.filter(sampler => sampler !== 'grid');

describe('what is sampled', () => {
  for (const sampler of pointSamplers) {
    const drawn = draws(free, sampler);

    it(`${sampler}: has the laws that were asked for, by Kolmogorov and Smirnov`, () => {
      below(drawn, 'lr', x => Math.log(x / 1e-5) / Math.log(1e4));
      below(drawn, 'momentum', x => (x - 0.5) / 0.49);
      below(drawn, 'shift', x => normalCumulative((x - 2) / 3));
    });

    it(`${sampler}: has the shares of levels and choices that were asked for, by χ²`, () => {
      within(
        drawn,
        'optimiser',
        new Map([
          ['adam', 0.5],
          ['sgd', 0.3],
          ['lion', 0.2],
        ]),
      );
      // Rounded to the nearest tenth, so that the two ends have half a cell.
      within(drawn, 'dropout', new Map([0, 0.1, 0.2, 0.3, 0.4, 0.5].map((x, i) => [x, i % 5 ? 0.2 : 0.1])));
      // An integer k stands for the values from k − ½ to k + ½.
      const mass = (k: number): number => Math.log((k + 0.5) / (k - 0.5)) / Math.log(64.5 / 1.5);
      within(drawn, 'units', new Map(Array.from({ length: 63 }, (_, i) => [i + 2, mass(i + 2)])));
    });

    it(`${sampler}: has the quantiles of a log-uniform in every decade`, () => {
      const sorted = numbers(drawn, 'lr').sort((a, b) => a - b);
      for (const p of [0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99]) {
        const expected = -5 + 4 * p;
        const seen = Math.log10(sorted[Math.floor(p * sorted.length)] ?? NaN);
        assert.ok(Math.abs(seen - expected) < 0.1, `${p}: ${seen}`);
      }
    });

    it(`${sampler}: without the forbidden has the law of what is left`, () => {
      // Half of lion, a tenth of all, is forbidden.
      const left = draws(space, sampler);
      assert.ok(left.every(row => row.get('optimiser') !== 'lion' || Number(row.get('lr')) >= 1e-3));
      within(
        left,
        'optimiser',
        new Map([
          ['adam', 5 / 9],
          ['sgd', 3 / 9],
          ['lion', 1 / 9],
        ]),
      );
    });
  }
});

function draws(of: SearchSpace, sampler: SamplerName): Configuration[] {
  const drawn = sampleSpace(of, sampler, count, 11);
  assert.equal(drawn.length, count);
  return drawn;
}

function numbers(drawn: readonly Configuration[], name: string): number[] {
  return drawn.flatMap(row => {
    const value = row.get(name);
    return typeof value === 'number' ? value : [];
  });
}

/** The largest distance of the empirical law is below its 0.1 % point for independent draws. */
function below(drawn: readonly Configuration[], name: string, law: (x: number) => number): void {
  const sorted = numbers(drawn, name).sort((a, b) => a - b);
  const n = sorted.length;
  assert.ok(n > 1000);
  const distance = Math.max(
    ...sorted.map((x, i) => Math.max(Math.abs(law(x) - i / n), Math.abs(law(x) - (i + 1) / n))),
  );
  assert.ok(distance < 1.95 / Math.sqrt(n), `${name}: ${distance}`);
}

/** The counts are not rarer than once in a thousand for independent draws. */
function within(
  drawn: readonly Configuration[],
  name: string,
  shares: ReadonlyMap<string | number, number>,
): void {
  const rows = drawn.filter(row => row.has(name));
  let statistic = 0;
  let seen = 0;
  for (const [value, share] of shares) {
    const found = rows.filter(row => {
      const own = row.get(name);
      return typeof own === 'number' && typeof value === 'number'
        ? Math.abs(own - value) < 1e-9
        : own === value;
    }).length;
    seen += found;
    statistic += (found - share * rows.length) ** 2 / (share * rows.length);
  }
  assert.equal(seen, rows.length);
  const p = chiSquareSurvival(statistic, shares.size - 1);
  assert.ok(p > 1e-3, `${name}: χ² ${statistic}, p = ${p}`);
}
