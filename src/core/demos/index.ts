import type { Demo } from './demo';
import { halving } from './halving';

/** Every demonstration, in the order they are offered. */
export const demos: readonly Demo[] = [halving];
