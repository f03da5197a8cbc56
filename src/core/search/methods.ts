import type { SearchMethod } from './method';
import { randomSearch } from './randomSearch';

/** What can search a space, set up for a budget of so many trials. Adding one means adding a line. */
export function searchMethods(_trials: number): readonly SearchMethod[] {
  return [randomSearch];
}
