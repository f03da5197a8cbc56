import type { Configuration } from '../space/searchSpace';
import { valueKey } from '../space/values';

/** How many configurations repeat an earlier one. */
export function countDuplicates(configurations: readonly Configuration[]): number {
  return configurations.length - new Set(configurations.map(configurationKey)).size;
}

/** Text that two configurations share exactly when they have the same values. */
export function configurationKey(configuration: Configuration): string {
  return [...configuration].map(([name, value]) => `${JSON.stringify(name)}=${valueKey(value)}`).join();
}
