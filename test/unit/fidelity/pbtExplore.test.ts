import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sampled } from '../../../src/core/fidelity/configurationSources';
import { explore, perturbed } from '../../../src/core/fidelity/pbtExplore';
import { randomStream } from '../../../src/core/numeric/random';
import { finish } from '../../../src/core/numeric/work';
import { isActive } from '../../../src/core/space/conditions';
import { canDraw } from '../../../src/core/space/distribution';
import { categoricalDomain, numericDomain, ordinalDomain } from '../../../src/core/space/domains';
import { makeSpace } from '../demos/halvingSpaces';

const made = <T>(domain: T | undefined): T => domain ?? assert.fail();

describe('exploring', () => {
  it('multiplies numbers, within their bounds', () => {
    const rate = made(numericDomain({ type: 'float', low: 1e-5, high: 0.1, scale: 'log' }));
    assert.ok(Math.abs(Number(perturbed(rate, 0.01, 1.2)) - 0.012) < 1e-15);
    assert.equal(perturbed(rate, 0.09, 1.2), 0.1);
    assert.equal(perturbed(rate, 1.1e-5, 0.8), 1e-5);
  });

  it('moves a level by one at least', () => {
    const layers = made(numericDomain({ type: 'integer', low: 1, high: 6 }));
    assert.deepEqual(
      [1, 2, 6].map(value => [perturbed(layers, value, 0.8), perturbed(layers, value, 1.2)]),
      [
        [1, 2],
        [1, 3],
        [5, 6],
      ],
    );
    const below = made(numericDomain({ type: 'integer', low: -6, high: 0 }));
    assert.equal(perturbed(below, -1, 1.2), -2);
  });

  it('moves ordered choices to a neighbour and leaves others alone', () => {
    const choices = [{ value: 16 }, { value: 32 }, { value: 64 }];
    assert.equal(perturbed(made(ordinalDomain(choices)), 32, 1.2), 64);
    assert.equal(perturbed(made(ordinalDomain(choices)), 16, 0.8), 16);
    assert.equal(perturbed(made(categoricalDomain(choices)), 32, 1.2), 32);
  });

  it('stays in the space, branch by branch, and clear of what is forbidden', () => {
    const forbidden = { kind: 'in' as const, parent: 'layers', values: [2, 3] };
    const space = { ...makeSpace(), forbidden: [forbidden] };
    fc.assert(
      fc.property(fc.nat(1000), seed => {
        const draw = sampled(space, 'random', seed);
        let configuration = finish(draw(0, [])) ?? assert.fail();
        for (let step = 0; step < 20; step++) {
          configuration = explore(space, configuration, randomStream(`${seed}/${step}`));
          assert.ok(!isActive(forbidden, configuration));
          for (const { name, domain, condition } of space.parameters) {
            const value = configuration.get(name);
            assert.equal(value !== undefined, !condition || isActive(condition, configuration));
            if (value !== undefined && domain) assert.ok(canDraw(domain, value));
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});
