import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  balancedGrid,
  fullGrid,
  gridAxis,
  gridConfigurations,
  thinnedGrid,
} from '../../../src/core/sampling/grid';
import { gridSize } from '../../../src/core/sampling/gridSize';
import { categoricalDomain, constantDomain, numericDomain } from '../../../src/core/space/domains';
import { isForbidden, parentsOf } from '../../../src/core/space/conditions';
import type { Condition } from '../../../src/core/space/searchSpace';
import { drawable } from '../space/arbitraryDomain';
import { makeSpace } from '../space/makeSpace';

const lr = drawable(numericDomain({ type: 'float', low: 1e-5, high: 0.1, scale: 'log' }));
const layers = drawable(numericDomain({ type: 'integer', low: 1, high: 5 }));
const optimiser = categoricalDomain([{ value: 'adam' }, { value: 'sgd' }, { value: 'lion' }]);
const momentum = numericDomain({ type: 'float', low: 0, high: 1 });
const nesterov = categoricalDomain([{ value: true }, { value: false }]);
const onSgd = { kind: 'in', parent: 'optimiser', values: ['sgd'] } as const;

describe('a grid', () => {
  it('has exact ends and even steps along the scale', () => {
    const axis = gridAxis(lr, 5) as number[];
    assert.equal(axis[0], 1e-5);
    assert.equal(axis[4], 0.1);
    for (const [i, x] of axis.entries()) assert.ok(Math.abs(Math.log10(x) - (i - 5)) < 1e-12);
  });

  it('keeps both ends of what it thins out', () => {
    assert.deepEqual(gridAxis(layers, 3), [1, 3, 5]);
    assert.deepEqual(gridAxis(layers, 99), [1, 2, 3, 4, 5]);
    assert.deepEqual(gridAxis(constantDomain('x'), 3), ['x']);
  });

  it('counts and lists what nested loops over the active parameters give', () => {
    const space = makeSpace(
      { optimiser, momentum, nesterov, layers },
      {
        conditions: {
          momentum: onSgd,
          nesterov: { kind: 'above', parent: 'momentum', bound: 0.4, inclusive: true },
        },
      },
    );
    // adam and lion: 1 each; sgd: momentum 0 → 1, ½ → 2, 1 → 2. Times five layers.
    assert.equal(gridSize(space, fullGrid(space, 3)), 35n);
    const listed = [...gridConfigurations(space, fullGrid(space, 3))];
    assert.equal(listed.length, 35);
    assert.equal(new Set(listed.map(configuration => JSON.stringify([...configuration]))).size, 35);
    assert.deepEqual(
      [...(listed[0] ?? [])],
      [
        ['optimiser', 'adam'],
        ['layers', 1],
      ],
    );
  });

  it('counts a forest of conditions without listing it', () => {
    const names = Array.from({ length: 60 }, (_, i) => `p${i}`);
    const space = makeSpace(
      Object.fromEntries(
        names.flatMap(name => [
          [name, nesterov],
          [`${name}.child`, layers],
        ]),
      ),
      {
        conditions: Object.fromEntries(
          names.map(name => [`${name}.child`, { kind: 'in', parent: name, values: [true] } as const]),
        ),
      },
    );
    assert.equal(gridSize(space, fullGrid(space, 3)), 6n ** 60n);
  });

  it('that is balanced spends the trials evenly and never more', () => {
    const space = makeSpace({ lr, momentum, nesterov });
    assert.deepEqual([...balancedGrid(space, 64).values()], [6, 5, 2]);
    assert.deepEqual([...balancedGrid(space, 1).values()], [1, 1, 1]);
    assert.deepEqual([...thinnedGrid(space, 4).values()], [4, 4, 2]);
  });

  it('is endless work only for those who ask for it', () => {
    const space = makeSpace({
      a: layers,
      b: layers,
      c: numericDomain({ type: 'integer', low: 1, high: 1e15 }),
    });
    assert.equal(gridSize(space, fullGrid(space, 3)), 25n * 10n ** 15n);
    const [first] = gridConfigurations(space, thinnedGrid(space, 1000));
    assert.deepEqual(
      [...(first ?? [])],
      [
        ['a', 1],
        ['b', 1],
        ['c', 1],
      ],
    );
  });

  it('has the size that going through it gives, with conditions on several parameters and forbidden combinations', () => {
    const level = fc.integer({ min: 0, max: 4 });
    const name = fc.constantFrom('a', 'b', 'c', 'd');
    const atom: fc.Arbitrary<Condition> = fc.oneof(
      fc.record({
        kind: fc.constant('in' as const),
        parent: name,
        values: fc.array(level, { maxLength: 3 }),
      }),
      fc.record({
        kind: fc.constantFrom('above' as const, 'below' as const),
        parent: name,
        bound: level,
        inclusive: fc.boolean(),
      }),
      fc.record({
        kind: fc.constant('relation' as const),
        left: name,
        operator: fc.constantFrom('<' as const, '=' as const),
        right: name,
      }),
    );
    const condition = fc.oneof(
      atom,
      fc.record({
        kind: fc.constantFrom('all' as const, 'any' as const),
        of: fc.array(atom, { minLength: 1, maxLength: 3 }),
      }),
    );
    const four = numericDomain({ type: 'integer', low: 0, high: 4 });
    fc.assert(
      fc.property(
        fc.option(condition),
        fc.option(condition),
        fc.array(condition, { maxLength: 2 }),
        (d, e, forbidden) => {
          const space = makeSpace(
            { a: four, b: four, c: four, d: four, e: four },
            {
              conditions: {
                ...(d && !parentsOf(d).includes('d') && { d }),
                ...(e && { e }),
              },
              forbidden,
            },
          );
          const listed = [...gridConfigurations(space, fullGrid(space, 1))];
          const left = listed.filter(configuration => !isForbidden(space, configuration));
          assert.equal(gridSize(space, fullGrid(space, 1)), BigInt(left.length));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('has no size where it is infinite', () => {
    const space = makeSpace({ lr });
    assert.equal(gridSize(space, fullGrid(space, Infinity)), undefined);
  });
});
