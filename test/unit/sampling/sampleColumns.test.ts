import assert from 'node:assert/strict';
import fc from 'fast-check';
import { randomStream } from '../../../src/core/numeric/random';
import { finish } from '../../../src/core/numeric/work';
import { rowOf } from '../../../src/core/sampling/columns';
import { sampleColumns } from '../../../src/core/sampling/sampleColumns';
import { configurationMapping } from '../../../src/core/sampling/configurations';
import { configurations, pointSource, type PointSampler } from '../../../src/core/sampling/sampler';
import { isForbidden } from '../../../src/core/space/conditions';
import { categoricalDomain, constantDomain, numericDomain } from '../../../src/core/space/domains';
import { makeSpace } from '../space/makeSpace';

const space = makeSpace(
  {
    nesterov: categoricalDomain([{ value: true }, { value: false }]),
    optimiser: categoricalDomain([{ value: 'adam', weight: 3 }, { value: 'sgd' }, { value: null }]),
    lr: numericDomain({ type: 'float', low: 1e-5, high: 0.1, scale: 'log' }),
    momentum: numericDomain({
      type: 'float',
      low: 0,
      high: 1,
      step: { size: 0.05, origin: 'low', clamp: true },
    }),
    layers: numericDomain({ type: 'integer', low: 1, high: 6 }),
    seed: constantDomain(7),
    tail: numericDomain({
      type: 'float',
      low: -Infinity,
      high: Infinity,
      prior: { kind: 'normal', mean: 0, standardDeviation: 1 },
    }),
  },
  {
    conditions: {
      momentum: { kind: 'in', parent: 'optimiser', values: ['sgd'] },
      nesterov: { kind: 'above', parent: 'momentum', bound: 0.5, inclusive: false },
    },
    forbidden: [
      {
        kind: 'all',
        of: [
          { kind: 'in', parent: 'optimiser', values: ['adam'] },
          { kind: 'above', parent: 'layers', bound: 4, inclusive: true },
        ],
      },
    ],
  },
);

const pointSamplers: readonly PointSampler[] = ['random', 'latin-hypercube', 'sobol', 'halton'];

describe('sampling by columns', () => {
  for (const sampler of pointSamplers) {
    it(`${sampler}: gives the configurations that come one at a time`, () => {
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer(), (count, seed) => {
          const columns = finish(sampleColumns(space, sampler, count, randomStream(seed)));
          const single = [...configurations(space, sampler, count, randomStream(seed))];
          assert.deepEqual(
            single.map((_, row) => [...rowOf(columns, row)]),
            single.map(configuration => [...configuration]),
          );
          assert.equal(single.length, count);
        }),
        { numRuns: 8 },
      );
    });
  }

  it('maps points as one point at a time is mapped, without the forbidden', () => {
    const toConfiguration = configurationMapping(space);
    const point = new Float64Array(6);
    const source = pointSource('random', 6, 100, randomStream(8));
    const expected: unknown[] = [];
    while (expected.length < 100) {
      source(point, 1);
      const configuration = toConfiguration(point);
      if (!isForbidden(space, configuration)) expected.push([...configuration]);
    }
    const columns = finish(sampleColumns(space, 'random', 100, randomStream(8)));
    assert.deepEqual(
      expected.map((_, row) => [...rowOf(columns, row)]),
      expected,
    );
  });

  it('comes back empty where everything is forbidden', () => {
    const nothing = { ...space, forbidden: [{ kind: 'in', parent: 'seed', values: [7] }] as const };
    for (const column of finish(sampleColumns(nothing, 'sobol', 50, randomStream(1)))) {
      assert.equal(column.kind === 'choices' ? column.indices.length : column.values.length, 0);
    }
  });
});
