import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Domain, Prior, Step } from '../../../src/core/space/domain';
import { categoricalDomain, numericDomain } from '../../../src/core/space/domains';

/** The domain, asserting that there is one. */
export function drawable<D extends Domain>(domain: D | undefined): D {
  assert.ok(domain, 'nothing can be drawn');
  return domain;
}

const finite = (min: number, max: number) => fc.double({ min, max, noNaN: true });

const step: fc.Arbitrary<Step> = fc.record({
  size: fc.oneof(fc.constantFrom(0.1, 0.25, 1, 2, 8), finite(0.01, 50)),
  origin: fc.constantFrom('low' as const, 'zero' as const),
  clamp: fc.boolean(),
  rounding: fc.constantFrom(undefined, 'nearest' as const, 'down' as const),
});

const prior: fc.Arbitrary<Prior> = fc.oneof(
  { weight: 3, arbitrary: fc.constant({ kind: 'uniform' } as const) },
  fc.record({
    kind: fc.constant('normal' as const),
    mean: finite(-5, 5),
    standardDeviation: finite(0.1, 10),
  }),
  fc.record({ kind: fc.constant('beta' as const), alpha: finite(0.7, 20), beta: finite(0.7, 20) }),
);

const numeric: fc.Arbitrary<Domain> = fc
  .record({
    type: fc.constantFrom('float' as const, 'integer' as const),
    bounds: fc.oneof(
      fc.tuple(fc.integer({ min: -1000, max: 1000 }), finite(0.5, 1000)).map(([low, width]) => {
        return [low / 8, low / 8 + width] as const;
      }),
      fc.tuple(finite(-6, 3), finite(0.3, 6)).map(([exponent, width]) => {
        return [10 ** exponent, 10 ** (exponent + width)] as const;
      }),
    ),
    scale: fc.constantFrom('linear' as const, 'log' as const, 'reverseLog' as const),
    prior,
    step: fc.option(step, { nil: undefined }),
    highExclusive: fc.boolean(),
    /** How far beyond the upper bound, as a share of it, a reversed log scale is infinite. */
    beyond: fc.option(finite(0.01, 10), { nil: undefined }),
  })
  .map(({ bounds: [low, high], beyond, ...rest }) => {
    const mirror = beyond === undefined ? undefined : high + beyond * Math.abs(high);
    return numericDomain({ low, high, mirror, ...rest });
  })
  .filter(domain => domain !== undefined);

const choices: fc.Arbitrary<Domain> = fc
  .uniqueArray(
    fc.record({ value: fc.oneof(fc.string(), fc.integer(), fc.boolean()), weight: finite(0.01, 10) }),
    {
      selector: ({ value }) => value,
      minLength: 1,
      maxLength: 8,
    },
  )
  .map(list => categoricalDomain(list))
  .filter(domain => domain !== undefined);

/** Any domain the constructors make, bounded or truncated. */
export const anyDomain: fc.Arbitrary<Domain> = fc.oneof({ weight: 4, arbitrary: numeric }, choices);
