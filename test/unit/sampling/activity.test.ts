import assert from 'node:assert/strict';
import { activityOf } from '../../../src/core/sampling/activity';
import { categoricalDomain, numericDomain } from '../../../src/core/space/domains';
import type { Condition } from '../../../src/core/space/searchSpace';
import { makeSpace } from '../demos/halvingSpaces';

const optimizer = categoricalDomain([
  { value: 'sgd', weight: 1 },
  { value: 'adam', weight: 2 },
  { value: 'lion', weight: 1 },
]);
const rate = numericDomain({ type: 'float', low: 1e-4, high: 1, scale: 'log' });
const layers = numericDomain({ type: 'integer', low: 1, high: 4 });

const share = (name: string, ...conditions: Condition[]) => {
  const space = makeSpace({
    parameters: [
      { name: 'optimizer', domain: optimizer },
      { name: 'rate', domain: rate },
      {
        name: 'layers',
        domain: layers,
        condition: { kind: 'in', parent: 'optimizer', values: ['adam', 'sgd'] },
      },
      ...conditions.map((condition, i) => ({ name: `x${i}`, domain: layers, condition })),
    ],
  });
  const counting = activityOf(space);
  for (;;) {
    const step = counting.next();
    if (step.done) return step.value.get(name);
  }
};

describe('how often a parameter is active', () => {
  it('is always without a condition, and the share of its values with one', () => {
    assert.deepEqual(share('optimizer'), { share: 1, exact: true });
    assert.deepEqual(share('layers'), { share: 0.75, exact: true });
    const not: Condition = { kind: 'notIn', parent: 'optimizer', values: ['adam'] };
    assert.deepEqual(share('x0', not), { share: 0.5, exact: true });
  });

  it('multiplies along the parents', () => {
    const above: Condition = { kind: 'above', parent: 'layers', bound: 2, inclusive: false };
    assert.deepEqual(share('x0', above), { share: 0.375, exact: true });
  });

  it('goes by the scale that is drawn from', () => {
    const below: Condition = { kind: 'below', parent: 'rate', bound: 0.01, inclusive: true };
    assert.ok(Math.abs((share('x0', below)?.share ?? 0) - 0.5) < 1e-12);
  });

  it('is counted where a condition combines several', () => {
    const both: Condition = {
      kind: 'all',
      of: [
        { kind: 'in', parent: 'optimizer', values: ['adam'] },
        { kind: 'below', parent: 'rate', bound: 0.01, inclusive: true },
      ],
    };
    const counted = share('x0', both);
    assert.equal(counted?.exact, false);
    // Five standard errors of 4096 draws around a quarter.
    assert.ok(Math.abs((counted?.share ?? 0) - 0.25) < 0.034);
    const after = share('x1', both, { kind: 'in', parent: 'x0', values: [1] });
    assert.equal(after?.exact, false);
  });

  it('is never where the parent does not exist or waits in a circle', () => {
    assert.equal(share('x0', { kind: 'in', parent: 'nowhere', values: [1] })?.share, 0);
    const [a, b] = ['x1', 'x0'].map((parent): Condition => ({ kind: 'in', parent, values: [1] }));
    assert.ok(a && b);
    assert.equal(share('x0', a, b)?.share, 0);
  });
});
