import { braninCurrin, dtlz2, zdt } from '../../src/core/objectives/multiTestFunctions';
import { randomStream } from '../../src/core/numeric/random';
import { hypervolume } from '../../src/core/pareto/hypervolume';
import { hypervolumeSearch } from '../../src/core/pareto/hypervolumeSearch';
import type { MultiObjectiveMethod } from '../../src/core/pareto/multiObjectiveMethod';
import { nonDominatedRanks } from '../../src/core/pareto/nonDominatedSort';
import { nsga2 } from '../../src/core/pareto/nsga2';
import { parEgo } from '../../src/core/pareto/parEgo';
import { lossesOn } from '../unit/pareto/runSearch';
import { median, milliseconds, quantile, type Figure } from './figure';

const random = randomStream('pareto bench');

/** Uniform in the cube. */
function cloud(count: number, objectives: number): number[][] {
  return Array.from({ length: count }, () => Array.from({ length: objectives }, random.uniform));
}

/** On the unit sphere, so that none dominates another. */
function sphere(count: number, objectives: number): number[][] {
  return Array.from({ length: count }, () => {
    const direction = Array.from({ length: objectives }, () => Math.abs(random.normal()));
    const length = Math.hypot(...direction);
    return direction.map(x => x / length);
  });
}

/** Processor time, which a busy machine does not stretch. */
function timed(work: () => unknown): string {
  for (let i = 0; i < 5; i++) work();
  const runs = 11;
  const before = process.cpuUsage();
  for (let i = 0; i < runs; i++) work();
  const { user, system } = process.cpuUsage(before);
  return milliseconds((user + system) / 1000 / runs);
}

function volumeTime(points: readonly number[][]): string {
  const reference = (points[0] ?? []).map(() => 1.1);
  return timed(() => hypervolume(points, reference));
}

const seeds = Array.from({ length: 11 }, (_, i) => i + 1);

/** Median and quartiles of the hypervolume over seeds. */
function efficiency(problem: typeof braninCurrin, method: MultiObjectiveMethod, trials: number): string {
  const volumes = seeds.map(seed => hypervolume(lossesOn(problem, method, trials, seed), problem.reference));
  const shown = [median(volumes), quantile(volumes, 0.25), quantile(volumes, 0.75)].map(x =>
    x.toPrecision(3),
  );
  return `${shown[0]} (${shown[1]} to ${shown[2]})`;
}

/** Sorting, hypervolumes, and how much of the front searches dominate after so many trials. */
export function measure(): Promise<readonly Figure[]> {
  const sorting = (points: readonly number[][]): string => timed(() => nonDominatedRanks(points));
  const problems = [
    { name: 'Branin–Currin', problem: braninCurrin, gp: '57.0', ga: '33.6' },
    { name: 'ZDT1, 6 parameters', problem: zdt(1, 6), gp: '0.788', ga: '0.024' },
    { name: 'DTLZ2, 3 objectives', problem: dtlz2(3, 6), gp: '0.267, TPE 0.370', ga: '0.443' },
  ];
  return Promise.resolve([
    {
      figure: 'sorting 10,000 points, 2 objectives',
      ours: sorting(cloud(10_000, 2)),
      target: '≤ 30 ms (Optuna 29)',
    },
    {
      figure: 'sorting 10,000 points, 3 objectives',
      ours: sorting(cloud(10_000, 3)),
      target: '≤ 250 ms (Optuna 558, moocore 24)',
    },
    {
      figure: 'sorting 10,000 points of one front, 3 objectives',
      ours: sorting(sphere(10_000, 3)),
      target: '≤ 250 ms',
    },
    { figure: 'hypervolume 2-D, 1,000 points', ours: volumeTime(sphere(1000, 2)) },
    {
      figure: 'hypervolume 3-D, 1,000 points',
      ours: volumeTime(sphere(1000, 3)),
      target: '≤ 5 ms (Optuna 16, pagmo 0.2)',
    },
    {
      figure: 'hypervolume 4-D, 200 points',
      ours: volumeTime(sphere(200, 4)),
      target: '≤ 50 ms (Optuna 241, pagmo 1.9)',
    },
    {
      figure: 'hypervolume 5-D, 100 points',
      ours: volumeTime(sphere(100, 5)),
      target: 'Optuna 825, pagmo 2.6',
    },
    { figure: 'hypervolume 6-D, 100 points', ours: volumeTime(sphere(100, 6)) },
    ...problems.flatMap(({ name, problem, gp, ga }) => [
      {
        figure: `${name}: EHVI, 50 trials`,
        ours: efficiency(problem, hypervolumeSearch(), 50),
        target: `≥ Optuna GP log-EHVI ${gp}`,
      },
      {
        figure: `${name}: EHVI told the reference, 50 trials`,
        ours: efficiency(problem, hypervolumeSearch(problem.reference), 50),
      },
      { figure: `${name}: ParEGO, 50 trials`, ours: efficiency(problem, parEgo, 50) },
      {
        figure: `${name}: NSGA-II, 200 trials`,
        ours: efficiency(problem, nsga2(), 200),
        target: `≥ Optuna NSGA-II ${ga}`,
      },
    ]),
  ]);
}
