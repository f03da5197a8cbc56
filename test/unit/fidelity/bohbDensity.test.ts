import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { bohbDensity } from '../../../src/core/fidelity/bohbDensity';
import { bohbSplit } from '../../../src/core/fidelity/bohbModel';
import { randomStream } from '../../../src/core/numeric/random';
import type { Domain } from '../../../src/core/space/domain';
import { categoricalDomain, numericDomain } from '../../../src/core/space/domains';
import { parzenAxis } from '../../../src/core/surrogate/parzenAxis';
import { makeSpace } from '../demos/halvingSpaces';

/** Where each number comes from stands in the file. */
const oracle = JSON.parse(
  readFileSync(new URL('../../fixtures/oracles/bohb.json', import.meta.url), 'utf8'),
) as {
  readonly cases: readonly {
    /** c for a number in the unit interval, u for one of three choices. */
    readonly var_type: string;
    readonly data: readonly (readonly number[])[];
    readonly queries: readonly (readonly number[])[];
    readonly bandwidths: readonly number[];
    readonly pdf: readonly number[];
  }[];
  /** Parameters, results, good, bad before there are no more, whether there is a model. */
  readonly split: readonly (readonly [number, number, number, number, boolean])[];
};

const unit = numericDomain({ type: 'float', low: 0, high: 1 });
const three = categoricalDomain([{ value: 'a' }, { value: 'b' }, { value: 'c' }]);

function axesOf(domains: readonly (Domain | undefined)[]) {
  const { parameters } = makeSpace({
    parameters: domains.map((domain, i) => ({ name: `p${i}`, domain })),
  });
  return parameters.map(parameter => {
    const { domain } = parameter;
    return (domain && parzenAxis({ ...parameter, domain })) ?? assert.fail();
  });
}

const close = (actual: number, expected: number, tolerance = 1e-12): void =>
  assert.ok(Math.abs(actual - expected) <= tolerance * Math.abs(expected), `${actual} is not ${expected}`);

describe('the density of BOHB', () => {
  for (const { var_type: kinds, data, queries, bandwidths, pdf } of oracle.cases) {
    it(`has the bandwidths and values of statsmodels for ${data.length} trials of kinds ${kinds}`, () => {
      const axes = axesOf([...kinds].map(kind => (kind === 'c' ? unit : three)));
      const rows = data.map(row => Float64Array.from(row));
      const density = bohbDensity(axes, rows, 1e-3);
      bandwidths.forEach((width, d) => close(density.bandwidths[d] ?? NaN, width));
      queries.forEach((query, i) =>
        close(density.at(Float64Array.from(query)), pdf[i] ?? NaN, pdf[i] === 0 ? 0 : 1e-10),
      );
    });
  }

  it('never gets narrower than its floor, and knows nothing of the width of a single trial', () => {
    const axes = axesOf([unit]);
    const at = (...positions: number[]) =>
      bohbDensity(
        axes,
        positions.map(position => Float64Array.of(position)),
        1e-3,
      ).bandwidths[0];
    assert.equal(at(0.4, 0.4, 0.4), 1e-3);
    close(at(0.4) ?? NaN, 1.06 / Math.sqrt(12));
  });

  it('spreads evenly over many choices at the most, and sums to one over them', () => {
    const many = categoricalDomain(Array.from({ length: 12 }, (_, value) => ({ value })));
    const axes = axesOf([many]);
    fc.assert(
      fc.property(fc.array(fc.nat(11), { minLength: 1, maxLength: 30 }), positions => {
        const density = bohbDensity(
          axes,
          positions.map(position => Float64Array.of(position)),
          1e-3,
        );
        const masses = Array.from({ length: 12 }, (_, k) => density.at(Float64Array.of(k)));
        assert.ok(masses.every(mass => mass >= 0));
        close(
          masses.reduce((sum, mass) => sum + mass, 0),
          1,
        );
      }),
    );
  });

  it('falls back on the prior where a trial does not have the parameter', () => {
    const axes = axesOf([unit, three]);
    const without = bohbDensity(axes, [Float64Array.of(0.3, NaN), Float64Array.of(0.5, NaN)], 1e-3);
    const at = without.at(Float64Array.of(0.4, 1));
    close(at, without.marginal(0, 0.4) / 3);
    close(without.at(Float64Array.of(0.4, NaN)), without.marginal(0, 0.4));
  });

  it('draws within the range, and near the trial', () => {
    const axes = axesOf([unit]);
    const density = bohbDensity(
      axes,
      [0.02, 0.03, 0.05].map(x => Float64Array.of(x)),
      1e-3,
    );
    const random = randomStream(1);
    const drawn = Array.from({ length: 500 }, () =>
      density.drawNear(density.rows[0] ?? assert.fail(), 0, 3, random),
    );
    assert.ok(drawn.every(x => x >= 0 && x < 0.2));
  });
});

describe('the split of BOHB', () => {
  it('is that of HpBandSter, with a model only where both sides exceed the parameters', () => {
    for (const [parameters, n, good, bad, isModel] of oracle.split) {
      const split = bohbSplit(n, parameters);
      assert.equal(split !== undefined, isModel, `${parameters} parameters, ${n} results`);
      if (split) assert.deepEqual(split, { good, bad: Math.min(bad, n - good) });
    }
  });

  it('waits for as many results as asked for', () => {
    assert.equal(bohbSplit(39, 2, { minPointsInModel: 20 })?.bad, 19);
    assert.equal(bohbSplit(19, 2, { minPointsInModel: 20 }), undefined);
    assert.deepEqual(bohbSplit(200, 2, { minPointsInModel: 20, goodPercentage: 50 }), {
      good: 100,
      bad: 100,
    });
  });
});
