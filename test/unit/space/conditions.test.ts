import assert from 'node:assert/strict';
import {
  activeParameters,
  isActive,
  isForbidden,
  parentsOf,
  topologicalOrder,
} from '../../../src/core/space/conditions';
import { categoricalDomain, numericDomain } from '../../../src/core/space/domains';
import type { Condition, Configuration, RelationOperator } from '../../../src/core/space/searchSpace';
import type { Value } from '../../../src/core/text/scalars';
import { makeSpace } from './makeSpace';

const onOptimiser = (value: string): Condition => ({ kind: 'in', parent: 'optimiser', values: [value] });
const space = makeSpace(
  {
    momentum: numericDomain({ type: 'float', low: 0, high: 1 }),
    nesterov: categoricalDomain([{ value: true }, { value: false }]),
    optimiser: categoricalDomain([{ value: 'sgd' }, { value: 'adam' }]),
  },
  {
    conditions: {
      momentum: onOptimiser('sgd'),
      nesterov: { kind: 'above', parent: 'momentum', bound: 0, inclusive: false },
    },
    forbidden: [
      { kind: 'all', of: [onOptimiser('sgd'), { kind: 'in', parent: 'nesterov', values: [true] }] },
    ],
  },
);
const configuration = (entries: Record<string, Value>): Configuration => new Map(Object.entries(entries));

describe('conditions', () => {
  it('relate two parameters, numbers with numbers and texts with texts, while both are active', () => {
    const relation = (left: string, operator: RelationOperator, right: string): Condition => ({
      kind: 'relation',
      left,
      operator,
      right,
    });
    const given = configuration({ one: 1, two: 2, also: 2, a: 'a', b: 'b' });
    const holds = (left: string, right: string): RelationOperator[] =>
      (['<', '<=', '=', '>=', '>'] as const).filter(operator =>
        isActive(relation(left, operator, right), given),
      );
    assert.deepEqual(holds('one', 'two'), ['<', '<=']);
    assert.deepEqual(holds('two', 'also'), ['<=', '=', '>=']);
    assert.deepEqual(holds('b', 'a'), ['>=', '>']);
    assert.deepEqual([holds('one', 'a'), holds('one', 'absent')], [[], []]);
    assert.deepEqual(parentsOf(relation('one', '<', 'two')), ['one', 'two']);
  });

  it('hold by value: in, not in, below, above, all, any', () => {
    const given = configuration({ n: 3, list: [1, 2] });
    const holds = (condition: Condition) => isActive(condition, given);
    assert.ok(holds({ kind: 'in', parent: 'list', values: [[1, 2]] }));
    assert.ok(holds({ kind: 'notIn', parent: 'n', values: [4] }));
    assert.ok(holds({ kind: 'below', parent: 'n', bound: 3, inclusive: true }));
    assert.ok(!holds({ kind: 'below', parent: 'n', bound: 3, inclusive: false }));
    assert.ok(holds({ kind: 'above', parent: 'n', bound: 2, inclusive: false }));
    const [yes, no]: Condition[] = [
      { kind: 'in', parent: 'n', values: [3] },
      { kind: 'in', parent: 'n', values: [4] },
    ];
    assert.ok(yes && no && !holds({ kind: 'all', of: [yes, no] }) && holds({ kind: 'any', of: [yes, no] }));
  });

  it('never hold on a parameter that is itself inactive', () => {
    for (const kind of ['in', 'notIn'] as const) {
      assert.ok(!isActive({ kind, parent: 'absent', values: [1] }, configuration({})));
    }
  });

  it('decide which parameters are active and which combinations are forbidden', () => {
    const sgd = configuration({ optimiser: 'sgd', momentum: 0.5, nesterov: true });
    assert.equal(activeParameters(space, sgd).length, 3);
    assert.deepEqual(
      activeParameters(space, configuration({ optimiser: 'adam' })).map(({ name }) => name),
      ['optimiser'],
    );
    assert.ok(isForbidden(space, sgd) && !isForbidden(space, configuration({ optimiser: 'adam' })));
  });

  it('put parents before children', () => {
    assert.deepEqual(
      topologicalOrder(space).map(({ name }) => name),
      ['optimiser', 'momentum', 'nesterov'],
    );
  });

  it('leave parameters that wait for each other at the end', () => {
    const circle = makeSpace(
      { a: undefined, b: undefined, c: undefined },
      {
        conditions: {
          a: { kind: 'in', parent: 'b', values: [1] },
          b: { kind: 'in', parent: 'a', values: [1] },
        },
      },
    );
    assert.deepEqual(
      topologicalOrder(circle).map(({ name }) => name),
      ['c', 'a', 'b'],
    );
  });

  it('name the parameters they look at once', () => {
    assert.deepEqual(parentsOf({ kind: 'any', of: [onOptimiser('a'), onOptimiser('b')] }), ['optimiser']);
  });
});
