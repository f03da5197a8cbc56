import type { SearchSpace } from './searchSpace';

/** A space without parameters, for what is shown without one. Its format is of no account. */
export const emptySpace: SearchSpace = {
  format: 'configspace',
  dialect: 'json',
  parameters: [],
  forbidden: [],
  budget: {},
  range: { start: 0, end: 0 },
  findings: [],
};
