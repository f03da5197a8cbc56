import { logImprovement } from '../../src/core/acquisition/expectedImprovement';
import { randomStream } from '../../src/core/numeric/random';
import type { Work } from '../../src/core/numeric/work';
import { ackley } from '../../src/core/objectives/ackley';
import { branin } from '../../src/core/objectives/branin';
import { hartmann6 } from '../../src/core/objectives/hartmann';
import { onUnitCube, type TestFunction } from '../../src/core/objectives/testFunction';
import { gaussianProcessSearch } from '../../src/core/search/gaussianProcess';
import { optimiser } from '../../src/core/search/optimiser';
import { numericDomain } from '../../src/core/space/domains';
import type { SearchSpace } from '../../src/core/space/searchSpace';
import { fitGaussianProcess } from '../../src/core/surrogate/fitGaussianProcess';
import { median, milliseconds, quantile, type Figure } from './figure';

/** Several blocks, so that a choice made by looking at one is seen for what it is by the others. */
const blocks = [1, 21, 41];
const seeds = 20;

/** What the best of scikit-learn, Optuna and BoTorch reach: simple regret, median of 20 seeds. */
const searches: readonly {
  readonly name: string;
  readonly objective: TestFunction;
  readonly dimensions: number;
  readonly targets: Readonly<Record<number, number>>;
}[] = [
  { name: 'Branin', objective: branin, dimensions: 2, targets: { 25: 0.017, 50: 2.6e-5, 100: 6.6e-6 } },
  { name: 'Hartmann 6', objective: hartmann6, dimensions: 6, targets: { 25: 0.53, 50: 0.0038, 100: 2.2e-4 } },
  { name: 'Ackley 5', objective: ackley(5), dimensions: 5, targets: { 50: 6.9, 100: 5.9 } },
];

/** Regret, wall time and slices of the Gaussian-process search, and the parts of it that have figures of their own. */
export function measure(): Promise<readonly Figure[]> {
  return Promise.resolve([
    ...blocks.flatMap(first => searches.flatMap(search => searchFigures(search, first))),
    ...[100, 200, 500].map(fitFigure),
    improvementFigure(),
  ]);
}

function searchFigures(
  { name: objectiveName, objective, dimensions, targets }: (typeof searches)[number],
  first: number,
): Figure[] {
  const name = `${objectiveName}, seeds ${first} to ${first + seeds - 1}`;
  const { evaluate, minimum } = onUnitCube(objective, dimensions);
  const space = cube(dimensions);
  const slices: number[] = [];
  const before = process.cpuUsage();
  const regrets = Array.from({ length: seeds }, (_, i) => {
    const search = optimiser(gaussianProcessSearch, space, first + i);
    let best = Infinity;
    return Array.from({ length: 100 }, () => {
      const proposal = timed(search.propose(), slices);
      if (proposal === undefined) throw new Error('The search ended early.');
      const loss = evaluate([...proposal.configuration.values()].map(Number));
      search.tell(proposal.id, loss);
      best = Math.min(best, loss - minimum);
      return best;
    });
  });
  const { user, system } = process.cpuUsage(before);
  const at = (trials: number): number[] => regrets.map(regret => regret[trials - 1] ?? NaN);
  const last = at(100);
  return [
    ...Object.entries(targets).map(([trials, target]) => ({
      figure: `${name}, regret after ${trials} trials, median`,
      ours: middle(at(Number(trials))).toExponential(1),
      target: `≤ ${target.toExponential(1)}`,
    })),
    {
      figure: `${name}, worst regret after 100 trials; seeds below 0.02`,
      ours: `${Math.max(...last).toExponential(1)}; ${last.filter(regret => regret < 0.02).length}`,
      ...(objectiveName === 'Hartmann 6' && { target: '≤ 1.3e-1; ≥ 18' }),
    },
    {
      figure: `${name}, 100 trials, processor time`,
      ours: milliseconds((user + system) / 1000 / seeds),
      ...(objectiveName === 'Hartmann 6' && { target: '≤ 2600 ms' }),
    },
    {
      figure: `${name}, slices, 99 % and longest`,
      ours: `${milliseconds(quantile(slices, 0.99))}, ${milliseconds(quantile(slices, 1))}`,
      target: '≤ 8 ms',
    },
  ];
}

/** Fitting the hyperparameters to n points of Hartmann 6, as in the first fit of a search. */
function fitFigure(n: number): Figure {
  const random = randomStream(`fit ${n}`);
  const points = Array.from({ length: n }, () => Array.from({ length: 6 }, () => random.uniform()));
  const values = points.map(point => hartmann6.evaluate(point));
  const times = Array.from({ length: n > 200 ? 5 : 11 }, () => {
    const before = process.cpuUsage();
    timed(
      fitGaussianProcess(points, values, { kernel: 'matern52', noise: 'fitted', randomStarts: 0 }, random),
      [],
    );
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  const targets: Readonly<Record<number, string>> = { 100: '≤ 28 ms', 200: '≤ 58 ms', 500: '≤ 1430 ms' };
  return {
    figure: `fitting a Gaussian process, 6 × ${n}`,
    ours: milliseconds(median(times)),
    target: targets[n] ?? '',
  };
}

function improvementFigure(): Figure {
  const zs = Float64Array.from({ length: 1e6 }, (_, i) => -40 + (45 * ((i * 7919) % 1e6)) / 1e6);
  const times = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage();
    let sum = 0;
    for (const z of zs) sum += logImprovement(z);
    if (!Number.isFinite(sum)) throw new Error('An improvement has no logarithm.');
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return {
    figure: '10⁶ logarithms of expected improvement',
    ours: milliseconds(median(times)),
    target: '≤ 100 ms',
  };
}

function middle(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return (
    ((sorted[Math.floor((sorted.length - 1) / 2)] ?? NaN) + (sorted[Math.floor(sorted.length / 2)] ?? NaN)) /
    2
  );
}

function timed<T>(work: Work<T>, slices: number[]): T {
  for (;;) {
    const start = performance.now();
    const step = work.next();
    slices.push(performance.now() - start);
    if (step.done === true) return step.value;
  }
}

function cube(dimensions: number): SearchSpace {
  const range = { start: 0, end: 0 };
  return {
    format: 'wandb-sweep',
    dialect: 'pyyaml',
    parameters: Array.from({ length: dimensions }, (_, i) => ({
      name: `x${i}`,
      domain: numericDomain({ type: 'float', low: 0, high: 1 }),
      declared: { notation: '', type: 'float', scale: 'linear', bounds: 'values' },
      tokens: { name: range, declaration: range },
    })),
    forbidden: [],
    budget: {},
    range,
    findings: [],
  };
}
