import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { analyse } from '../../../src/core/analyse';
import { randomStream } from '../../../src/core/numeric/random';
import { noisy } from '../../../src/core/objectives/spaceObjective';
import { spaceObjectives } from '../../../src/core/objectives/spaceObjectives';
import { sampleSpace } from '../../../src/core/sampling/sampler';
import { isForbidden } from '../../../src/core/space/conditions';
import { canDraw } from '../../../src/core/space/distribution';
import { categoricalDomain, numericDomain, ordinalDomain } from '../../../src/core/space/domains';
import type { SearchSpace } from '../../../src/core/space/searchSpace';
import { makeSpace } from '../space/makeSpace';

interface Reference {
  readonly bounds: readonly (readonly [number, number])[];
  readonly points: readonly { readonly x: readonly number[]; readonly f: number }[];
}

/** 40-digit reference numbers; the file says where they come from. */
const { functions } = JSON.parse(
  readFileSync(new URL('../../fixtures/test-functions.json', import.meta.url), 'utf8'),
) as { readonly functions: Readonly<Record<string, Reference>> };

const objective = (id: string) => {
  const found = spaceObjectives.find(choice => choice.id === id);
  assert.ok(found);
  return found;
};

const box = (bounds: Reference['bounds']): SearchSpace =>
  makeSpace(
    Object.fromEntries(
      bounds.map(([low, high], i) => [`x${i}`, numericDomain({ type: 'float', low, high })]),
    ),
  );

/** Every kind of parameter, more than most functions have dimensions, and two levels of conditions. */
const everything = makeSpace(
  {
    lr: numericDomain({ type: 'float', low: 1e-5, high: 0.1, scale: 'log' }),
    layers: numericDomain({ type: 'integer', low: 1, high: 6 }),
    solver: categoricalDomain([{ value: 'adam', weight: 3 }, { value: 'sgd' }, { value: { name: 'lamb' } }]),
    momentum: numericDomain({ type: 'float', low: 0, high: 0.99 }),
    nesterov: categoricalDomain([{ value: true }, { value: false }]),
    size: ordinalDomain([{ value: 's' }, { value: 'm' }, { value: 'l' }]),
    noise: numericDomain({
      type: 'float',
      low: -Infinity,
      high: Infinity,
      prior: { kind: 'normal', mean: 0, standardDeviation: 1 },
      step: { size: 0.5, origin: 'zero', clamp: false },
    }),
    epochs: numericDomain({ type: 'integer', low: 8, high: 8 }),
  },
  {
    conditions: {
      momentum: { kind: 'in', parent: 'solver', values: ['sgd', { name: 'lamb' }] },
      nesterov: { kind: 'above', parent: 'momentum', bound: 0.2, inclusive: false },
    },
  },
);

describe('objectives on a space', () => {
  for (const [name, id] of [
    ['branin', 'branin'],
    ['hartmann3', 'hartmann3'],
    ['hartmann6', 'hartmann6'],
    ['ackley5', 'ackley'],
    ['rosenbrock4', 'rosenbrock'],
    ['levy4', 'levy'],
    ['six_hump_camel', 'six-hump-camel'],
  ] as const) {
    it(`${id} has the reference values on its own box`, () => {
      const { bounds = [], points = [] } = functions[name] ?? {};
      const { evaluate } = objective(id).on(box(bounds), randomStream(1));
      assert.ok(points.length > 0);
      for (const { x, f } of points) {
        const value = evaluate(new Map(x.map((coordinate, i) => [`x${i}`, coordinate])));
        assert.ok(Math.abs(value - f) <= 1e-12 * Math.max(1, Math.abs(f)), `${value}, ${f}`);
      }
    });
  }

  for (const { id, on, ownSpace, label } of spaceObjectives) {
    const spaces: Readonly<Record<string, SearchSpace | undefined>> = {
      'a space of every kind': everything,
      'its own space': analyse(ownSpace(), 'text', 'own.pcs', { format: 'pcs' })?.spaces[0],
      'a space of constants': makeSpace({ only: numericDomain({ type: 'integer', low: 1, high: 1 }) }),
    };
    for (const [where, space] of Object.entries(spaces)) {
      it(`${id} reaches its minimum on ${where} and is never below it`, () => {
        assert.ok(space);
        const { minimum, minimiser, evaluate } = on(space, randomStream(2));
        assert.ok(minimiser && Math.abs(evaluate(minimiser) - minimum) < 1e-9);
        for (const [name, value] of minimiser) {
          const domain = space.parameters.find(parameter => parameter.name === name)?.domain;
          assert.ok(domain && canDraw(domain, value), name);
        }
        fc.assert(
          fc.property(fc.nat(), seed => {
            const drawn = sampleSpace(space, 'random', 10, seed);
            return drawn.every(configuration => evaluate(configuration) >= minimum - 1e-9);
          }),
          { numRuns: 30 },
        );
      });
    }

    it(`${id} has a label, and different values for different configurations`, () => {
      const { evaluate } = on(everything, randomStream(3));
      const losses = sampleSpace(everything, 'random', 100, 1).map(evaluate);
      assert.ok(label().length > 0 && new Set(losses).size > 50);
    });
  }

  it('put the order that choices do not have in the hands of the seed', () => {
    const solver = makeSpace({
      solver: categoricalDomain(['a', 'b', 'c', 'd', 'e'].map(value => ({ value }))),
    });
    const best = (seed: number) =>
      objective('branin').on(solver, randomStream(seed)).minimiser?.get('solver');
    assert.ok(new Set([1, 2, 3, 4, 5, 6].map(best)).size > 1);
  });

  it('say that the minimum is out of reach where it is forbidden', () => {
    const free = objective('levy').on(everything, randomStream(1)).minimiser;
    const solver = free?.get('solver') ?? null;
    const space = { ...everything, forbidden: [{ kind: 'in', parent: 'solver', values: [solver] }] as const };
    assert.ok(free && isForbidden(space, free));
    assert.equal(objective('levy').on(space, randomStream(1)).minimiser, undefined);
  });

  it('are noisy around the value without noise, the same for the same seed', () => {
    const exact = objective('branin').on(everything, randomStream(1));
    const [configuration] = sampleSpace(everything, 'random', 1, 1);
    assert.ok(configuration);
    const draws = (seed: number): number[] => {
      const { evaluate } = noisy(exact, 0.5, randomStream(seed));
      return Array.from({ length: 2000 }, () => evaluate(configuration) - exact.evaluate(configuration));
    };
    const errors = draws(1);
    assert.deepEqual(draws(1), errors);
    const mean = errors.reduce((sum, error) => sum + error, 0) / 2000;
    const deviation = Math.sqrt(errors.reduce((sum, error) => sum + (error - mean) ** 2, 0) / 1999);
    assert.ok(Math.abs(mean) < 0.04 && Math.abs(deviation - 0.5) < 0.03, `${mean}, ${deviation}`);
  });

  it('give each branch of the conditional valley an optimum of its own', () => {
    const space = makeSpace({
      solver: categoricalDomain([{ value: 'a' }, { value: 'b' }]),
      x: numericDomain({ type: 'float', low: 0, high: 1 }),
    });
    const { evaluate } = objective('conditional-valley').on(space, randomStream(5));
    const lowest = (solver: string): number => {
      const places = Array.from({ length: 1001 }, (_, i) => i / 1000);
      const at = (x: number): number =>
        evaluate(
          new Map<string, string | number>([
            ['solver', solver],
            ['x', x],
          ]),
        );
      return places.reduce((best, x) => (at(x) < at(best) ? x : best));
    };
    assert.ok(Math.abs(lowest('a') - lowest('b')) > 0.01);
  });
});
