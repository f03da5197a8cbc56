import { decadeShares, levelCount, toUnit } from '../space/distribution';
import type { Configuration, DrawableParameter } from '../space/searchSpace';
import { valueKey } from '../space/values';

/**
 * The share of a parameter that was tried at all, 0 to 1: of its values where there are no more than trials, else of
 * as many equally likely slices as there are trials.
 */
export function coverage(
  { name, domain }: DrawableParameter,
  configurations: readonly Configuration[],
): number {
  const count = configurations.length;
  if (levelCount(domain) <= count) return distinctValues(name, configurations) / levelCount(domain);
  const slices = new Set<number>();
  for (const configuration of configurations) {
    const value = configuration.get(name);
    if (value !== undefined) slices.add(Math.min(count - 1, Math.floor(toUnit(domain, value) * count)));
  }
  return slices.size / count;
}

/** How many different values of a parameter were tried. */
export function distinctValues(name: string, configurations: readonly Configuration[]): number {
  const seen = new Set<string>();
  for (const configuration of configurations) {
    const value = configuration.get(name);
    if (value !== undefined) seen.add(valueKey(value));
  }
  return seen.size;
}

/** The number of configurations in each of the parameter's decades (see `decadeShares`). */
export function decadeCounts(
  { name, domain }: DrawableParameter,
  configurations: readonly Configuration[],
): number[] {
  const decades = decadeShares(domain);
  const counts = decades.map(() => 0);
  for (const configuration of configurations) {
    const value = configuration.get(name);
    if (typeof value !== 'number') continue;
    const found = decades.findIndex(({ high }) => value < high);
    const index = found < 0 ? counts.length - 1 : found;
    if (index >= 0) counts[index] = (counts[index] ?? 0) + 1;
  }
  return counts;
}
