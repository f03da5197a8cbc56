import assert from 'node:assert/strict';
import { coverage, decadeCounts, distinctValues } from '../../../src/core/sampling/coverage';
import { countDuplicates } from '../../../src/core/sampling/duplicates';
import { numericDomain } from '../../../src/core/space/domains';
import {
  drawableParameters,
  type Configuration,
  type DrawableParameter,
} from '../../../src/core/space/searchSpace';
import type { Domain } from '../../../src/core/space/domain';
import { makeSpace } from '../space/makeSpace';

const trials = (values: readonly number[]): Configuration[] => values.map(value => new Map([['p', value]]));

describe('coverage', () => {
  it('is the share of levels tried where they are no more than the trials', () => {
    const p = parameter(numericDomain({ type: 'integer', low: 1, high: 4 }));
    assert.equal(coverage(p, trials([1, 1, 2, 2])), 0.5);
  });

  it('is else the share of as many equally likely slices', () => {
    const p = parameter(numericDomain({ type: 'float', low: 0, high: 1 }));
    assert.equal(coverage(p, trials([0.1, 0.2, 0.3, 1])), 0.75);
    assert.equal(distinctValues('p', trials([0.1, 0.1, 1])), 2);
  });

  it('counts trials by decade, the upper end with the last', () => {
    const p = parameter(numericDomain({ type: 'float', low: 0.01, high: 10, scale: 'log' }));
    assert.deepEqual(decadeCounts(p, trials([0.01, 0.09, 0.1, 1, 9, 10])), [2, 1, 3]);
  });

  it('takes configurations with the same values for duplicates', () => {
    assert.equal(countDuplicates([...trials([1, 2, 1, 1]), new Map([['q', 1]])]), 2);
  });
});

function parameter(domain: Domain | undefined): DrawableParameter {
  const [p] = drawableParameters(makeSpace({ p: domain }));
  assert.ok(p);
  return p;
}
