import type { ChartBlock } from '../../report/report';
import type { TheoryResult } from '../result';
import { closedFormChart } from './closedFormChart';
import { curveChart } from './curveChart';
import { stochasticChart } from './stochasticChart';
import { updateChart } from './updateChart';

export function chartOf(result: TheoryResult): ChartBlock {
  switch (result.kind) {
    case 'curve':
      return curveChart(result.cell, result.values);
    case 'update':
      return updateChart(result.cell, result.values);
    case 'stochastic':
      return stochasticChart(result.cell, result.values);
    case 'closed form':
      return closedFormChart(result.cell, result.values);
  }
}
