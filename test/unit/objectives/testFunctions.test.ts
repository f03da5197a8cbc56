import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { ackley } from '../../../src/core/objectives/ackley';
import { branin } from '../../../src/core/objectives/branin';
import { hartmann3, hartmann6 } from '../../../src/core/objectives/hartmann';
import { learningRateValley } from '../../../src/core/objectives/learningRateValley';
import { levy } from '../../../src/core/objectives/levy';
import { objectives } from '../../../src/core/objectives/objectives';
import { rosenbrock } from '../../../src/core/objectives/rosenbrock';
import { sixHumpCamel } from '../../../src/core/objectives/sixHumpCamel';
import type { TestFunction } from '../../../src/core/objectives/testFunction';
import { onUnitCube } from '../../../src/core/objectives/testFunction';

interface Reference {
  readonly bounds: readonly (readonly [number, number])[];
  readonly minima: readonly { readonly x: readonly number[]; readonly f: number }[];
  readonly points: readonly { readonly x: readonly number[]; readonly f: number }[];
}

/** 40-digit reference numbers; the file says where they come from. */
const { functions } = JSON.parse(
  readFileSync(new URL('../../fixtures/test-functions.json', import.meta.url), 'utf8'),
) as { readonly functions: Readonly<Record<string, Reference>> };

const ours: Readonly<Record<string, TestFunction>> = {
  branin,
  hartmann3,
  hartmann6,
  ackley2: ackley(2),
  ackley5: ackley(5),
  rosenbrock2: rosenbrock(2),
  rosenbrock4: rosenbrock(4),
  levy2: levy(2),
  levy4: levy(4),
  six_hump_camel: sixHumpCamel,
};

describe('test functions', () => {
  for (const [name, reference] of Object.entries(functions)) {
    it(`has the reference values, bounds and minimum of ${name}`, () => {
      const f = ours[name];
      assert.ok(f);
      assert.deepEqual(f.bounds, reference.bounds);
      for (const { x, f: expected } of [...reference.points, ...reference.minima]) {
        assert.ok(Math.abs(f.evaluate(x) - expected) <= 1e-14 * Math.max(1, Math.abs(expected)) + 1e-14);
      }
      assert.ok(Math.abs(f.minimum - (reference.minima[0]?.f ?? NaN)) <= 1e-15);
      assert.ok(Math.abs(f.evaluate(f.minimiser) - f.minimum) <= 1e-14);
    });
  }
});

describe('objectives on the unit cube', () => {
  const coordinate = fc.double({ min: 0, max: 1, noNaN: true });
  for (const { id, function: make } of objectives) {
    it(`${id} is finite in one and two dimensions, never below its minimum, and reaches it where it says`, () => {
      for (const dimensions of [1, 2]) {
        const objective = onUnitCube(make(dimensions), dimensions);
        assert.equal(objective.minimiser.length, dimensions);
        assert.ok(objective.minimiser.every(u => u >= 0 && u <= 1));
        assert.ok(Math.abs(objective.evaluate(objective.minimiser) - objective.minimum) < 1e-12);
        fc.assert(
          fc.property(fc.array(coordinate, { minLength: dimensions, maxLength: dimensions }), point => {
            assert.ok(objective.evaluate(point) >= objective.minimum - 1e-12);
          }),
          { seed: 1 },
        );
      }
    });
  }

  it('the learning-rate valley stays between 0.08 and 0.9 and forgives a low learning rate more than a high one', () => {
    const at = (x: number, y: number): number => learningRateValley.evaluate([x, y]);
    fc.assert(
      fc.property(coordinate, coordinate, (x, y) => at(x, y) >= 0.08 && at(x, y) <= 0.9),
      { seed: 1 },
    );
    assert.ok(at(0.55 - 0.15, 0.4) < at(0.55 + 0.15, 0.4));
  });
});
