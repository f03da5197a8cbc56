import { cumulative, levelCount, levelValues, quantile } from '../space/distribution';
import type { Choice, Domain } from '../space/domain';
import { isNumeric } from '../space/cumulative';
import { valueKey } from '../space/values';

/** Differences below this are rounding in the last digits of bounds. */
export const negligible = 1e-7;

/**
 * The share of draws two domains place differently, 0 to 1: between numbers the largest difference of their
 * cumulative distributions (Kolmogorov's distance), otherwise half the sum of the differences in probability.
 */
export function difference(a: Domain, b: Domain): number {
  if (isNumbers(a) && isNumbers(b)) {
    const probes = [...probesOf(a), ...probesOf(b)];
    return probes.reduce(
      (most, x) => Math.max(most, Math.abs(cumulative(a, x) - cumulative(b, x))),
      levelCount(a) === levelCount(b) ? 0 : negligible / 2,
    );
  }
  if (isNumeric(a) || isNumeric(b)) return 1;
  const [p, q] = [masses(a), masses(b)];
  const keys = new Set([...p.keys(), ...q.keys()]);
  return [...keys].reduce((sum, key) => sum + Math.abs((p.get(key) ?? 0) - (q.get(key) ?? 0)) / 2, 0);
}

/** Whether every value that can be drawn is a number. */
export function isNumbers(domain: Domain): boolean {
  return isNumeric(domain) || choicesOf(domain).every(({ value }) => typeof value === 'number');
}

/** The alternatives of a domain without a scale, a constant being its only one. */
export function choicesOf(domain: Domain): Pick<Choice, 'value' | 'weight'>[] {
  switch (domain.kind) {
    case 'constant':
      return [{ value: domain.value, weight: 1 }];
    case 'categorical':
    case 'ordinal':
      return [...domain.choices];
    case 'float':
    case 'integer':
      return [];
  }
}

const quantiles = 64;
const comparedLevels = 512;

/** Points between which the cumulative distribution is compared: gaps between levels, quantiles of a continuous law. */
function probesOf(domain: Domain): number[] {
  if (levelCount(domain) > comparedLevels) {
    const shares = Array.from({ length: quantiles + 1 }, (_, i) => i / quantiles);
    return shares.flatMap(share => quantile(domain, share) ?? []).filter(Number.isFinite);
  }
  const levels = levelValues(domain, comparedLevels).filter(value => typeof value === 'number');
  levels.sort((x, y) => x - y);
  return levels.map((level, i) => (level + (levels[i + 1] ?? level + Math.abs(level) + 1)) / 2);
}

function masses(domain: Domain): Map<string, number> {
  return new Map(choicesOf(domain).map(({ value, weight }) => [valueKey(value), weight]));
}
