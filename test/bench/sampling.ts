import { randomStream } from '../../src/core/numeric/random';
import { finish } from '../../src/core/numeric/work';
import { sampleColumns } from '../../src/core/sampling/sampleColumns';
import { sobolSource } from '../../src/core/sampling/sobol';
import { categoricalDomain, numericDomain } from '../../src/core/space/domains';
import { runCell } from '../../src/core/theory/result';
import { theoryCells } from '../../src/core/theory/cells';
import { makeSpace } from '../unit/space/makeSpace';
import { median, milliseconds, type Figure } from './figure';

const log = (low: number, high: number) => numericDomain({ type: 'float', low, high, scale: 'log' });
const mixed = makeSpace({
  learning_rate: log(1e-5, 0.1),
  weight_decay: log(1e-6, 1e-2),
  momentum: numericDomain({ type: 'float', low: 0, high: 0.99 }),
  dropout: numericDomain({
    type: 'float',
    low: 0,
    high: 0.5,
    step: { size: 0.05, origin: 'low', clamp: true },
  }),
  layers: numericDomain({ type: 'integer', low: 1, high: 8 }),
  units: numericDomain({ type: 'integer', low: 16, high: 1024, scale: 'log' }),
  optimiser: categoricalDomain([{ value: 'adam', weight: 2 }, { value: 'sgd' }, { value: 'lion' }]),
  activation: categoricalDomain(['relu', 'gelu', 'tanh', 'silu'].map(value => ({ value }))),
  initial_scale: numericDomain({
    type: 'float',
    low: -Infinity,
    high: Infinity,
    scale: 'log',
    prior: { kind: 'normal', mean: 0, standardDeviation: 1 },
  }),
  nesterov: categoricalDomain([{ value: true }, { value: false }]),
});

/** Drawing many points and configurations, in processor time, and the theory notebook. */
export function measure(): Promise<readonly Figure[]> {
  const sobol = processorTimes(9, seed => {
    const rows = new Float64Array(20 * 2 ** 16);
    sobolSource(20, randomStream(seed))(rows, 2 ** 16);
  });
  const columns = processorTimes(5, seed => finish(sampleColumns(mixed, 'random', 1e6, randomStream(seed))));
  const cells = processorTimes(5, () => theoryCells.map(runCell));
  return Promise.resolve([
    {
      figure: 'Sobol 2¹⁶ × 20, scrambled, median',
      ours: milliseconds(median(sobol)),
      target: '≤ 20 ms (SciPy 6.3 ms, torch 19 ms)',
    },
    {
      figure: '10⁶ configurations of 10 mixed parameters, median',
      ours: milliseconds(median(columns)),
      target: '≤ 650 ms (NumPy 65 ms, ConfigSpace 41 s)',
    },
    { figure: 'all 24 theory cells, first time', ours: milliseconds(cells[0] ?? NaN), target: '≤ 500 ms' },
  ]);
}

function processorTimes(repetitions: number, work: (seed: number) => unknown): number[] {
  return Array.from({ length: repetitions }, (_, seed) => {
    const before = process.cpuUsage();
    work(seed);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
}
