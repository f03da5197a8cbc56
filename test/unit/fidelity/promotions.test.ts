import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { promotions, promotionsByLogarithm } from '../../../src/core/fidelity/promotions';

/** [R, η, int(log(R) / log(η))] for powers of η, as Python computes it. */
const { promotions: computed } = JSON.parse(readFileSync('test/fixtures/logarithms.json', 'utf8')) as {
  readonly promotions: readonly (readonly [number, number, number])[];
};

describe('how often a resource can grow', () => {
  it('is the exponent of a power', () => {
    for (const [ratio, factor] of computed) {
      assert.equal(factor ** promotions(ratio, factor), ratio);
    }
    assert.equal(promotions(242, 3), 4);
    assert.equal(promotions(2, 3), 0);
  });

  it('is counted to an end for numbers that no schedule has', () => {
    assert.equal(promotions(Infinity, 3), 1000);
    assert.equal(promotions(27, 1 + 1e-12), 1000);
    assert.equal(promotions(27, Infinity), 0);
  });

  it('is what tools that divide logarithms compute, one short for some powers', () => {
    for (const [ratio, factor, exponent] of computed) {
      assert.equal(promotionsByLogarithm(ratio, factor), exponent, `${ratio}, ${factor}`);
    }
    const short = computed.filter(([ratio, factor, exponent]) => exponent < promotions(ratio, factor));
    assert.deepEqual(
      short.map(([ratio, factor]) => [ratio, factor]),
      [
        [243, 3],
        [59049, 3],
        [1594323, 3],
        [59049, 9],
        [1000, 10],
        [1000000, 10],
      ],
    );
  });
});
