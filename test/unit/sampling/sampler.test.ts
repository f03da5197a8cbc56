import assert from 'node:assert/strict';
import fc from 'fast-check';
import { randomStream } from '../../../src/core/numeric/random';
import { samplers, sampleSpace, sampleUnit } from '../../../src/core/sampling/sampler';
import { categoricalDomain, constantDomain, numericDomain } from '../../../src/core/space/domains';
import { makeSpace } from '../space/makeSpace';

const optimiser = categoricalDomain([{ value: 'adam' }, { value: 'sgd' }]);
const lr = numericDomain({ type: 'float', low: 1e-5, high: 0.1, scale: 'log' });
const momentum = numericDomain({ type: 'float', low: 0, high: 1 });
const onSgd = { kind: 'in', parent: 'optimiser', values: ['sgd'] } as const;

describe('every sampler', () => {
  for (const sampler of samplers) {
    it(`${sampler}: stays in the unit cube and depends on the seed alone`, () => {
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 70 }), (dimension, count) => {
          const points = sampleUnit(sampler, dimension, count, randomStream(count));
          assert.ok(points.length >= 1 && points.length <= count);
          assert.ok(points.every(point => point.length === dimension && point.every(x => x >= 0 && x <= 1)));
          assert.deepEqual(points, sampleUnit(sampler, dimension, count, randomStream(count)));
        }),
      );
    });

    it(`${sampler}: leaves inactive parameters out and constants in, in file order`, () => {
      const space = makeSpace(
        { lr, momentum, optimiser, seed: constantDomain(1) },
        { conditions: { momentum: onSgd } },
      );
      const drawn = sampleSpace(space, sampler, 16, 3);
      assert.ok(drawn.length > 4);
      for (const configuration of drawn) {
        const expected =
          configuration.get('optimiser') === 'sgd'
            ? ['lr', 'momentum', 'optimiser', 'seed']
            : ['lr', 'optimiser', 'seed'];
        assert.deepEqual([...configuration.keys()], expected);
      }
      assert.equal(new Set(drawn.map(configuration => configuration.get('optimiser'))).size, 2);
    });

    it(`${sampler}: draws again what is forbidden`, () => {
      const space = makeSpace({ lr, optimiser }, { forbidden: [onSgd] });
      const drawn = sampleSpace(space, sampler, 32, 3);
      assert.equal(drawn.length, sampler === 'grid' ? 16 : 32);
      assert.ok(drawn.every(configuration => configuration.get('optimiser') === 'adam'));
    });

    it(`${sampler}: gives up where everything is forbidden or nothing is there`, () => {
      const forbidden = [{ kind: 'in', parent: 'optimiser', values: ['adam', 'sgd'] }] as const;
      assert.deepEqual(sampleSpace(makeSpace({ lr, optimiser }, { forbidden }), sampler, 8, 1), []);
      assert.ok(sampleSpace(makeSpace({}), sampler, 4, 1).every(configuration => configuration.size === 0));
      assert.deepEqual(sampleSpace(makeSpace({ lr }), sampler, 0, 1), []);
    });
  }

  it('the Latin hypercube fills each slice of every axis once', () => {
    const points = sampleUnit('latin-hypercube', 4, 25, randomStream(9));
    for (let axis = 0; axis < 4; axis++) {
      assert.equal(new Set(points.map(point => Math.floor((point[axis] ?? NaN) * 25))).size, 25);
    }
  });
});
