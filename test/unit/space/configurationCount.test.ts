import assert from 'node:assert/strict';
import { configurationCount } from '../../../src/core/space/configurationCount';
import { categoricalDomain, numericDomain } from '../../../src/core/space/domains';
import type { Condition } from '../../../src/core/space/searchSpace';
import { makeSpace, type SpaceParts } from '../demos/halvingSpaces';

const letters = categoricalDomain([{ value: 'a' }, { value: 'b' }, { value: 'c' }]);
const digits = (high: number) => numericDomain({ type: 'integer', low: 1, high });
const when = (parent: string, ...values: (string | number)[]): Condition => ({ kind: 'in', parent, values });
const count = (...parameters: NonNullable<SpaceParts['parameters']>) =>
  configurationCount(makeSpace({ parameters }));

describe('the number of configurations', () => {
  it('is the product of the levels without conditions', () => {
    assert.equal(count({ name: 'x', domain: letters }, { name: 'y', domain: digits(10) }), 30);
  });

  it('adds up branches, as enumerating them does', () => {
    // a: y in 1…4; b: y in 1…4 and z in 1…5; c: nothing. 4 + 4 · 5 + 1 = 25, times 2 for w.
    assert.equal(
      count(
        { name: 'x', domain: letters },
        { name: 'y', domain: digits(4), condition: when('x', 'a', 'b') },
        { name: 'z', domain: digits(5), condition: when('x', 'b') },
        { name: 'w', domain: digits(2) },
      ),
      50,
    );
  });

  it('follows branches of branches', () => {
    // x = a opens y; y = 2 opens z: a gives 1 + 3, b and c give 1 each.
    assert.equal(
      count(
        { name: 'x', domain: letters },
        { name: 'y', domain: digits(2), condition: when('x', 'a') },
        { name: 'z', domain: digits(3), condition: when('y', 2) },
      ),
      6,
    );
  });

  it('is infinite with a continuous parameter', () => {
    assert.equal(count({ name: 'x', domain: numericDomain({ type: 'float', low: 0, high: 1 }) }), Infinity);
  });

  it('is not said where a product over branches cannot tell', () => {
    const both: Condition = { kind: 'all', of: [when('x', 'a'), when('y', 1)] };
    const x = { name: 'x', domain: letters };
    const y = { name: 'y', domain: digits(2) };
    assert.equal(count(x, y, { name: 'z', domain: digits(2), condition: both }), undefined);
    assert.equal(count({ name: 'x', domain: letters, condition: when('x', 'a') }), undefined);
    assert.equal(count({ name: 'x', domain: undefined }), undefined);
    assert.equal(
      configurationCount({ ...makeSpace({ parameters: [x] }), forbidden: [when('x', 'a')] }),
      undefined,
    );
  });
});
