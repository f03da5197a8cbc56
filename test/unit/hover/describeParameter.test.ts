import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describeParameter } from '../../../src/core/hover/describeParameter';
import { categoricalDomain, constantDomain, numericDomain } from '../../../src/core/space/domains';
import type { Domain } from '../../../src/core/space/domain';
import type { Condition } from '../../../src/core/space/searchSpace';
import { anyDomain } from '../space/arbitraryDomain';
import { makeSpace } from '../space/makeSpace';

describe('the words of a hover', () => {
  it('say kind, range, quantiles, decades and levels', () => {
    assert.deepEqual(lines(numericDomain({ type: 'float', low: 1e-5, high: 0.1 })), [
      'float, uniform, 1e-5 … 0.1 (inclusive)',
      'Median 0.05 · 5 % 0.00501 · 95 % 0.095',
      'Draws per decade: 1e-5 … 1e-4: 0.09 % · 1e-4 … 0.001: 0.9 % · 0.001 … 0.01: 9 % · 0.01 … 0.1: 90 %',
      'Continuous: a grid has to choose its levels.',
    ]);
  });

  const summaries: [string, Domain | undefined][] = [
    [
      'integer, log-uniform, 16 … 1024 (inclusive)',
      numericDomain({ type: 'integer', low: 16, high: 1024, scale: 'log' }),
    ],
    [
      'float, uniform, 0 … 1 (upper end excluded)',
      numericDomain({ type: 'float', low: 0, high: 1, highExclusive: true }),
    ],
    [
      'float, uniform, 3 … 10 (inclusive), rounded to multiples of 4: 4 … 8',
      numericDomain({ type: 'float', low: 3, high: 10, step: { size: 4, origin: 'zero', clamp: false } }),
    ],
    [
      'float, uniform, 0 … 1 (inclusive), in steps of 0.25',
      numericDomain({ type: 'float', low: 0, high: 1, step: { size: 0.25, origin: 'low', clamp: false } }),
    ],
    [
      'float, normal with mean 0 and standard deviation 0.1, unbounded',
      numericDomain({
        type: 'float',
        low: -Infinity,
        high: Infinity,
        prior: { kind: 'normal', mean: 0, standardDeviation: 0.1 },
      }),
    ],
    [
      'float, log-normal with median 0.01 and standard deviation 1 of its logarithm, unbounded',
      numericDomain({
        type: 'float',
        low: 0,
        high: Infinity,
        scale: 'log',
        prior: { kind: 'normal', mean: Math.log(0.01), standardDeviation: 1 },
      }),
    ],
    [
      'categorical, 2 choices: adam 75 % · sgd 25 %',
      categoricalDomain([{ value: 'adam', weight: 3 }, { value: 'sgd' }]),
    ],
    ['constant, always [1,2]', constantDomain([1, 2])],
    ['Nothing can be drawn from this declaration.', undefined],
  ];
  for (const [summary, domain] of summaries) {
    it(`say: ${summary}`, () => assert.equal(lines(domain)[0], summary));
  }

  it('say when a parameter is active', () => {
    const condition: Condition = {
      kind: 'all',
      of: [
        { kind: 'in', parent: 'optimiser', values: ['sgd', 'adam'] },
        { kind: 'above', parent: 'layers', bound: 2, inclusive: false },
      ],
    };
    assert.equal(
      lines(numericDomain({ type: 'float', low: 0, high: 1 }), condition).at(-1),
      'Active when optimiser is sgd or adam, and layers is above 2.',
    );
  });

  it('stay short whatever the file holds', () => {
    fc.assert(
      fc.property(anyDomain, domain => {
        assert.ok(lines(domain).join('\n').length < 2000);
      }),
    );
    const long = categoricalDomain(Array.from({ length: 5000 }, (_, i) => ({ value: `${i}`.repeat(500) })));
    assert.ok(lines(long).join('\n').length < 1000);
  });
});

function lines(domain: Domain | undefined, condition?: Condition): string[] {
  const [parameter] = makeSpace({ p: domain }, condition ? { conditions: { p: condition } } : {}).parameters;
  assert.ok(parameter);
  return describeParameter(parameter);
}
