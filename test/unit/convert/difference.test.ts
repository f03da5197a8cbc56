import assert from 'node:assert/strict';
import fc from 'fast-check';
import { difference, negligible } from '../../../src/core/convert/difference';
import { categoricalDomain, constantDomain, numericDomain } from '../../../src/core/space/domains';
import { anyDomain, drawable } from '../space/arbitraryDomain';

const uniform = (low: number, high: number) => drawable(numericDomain({ type: 'float', low, high }));
const choices = (...values: (string | number)[]) =>
  drawable(categoricalDomain(values.map(value => ({ value }))));

describe('the difference of two distributions', () => {
  it('is nothing between a domain and itself, and the same in both directions', () => {
    fc.assert(
      fc.property(anyDomain, anyDomain, (a, b) => {
        assert.ok(difference(a, a) <= negligible);
        assert.ok(Math.abs(difference(a, b) - difference(b, a)) < 1e-12);
        assert.ok(difference(a, b) >= 0 && difference(a, b) <= 1 + 1e-9);
      }),
    );
  });

  it('is the largest gap of the cumulative distributions', () => {
    assert.ok(Math.abs(difference(uniform(0, 1), uniform(0.5, 1.5)) - 0.5) < 0.02);
    assert.equal(difference(uniform(0, 1), uniform(2, 3)), 1);
  });

  it('sees no difference between an integer and the list of its values', () => {
    const integer = drawable(numericDomain({ type: 'integer', low: 1, high: 4 }));
    assert.ok(difference(integer, choices(1, 2, 3, 4)) <= negligible);
    assert.ok(difference(integer, choices(1, 2, 3)) > 0.2);
  });

  it('is the probability that is elsewhere between texts', () => {
    assert.equal(difference(choices('a', 'b'), choices('b', 'c')), 0.5);
    assert.equal(difference(choices('a', 'b'), constantDomain('a')), 0.5);
    assert.equal(difference(choices('1', '2'), choices(1, 2)), 1);
  });
});
