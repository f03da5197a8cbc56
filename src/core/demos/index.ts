import { acquisition } from './acquisition';
import { asha } from './asha/asha';
import { bohb } from './bohb/bohb';
import { conditional } from './conditional/conditional';
import type { Demo } from './demo';
import { explain } from './explain';
import { halving } from './halving';
import { hyperband } from './hyperband/hyperband';
import { leakage } from './leakage/leakage';
import { llm } from './llm/llm';
import { nestedValidation } from './nestedValidation/nestedValidation';
import { multiObjective } from './pareto/multiObjective';
import { pbt } from './pbt/pbt';
import { pareto } from './pareto/pareto';
import { sampling } from './sampling';
import { search } from './search/search';
import { theory } from './theory';

/** Every demonstration, in the order they are offered. */
export const demos: readonly Demo[] = [
  explain,
  sampling,
  search,
  acquisition,
  halving,
  hyperband,
  asha,
  bohb,
  pbt,
  multiObjective,
  pareto,
  leakage,
  nestedValidation,
  conditional,
  llm,
  theory,
];
