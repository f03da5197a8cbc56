import assert from 'node:assert/strict';
import { axesOf, positionsAlong, snapTo, valueAt, type Axis } from '../../../src/core/search/axis';
import { heldValues, withoutInactive } from '../../../src/core/search/heldValues';
import type { Domain } from '../../../src/core/space/domain';
import {
  categoricalDomain,
  constantDomain,
  numericDomain,
  ordinalDomain,
} from '../../../src/core/space/domains';
import { makeSpace, usualParameters } from '../demos/halvingSpaces';

const axis = (domain: Domain | undefined): Axis => {
  const [found] = axesOf(makeSpace({ parameters: [{ name: 'x', domain }] }));
  assert.ok(found);
  return found;
};

describe('axes of a space', () => {
  it('are its numeric parameters with more than one value, conditional ones last', () => {
    const space = makeSpace({
      parameters: [
        ...usualParameters,
        { name: 'width', domain: numericDomain({ type: 'integer', low: 8, high: 8 }) },
        { name: 'broken', domain: undefined },
      ],
    });
    assert.deepEqual(
      axesOf(space).map(({ name }) => name),
      ['lr', 'layers', 'momentum'],
    );
  });

  it('are divided evenly in their own scale, from end to end or by the centres of cells', () => {
    const lr = axis(numericDomain({ type: 'float', low: 1e-5, high: 1e-1, scale: 'log' }));
    const values = positionsAlong(lr, 5, 'ends').map(u => valueAt(lr, u));
    [1e-5, 1e-4, 1e-3, 1e-2, 1e-1].forEach((expected, i) =>
      assert.ok(Math.abs((values[i] ?? NaN) / expected - 1) < 1e-12),
    );
    assert.deepEqual(positionsAlong(lr, 4, 'centres'), [0.125, 0.375, 0.625, 0.875]);
  });

  it('have one position for each level where there are few, and each level once where there are many', () => {
    const layers = axis(numericDomain({ type: 'integer', low: 1, high: 6 }));
    assert.deepEqual(
      positionsAlong(layers, 20, 'ends').map(u => valueAt(layers, u)),
      [1, 2, 3, 4, 5, 6],
    );
    const units = axis(numericDomain({ type: 'integer', low: 1, high: 300, scale: 'log' }));
    const values = positionsAlong(units, 200, 'ends').map(u => valueAt(units, u));
    assert.deepEqual([...new Set(values)], values);
    assert.deepEqual([values[0], values.at(-1)], [1, 300]);
  });

  it('end where an unbounded prior has hardly any mass left', () => {
    const normal = axis(
      numericDomain({
        type: 'float',
        low: -Infinity,
        high: Infinity,
        prior: { kind: 'normal', mean: 3, standardDeviation: 2 },
      }),
    );
    const values = positionsAlong(normal, 9, 'ends').map(u => valueAt(normal, u));
    assert.ok(Math.abs((values[0] ?? NaN) - (3 - 2 * 2.5758293)) < 1e-6);
    assert.ok(Math.abs((values[4] ?? NaN) - 3) < 1e-12);
  });

  it('snap to the middle of the level a position belongs to', () => {
    const snap = snapTo([axis(numericDomain({ type: 'integer', low: 1, high: 4 }))]);
    assert.deepEqual(
      [0, 0.2, 0.3, 0.99, 1].map(u => snap([u])[0]),
      [0.125, 0.125, 0.375, 0.875, 0.875],
    );
  });
});

describe('held values', () => {
  it('are the median of what has an order and the first of what has none', () => {
    const space = makeSpace({
      parameters: [
        ...usualParameters,
        { name: 'size', domain: ordinalDomain([{ value: 's' }, { value: 'm' }, { value: 'l' }]) },
        { name: 'seed', domain: constantDomain(7) },
      ],
    });
    const held = heldValues(
      space,
      axesOf(space).filter(({ name }) => name === 'lr'),
    );
    assert.deepEqual(
      [...held.entries()],
      [
        ['optimizer', 'adam'],
        ['momentum', 0.495],
        ['layers', held.get('layers')],
        ['size', 'm'],
        ['seed', 7],
      ],
    );
    assert.ok(held.get('layers') === 3 || held.get('layers') === 4);
  });

  it('lose what is inactive, and with it what depends on that', () => {
    const space = makeSpace({
      parameters: [
        { name: 'optimizer', domain: categoricalDomain([{ value: 'adam' }, { value: 'sgd' }]) },
        {
          name: 'schedule',
          domain: categoricalDomain([{ value: 'cosine' }, { value: 'step' }]),
          condition: { kind: 'in', parent: 'optimizer', values: ['sgd'] },
        },
        {
          name: 'warmup',
          domain: numericDomain({ type: 'integer', low: 0, high: 10 }),
          condition: { kind: 'in', parent: 'schedule', values: ['cosine'] },
        },
      ],
    });
    assert.deepEqual([...withoutInactive(space, heldValues(space, [])).keys()], ['optimizer']);
  });
});
