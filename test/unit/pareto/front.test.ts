import assert from 'node:assert/strict';
import { attainmentSurface } from '../../../src/core/pareto/attainment';
import { crowdingDistances } from '../../../src/core/pareto/crowdingDistance';
import { kneePoint } from '../../../src/core/pareto/kneePoint';
import { oracle } from './oracle';

describe('crowding distance', () => {
  for (const [i, { points, distances }] of oracle.crowding.entries()) {
    it(`is the reference's, case ${i + 1}`, () => {
      crowdingDistances(points).forEach((distance, k) => {
        const expected = Number(distances[k]);
        assert.ok(distance === expected || Math.abs(distance - expected) <= 1e-14);
      });
    });
  }

  it('adds nothing for an objective in which all are equal', () => {
    assert.deepEqual(
      [
        ...crowdingDistances([
          [0, 1],
          [1, 1],
          [4, 1],
          [5, 1],
        ]),
      ],
      [Infinity, 0.8, 0.8, Infinity],
    );
    assert.deepEqual([...crowdingDistances([])], []);
  });
});

describe('knee point', () => {
  it('lies farthest below the line through the ends, whatever the units', () => {
    const front = [
      [0, 100],
      [0.1, 60],
      [0.3, 20],
      [0.6, 10],
      [1, 0],
    ];
    assert.equal(kneePoint(front), 2);
    assert.equal(kneePoint(front.map(([a = 0, b = 0]) => [1000 * a + 7, b / 1000])), 2);
  });

  it('is the only point of a front of one, and none of an empty one', () => {
    assert.equal(kneePoint([[3, 4]]), 0);
    assert.equal(kneePoint([]), undefined);
  });
});

describe('attainment surface', () => {
  const runs = [
    [
      [1, 3],
      [3, 1],
    ],
    [[2, 2]],
    [[3, 3]],
  ];

  it('of one run is the front of everything found', () => {
    assert.deepEqual(attainmentSurface(runs, 1), [
      { first: 1, second: 3 },
      { first: 2, second: 2 },
      { first: 3, second: 1 },
    ]);
  });

  it('of more runs is what that many reached', () => {
    assert.deepEqual(attainmentSurface(runs, 2), [
      { first: 2, second: 3 },
      { first: 3, second: 2 },
    ]);
    assert.deepEqual(attainmentSurface(runs, 3), [{ first: 3, second: 3 }]);
    assert.deepEqual(attainmentSurface(runs, 4), []);
  });
});
