import * as l10n from '@vscode/l10n';
import { ackley } from './ackley';
import { branin } from './branin';
import { hartmann3, hartmann6 } from './hartmann';
import { learningRateValley } from './learningRateValley';
import { levy } from './levy';
import { rosenbrock } from './rosenbrock';
import { sixHumpCamel } from './sixHumpCamel';
import type { TestFunction } from './testFunction';

export interface ObjectiveChoice {
  readonly id: string;
  label(): string;
  /** In as many dimensions as are asked for, or more where it has to have more. */
  function(dimensions: number): TestFunction;
  /** How many it is usually given, where it takes any number. */
  readonly dimensions?: number;
}

/** What a demonstration can put in the place of training a model. Adding one means adding a line. */
export const objectives: readonly ObjectiveChoice[] = [
  {
    id: 'learning-rate-valley',
    label: () => l10n.t('Learning-rate valley (error 0.08 to 0.9)'),
    function: () => learningRateValley,
  },
  { id: 'branin', label: () => l10n.t('Branin (three equal minima)'), function: () => branin },
  { id: 'hartmann3', label: () => l10n.t('Hartmann 3 (slice)'), function: () => hartmann3 },
  { id: 'hartmann6', label: () => l10n.t('Hartmann 6 (slice)'), function: () => hartmann6 },
  { id: 'ackley', label: () => l10n.t('Ackley (rippled funnel)'), function: ackley, dimensions: 5 },
  { id: 'levy', label: () => l10n.t('Levy (rippled bowl)'), function: levy, dimensions: 4 },
  {
    id: 'rosenbrock',
    label: () => l10n.t('Rosenbrock (curved valley)'),
    function: dimensions => rosenbrock(Math.max(2, dimensions)),
    dimensions: 4,
  },
  { id: 'six-hump-camel', label: () => l10n.t('Six-hump camel'), function: () => sixHumpCamel },
];
