import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MultiObjectiveFunction } from '../../../src/core/objectives/multiObjective';
import { braninCurrin, dtlz1, dtlz2, zdt } from '../../../src/core/objectives/multiTestFunctions';
import { hypervolume } from '../../../src/core/pareto/hypervolume';

const oracle = JSON.parse(
  readFileSync(join(__dirname, '../../fixtures/oracles/multiObjective.json'), 'utf8'),
) as Record<'branin_currin' | 'zdt1_d6' | 'dtlz2_m3_d6', { values: { x: number[]; f: number[] }[] }>;

const cases: readonly [string, MultiObjectiveFunction, keyof typeof oracle][] = [
  ['Branin–Currin', braninCurrin, 'branin_currin'],
  ['ZDT1', zdt(1, 6), 'zdt1_d6'],
  ['DTLZ2', dtlz2(3, 6), 'dtlz2_m3_d6'],
];

/** The hypervolume of many points of a front whose members are where all but the first coordinates are given. */
function frontVolume(problem: MultiObjectiveFunction, free: number, rest: number, steps: number): number {
  const levels = Array.from({ length: steps + 1 }, (_, i) => i / steps);
  const heads = Array.from({ length: free }).reduce<number[][]>(
    heads => heads.flatMap(head => levels.map(level => [...head, level])),
    [[]],
  );
  const points = heads.map(head =>
    problem.evaluate([...head, ...new Array<number>(problem.dimensions - free).fill(rest)]),
  );
  return hypervolume(points, problem.reference);
}

describe('test functions of several objectives', () => {
  for (const [name, problem, key] of cases) {
    it(`${name} has the reference's values`, () => {
      for (const { x, f } of oracle[key].values) {
        problem.evaluate(x).forEach((value, j) => {
          assert.ok(Math.abs(value - (f[j] as number)) <= 1e-12 * Math.max(1, Math.abs(value)));
        });
      }
    });
  }

  const fronts: readonly [string, MultiObjectiveFunction, number, number][] = [
    ['ZDT1', zdt(1, 5), 1, 0],
    ['ZDT2', zdt(2, 5), 1, 0],
    ['ZDT3', zdt(3, 5), 1, 0],
    ['DTLZ1', dtlz1(2, 5), 1, 0.5],
    ['DTLZ2', dtlz2(2, 5), 1, 0.5],
  ];
  for (const [name, problem, free, rest] of fronts) {
    it(`${name} has the stated hypervolume along its front, and no more`, () => {
      const reached = frontVolume(problem, free, rest, 4000);
      assert.ok(reached <= problem.frontHypervolume + 1e-9);
      assert.ok(problem.frontHypervolume - reached < 2e-3);
    });
  }

  it('with three objectives have the stated hypervolume along their front too', () => {
    for (const problem of [dtlz1(3, 5), dtlz2(3, 5)]) {
      const reached = frontVolume(problem, 2, 0.5, 60);
      assert.ok(reached <= problem.frontHypervolume + 1e-9);
      assert.ok(problem.frontHypervolume - reached < 0.02);
    }
  });

  it('Branin–Currin comes close to the stated hypervolume on a fine grid', () => {
    const levels = Array.from({ length: 301 }, (_, i) => i / 300);
    const points = levels.flatMap(x => levels.map(y => braninCurrin.evaluate([x, y])));
    const reached = hypervolume(points, braninCurrin.reference);
    assert.ok(reached < braninCurrin.frontHypervolume && reached > 0.98 * braninCurrin.frontHypervolume);
  });
});
