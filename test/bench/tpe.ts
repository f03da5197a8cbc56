import { branin } from '../../src/core/objectives/branin';
import { hartmann6 } from '../../src/core/objectives/hartmann';
import type { TestFunction } from '../../src/core/objectives/testFunction';
import { optimiser } from '../../src/core/search/optimiser';
import type * as treeParzenModule from '../../src/core/search/treeParzenSearch';
import { treeParzenSearch } from '../../src/core/search/treeParzenSearch';
import { categoricalDomain, numericDomain } from '../../src/core/space/domains';
import { makeSpace } from '../unit/space/makeSpace';
import { bundled } from './bundled';
import type { Figure } from './figure';

const seeds = 20;
const budgets = [25, 50, 100, 200];

/** The regret of tree-structured Parzen estimators after some trials, and what a trial costs when there are many. */
export function measure(): Promise<readonly Figure[]> {
  return Promise.resolve([
    {
      figure: `TPE, Hartmann6, regret at ${budgets.join(' / ')}, median of ${seeds} seeds`,
      ours: regrets(hartmann6),
      target: '0.92 / 0.36 / 0.099 / 0.032 (Optuna 5.0rc1)',
    },
    {
      figure: `TPE, Branin, regret at ${budgets.join(' / ')}, median of ${seeds} seeds`,
      ours: regrets(branin),
      target: '0.53 / 0.14 / 0.029 / 0.0033 (Optuna 5.0rc1)',
    },
    {
      figure: 'TPE, ask and tell at 1,000 trials of 10 mixed parameters, processor time',
      ours: `${timePerTrial().toFixed(2)} ms`,
      target: '≤ 2 ms (Optuna 4.9: 72 ms, multivariate 33 ms)',
    },
  ]);
}

function regrets({ bounds, evaluate, minimum }: TestFunction): string {
  const space = makeSpace(
    Object.fromEntries(
      bounds.map(([low, high], i) => [`x${i}`, numericDomain({ type: 'float', low, high })]),
    ),
  );
  const bySeed = Array.from({ length: seeds }, (_, seed) => {
    const search = optimiser(treeParzenSearch(), space, seed + 1);
    let best = Infinity;
    const path: number[] = [];
    while (path.length < Math.max(...budgets)) {
      const suggestion = search.ask();
      if (!suggestion) break;
      const loss = evaluate([...suggestion.configuration.values()].map(Number));
      search.tell(suggestion.id, loss);
      best = Math.min(best, loss - minimum);
      path.push(best);
    }
    return path;
  });
  return budgets
    .map(trials => median(bySeed.map(path => path[trials - 1] ?? NaN)).toPrecision(2))
    .join(' / ');
}

/** As NumPy has it, of an even number the mean of the two in the middle: the figures it is held against are. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [below, above] = [Math.floor, Math.ceil].map(round => sorted[round((sorted.length - 1) / 2)]);
  return ((below ?? NaN) + (above ?? NaN)) / 2;
}

/** In ms, of the trials after the first 1,000, the median of nine times twenty; processor time, because a busy machine makes a run look slow. */
function timePerTrial(): number {
  const space = makeSpace({
    learning_rate: numericDomain({ type: 'float', low: 1e-5, high: 1, scale: 'log' }),
    weight_decay: numericDomain({ type: 'float', low: 1e-6, high: 0.1, scale: 'log' }),
    dropout: numericDomain({ type: 'float', low: 0, high: 0.7 }),
    momentum: numericDomain({ type: 'float', low: 0, high: 0.99 }),
    layers: numericDomain({ type: 'integer', low: 1, high: 8 }),
    units: numericDomain({ type: 'integer', low: 16, high: 2048, scale: 'log' }),
    warm_up: numericDomain({ type: 'integer', low: 0, high: 1000 }),
    solver: categoricalDomain(['adam', 'sgd', 'lamb', 'lion'].map(value => ({ value }))),
    activation: categoricalDomain(['relu', 'gelu', 'silu'].map(value => ({ value }))),
    nesterov: categoricalDomain([{ value: true }, { value: false }]),
  });
  const { treeParzenSearch } = bundled<typeof treeParzenModule>('core/search/treeParzenSearch.ts');
  const search = optimiser(treeParzenSearch(), space, 1);
  const run = (trials: number): void => {
    for (let i = 0; i < trials; i++) {
      const { id = -1, configuration } = search.ask() ?? {};
      const values = [...(configuration?.values() ?? [])];
      search.tell(
        id,
        values.reduce<number>((sum, value) => sum + Math.abs(Number(value) || 0.3), 0),
      );
    }
  };
  run(1000);
  const blocks = Array.from({ length: 9 }, () => {
    const usage = process.cpuUsage();
    run(20);
    const { user, system } = process.cpuUsage(usage);
    return (user + system) / 1000 / 20;
  });
  return median(blocks);
}
