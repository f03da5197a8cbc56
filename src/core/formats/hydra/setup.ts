import type { SearchSpace } from '../../space/searchSpace';

/** What one sweeper's part of a configuration says. */
export type Setup = Pick<SearchSpace, 'parameters' | 'objective' | 'method' | 'budget' | 'range'>;
