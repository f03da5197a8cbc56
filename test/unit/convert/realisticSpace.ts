import { categoricalDomain, constantDomain, numericDomain } from '../../../src/core/space/domains';
import type { SearchSpace } from '../../../src/core/space/searchSpace';
import { makeSpace } from '../space/makeSpace';

const range = { start: 0, end: 0 };

/** What a team would tune of an image classifier: a log scale, a step, weights, a condition, early stopping. */
export const realisticSpace: SearchSpace = {
  ...makeSpace(
    {
      learning_rate: numericDomain({ type: 'float', low: 1e-5, high: 0.1, scale: 'log' }),
      dropout: numericDomain({ type: 'float', low: 0, high: 0.5 }),
      layers: numericDomain({ type: 'integer', low: 2, high: 8 }),
      width: numericDomain({
        type: 'integer',
        low: 32,
        high: 128,
        step: { size: 32, origin: 'low', clamp: true },
      }),
      optimizer: categoricalDomain([
        { value: 'sgd', weight: 1 },
        { value: 'adam', weight: 3 },
      ]),
      momentum: numericDomain({ type: 'float', low: 0.8, high: 0.99 }),
      noise: numericDomain({
        type: 'float',
        low: -Infinity,
        high: Infinity,
        prior: { kind: 'normal', mean: 0, standardDeviation: 0.1 },
      }),
      epochs: constantDomain(27),
    },
    { conditions: { momentum: { kind: 'in', parent: 'optimizer', values: ['sgd'] } } },
  ),
  objective: { metric: 'val/accuracy', goal: 'maximize', metricRange: range },
  method: { name: 'random', family: 'random', range },
  budget: {
    trials: { value: 60, range },
    parallelTrials: { value: 4, range },
    earlyStopping: {
      name: 'hyperband',
      family: 'hyperband',
      minResource: { value: 1, range },
      maxResource: { value: 27, range },
      reductionFactor: { value: 3, range },
      range,
    },
  },
};
