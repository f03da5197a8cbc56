import { gaussianProcessSearch } from './gaussianProcess';
import { gridSearch } from './gridSearch';
import type { SearchMethod } from './method';
import { quasiRandomSearch } from './quasiRandomSearch';
import { randomSearch } from './randomSearch';
import { treeParzenSearch } from './treeParzenSearch';

/** What can search a space, set up for a budget of so many trials. Adding one means adding a line. */
export function searchMethods(trials: number): readonly SearchMethod[] {
  return [randomSearch, gridSearch(trials), quasiRandomSearch, gaussianProcessSearch, treeParzenSearch()];
}
