import { acquisition } from './acquisition';
import type { Demo } from './demo';
import { explain } from './explain';
import { halving } from './halving';
import { leakage } from './leakage/leakage';
import { llm } from './llm/llm';
import { sampling } from './sampling';
import { theory } from './theory';

/** Every demonstration, in the order they are offered. */
export const demos: readonly Demo[] = [explain, sampling, acquisition, halving, leakage, llm, theory];
